// Who looks after which customers: for workbooks that one employee may keep.
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import { assignmentReader, type Manager } from './portfolio/assigned.js';
import type { BranchInput } from './portfolio/input.js';

/** An employee who looks after customers. */
export interface Keeper extends Manager {
  readonly customers: ReadonlySet<string>;
}

export interface Keeping {
  /** By number, then name; those without a number last. */
  readonly keepers: readonly Keeper[];
  /** Customers whom nobody looks after. */
  readonly unassigned: number;
}

function orderOf({ employeeNo, employeeName }: Manager): string {
  return `${employeeNo ?? '\uffff'} ${employeeName ?? ''}`;
}

/** Who looks after whom on asOf: every customer of the customer export and of 管户关系. */
export function keepingOf({ customers = [], assignments, employees }: BranchInput, asOf: Day): Keeping {
  const { holderOn } = assignmentReader(assignments, employees);
  const customerOf = new Map<string, Customer | undefined>(assignments?.map(({ custNo }) => [custNo, undefined]));
  for (const customer of customers) customerOf.set(customer.custNo, customer);
  const kept = new Map<string, Keeper & { readonly customers: Set<string> }>();
  let unassigned = 0;
  for (const [custNo, customer] of customerOf) {
    const holder = holderOn(custNo, customer, asOf);
    if (holder === undefined) unassigned += 1;
    else {
      const { key, employeeNo, employeeName } = holder;
      const keeper = kept.get(key) ?? { key, employeeNo, employeeName, customers: new Set<string>() };
      keeper.customers.add(custNo);
      kept.set(key, keeper);
    }
  }
  return { keepers: [...kept.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)), unassigned };
}
