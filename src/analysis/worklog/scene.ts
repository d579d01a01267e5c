// What all parts of the work logs look at.
import type { Contact } from '../../model/contact.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import { type Masker, maskerFor } from '../../model/masker.js';
import type { Rules } from '../../model/rules.js';
import { type AumSnapshot, aumSnapshotOn, fenIn } from '../aum.js';
import { assetBandOf } from '../portfolio/asset-bands.js';
import { type AssignmentReader, assignmentReader, type Manager } from '../portfolio/assigned.js';
import type { BranchInput } from '../portfolio/input.js';
import { customersById } from '../referral/customers-by-id.js';
import { sharedNames } from '../staff-names.js';
import type { LogCustomer } from './report.js';

/** Who sold, contacted, handled: as a file names it. */
export interface Doer {
  readonly no?: string | undefined;
  readonly name?: string | undefined;
  /** Whoever looks after this customer, where the file names nobody. */
  readonly custNo?: string | undefined;
}

export interface LogScene {
  readonly input: BranchInput;
  readonly rules: Rules;
  readonly asOf: Day;
  readonly masker: Masker;
  readonly customerOf: ReadonlyMap<string, Customer>;
  readonly keeperOf: (custNo: string) => Manager | undefined;
  readonly managerOf: AssignmentReader['managerOf'];
  /** Names that several employees have. */
  readonly sharedNames: ReadonlySet<string>;
  /** Contacts that are valid, on or before asOf. */
  readonly contacts: readonly Contact[] | undefined;
  readonly shown: (custNo: string) => LogCustomer;
}

function levelOf(aum: AumSnapshot | null, id: string, customer: Customer | undefined): string | null {
  const aumFen = fenIn(aum, id);
  return aumFen === null ? (customer?.custLevel ?? null) : assetBandOf(aumFen);
}

export function logSceneOf(input: BranchInput, rules: Rules, asOf: Day): LogScene {
  const customerOf = customersById(input.customers);
  const { holderOn, managerOf } = assignmentReader(input.assignments, input.employees);
  const masker = maskerFor(rules.privacy.profile);
  const aum = aumSnapshotOn(input.balances, asOf);
  const keepers = new Map<string, Manager | undefined>();
  return {
    input,
    rules,
    asOf,
    masker,
    customerOf,
    managerOf,
    sharedNames: sharedNames(
      (input.employees ?? []).map(({ empNo, empName }) => ({ employeeNo: empNo, employeeName: empName })),
    ),
    keeperOf(custNo) {
      if (!keepers.has(custNo)) keepers.set(custNo, holderOn(custNo, customerOf.get(custNo), asOf));
      return keepers.get(custNo);
    },
    contacts: input.contacts?.filter(({ isValid, contactedAt: { day } }) => isValid !== false && day <= asOf),
    shown(custNo) {
      const customer = customerOf.get(custNo);
      const level = levelOf(aum, custNo, customer);
      return { customerId: custNo, customerName: masker.name(customer?.custName), level };
    },
  };
}

/** Whether it was this employee: by number, else by name, else because the customer is theirs; also where others share the name. */
export function isDoneBy(scene: LogScene, employee: Manager, { no, name, custNo }: Doer): boolean {
  if (no !== undefined) return no === employee.employeeNo;
  if (name !== undefined && name !== employee.employeeName) return false;
  if (name !== undefined && !scene.sharedNames.has(name)) return true;
  return custNo !== undefined && scene.keeperOf(custNo)?.key === employee.key;
}
