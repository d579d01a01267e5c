// Who bought, who sold and who referred, as a ledger may show them.
import type { Day } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import { maskerFor } from '../../model/masker.js';
import type { Rules } from '../../model/rules.js';
import { aumOf, fenIn, snapshotOn } from '../aum.js';
import type { SalesInput } from './input.js';

export interface People {
  readonly showsCustomers: boolean;
  /** Masked: the name in the row, else that of the customer export. */
  customerName(custNo: string | undefined, nameInRow?: string): string | null;
  /** null = no AUM is known. */
  isVip(custNo: string | undefined): boolean | null;
  /** The name, else that of the 工号, else the 工号 itself. */
  salesName(name: string | undefined, no: string | undefined): string | null;
  /** An employee in full, anybody else masked: it may be a customer. */
  referrerName(name: string | undefined, no: string | undefined): string | null;
  /** Who looks after the customer on asOf, by the customer export, else by the assignment in force. */
  managerName(custNo: string): string | null;
}

/** 年日均 as supplied in the latest snapshot, else AUM at asOf. */
function vipReader({ balances }: SalesInput, rules: Rules, asOf: Day): People['isVip'] {
  const snapshot =
    snapshotOn(balances, asOf, ({ aumYearAvgFen }) => aumYearAvgFen) ?? snapshotOn(balances, asOf, aumOf);
  const least = fenFromYuan(rules.vip.minAum);
  return (custNo) => {
    const aumFen = custNo === undefined ? null : fenIn(snapshot, custNo);
    return aumFen === null ? null : aumFen >= least;
  };
}

function managerOf(input: SalesInput, asOf: Day, nameOf: ReadonlyMap<string, string>): People['managerName'] {
  const customers = new Map((input.customers ?? []).map((customer) => [customer.custNo, customer]));
  const inForce = (input.assignments ?? [])
    .filter(({ startDate, endDate }) => (startDate ?? asOf) <= asOf && (endDate ?? asOf) >= asOf)
    .map((assignment) => {
      const { custNo, startDate = '', managerName = '', managerNo = '' } = assignment;
      return { custNo, assignment, order: `${startDate} ${managerName} ${managerNo}` };
    })
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const assigned = new Map(inForce.map(({ custNo, assignment }) => [custNo, assignment]));
  const named = (no: string | undefined) => (no === undefined ? undefined : (nameOf.get(no) ?? no));
  return (custNo) => {
    const [customer, assignment] = [customers.get(custNo), assigned.get(custNo)];
    return (
      customer?.managerName ??
      assignment?.managerName ??
      named(customer?.managerNo) ??
      named(assignment?.managerNo) ??
      null
    );
  };
}

export function peopleOf(input: SalesInput, rules: Rules, asOf: Day): People {
  const masker = maskerFor(rules.privacy.profile);
  const names = new Map((input.customers ?? []).map(({ custNo, custName }) => [custNo, custName]));
  const nameOf = new Map((input.employees ?? []).map(({ empNo, empName }) => [empNo, empName]));
  const staff = new Set(nameOf.values());
  return {
    showsCustomers: masker.showsCustomers,
    customerName: (custNo, nameInRow) =>
      masker.name(nameInRow ?? (custNo === undefined ? undefined : names.get(custNo))),
    isVip: vipReader(input, rules, asOf),
    salesName: (name, no) => name ?? (no === undefined ? null : (nameOf.get(no) ?? no)),
    referrerName(name, no) {
      const employee = no === undefined ? undefined : nameOf.get(no);
      if (employee !== undefined) return employee;
      return name !== undefined && staff.has(name) ? name : masker.name(name);
    },
    managerName: managerOf(input, asOf, nameOf),
  };
}
