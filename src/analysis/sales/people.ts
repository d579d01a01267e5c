// Who bought, who sold and who referred, as a ledger may show them.
import type { Day } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import { maskName } from '../../model/mask.js';
import { maskerFor } from '../../model/masker.js';
import type { Rules } from '../../model/rules.js';
import { aumSnapshotOn, fenIn } from '../aum.js';
import { assignmentReader } from '../portfolio/assigned.js';
import { yearAverageOn } from '../portfolio/year-average.js';
import { namesInExports, type StaffName } from '../staff-names.js';
import type { SalesInput } from './input.js';

export interface People {
  readonly showsCustomers: boolean;
  /** Masked: the name in the row, else that of the customer export. */
  customerName(custNo: string | undefined, nameInRow?: string): string | null;
  /** null = no AUM is known. */
  isVip(custNo: string | undefined): boolean | null;
  /** The name, else that of the 工号, else the 工号 itself; both where employees share the name. */
  salesName(name: string | undefined, no: string | undefined): string | null;
  /** An employee in full, anybody else masked: it may be a customer, and under `owner` one of somebody else. */
  referrerName(name: string | undefined, no: string | undefined): string | null;
  /** Who looks after the customer on asOf: the name, else the 工号; both where employees share the name. */
  managerName(custNo: string): string | null;
}

/** 年日均 decides, else AUM at asOf, as for the other ledgers. */
function vipReader(input: SalesInput, rules: Rules, asOf: Day): People['isVip'] {
  const average = yearAverageOn(input, rules, asOf);
  const aum = aumSnapshotOn(input.balances, asOf);
  const least = fenFromYuan(rules.vip.minAum);
  return (custNo) => {
    const decisive = custNo === undefined ? null : (average?.fenOf(custNo) ?? fenIn(aum, custNo));
    return decisive === null ? null : decisive >= least;
  };
}

function managerOf(input: SalesInput, asOf: Day, called: StaffName): People['managerName'] {
  const { assignments, employees, customers } = input;
  const { holderOn } = assignmentReader(assignments, employees);
  const known = new Map((customers ?? []).map((customer) => [customer.custNo, customer]));
  return (custNo) => {
    const holder = holderOn(custNo, known.get(custNo), asOf);
    return called(holder?.employeeNo, holder?.employeeName);
  };
}

export function peopleOf(input: SalesInput, rules: Rules, asOf: Day): People {
  const masker = maskerFor(rules.privacy.profile);
  const names = new Map((input.customers ?? []).map(({ custNo, custName }) => [custNo, custName]));
  const nameOf = new Map((input.employees ?? []).map(({ empNo, empName }) => [empNo, empName]));
  const staff = new Set(nameOf.values());
  const customers = new Set(names.values());
  const called = namesInExports(input);
  return {
    showsCustomers: masker.showsCustomers,
    customerName: (custNo, nameInRow) =>
      masker.name(nameInRow ?? (custNo === undefined ? undefined : names.get(custNo))),
    isVip: vipReader(input, rules, asOf),
    salesName: (name, no) => called(no, name ?? (no === undefined ? undefined : nameOf.get(no))),
    referrerName(name, no) {
      const employee = no === undefined ? undefined : nameOf.get(no);
      if (employee !== undefined) return employee;
      if (name !== undefined && staff.has(name)) return name;
      const isOther = masker.profile === 'owner' && name !== undefined && !customers.has(name);
      return isOther ? maskName(name) : masker.name(name);
    },
    managerName: managerOf(input, asOf, called),
  };
}
