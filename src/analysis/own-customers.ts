// A branch's records, divided by who looks after the customers: for workbooks that one employee may keep.
import type { EngineReport } from '../engine/activity.js';
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

function ownEngine(engine: EngineReport, isOwn: (id: string) => boolean, accounts: ReadonlySet<string>): EngineReport {
  return {
    ...engine,
    activities: new Map([...engine.activities].filter(([id]) => isOwn(id))),
    accounts: new Map([...engine.accounts].filter(([account]) => accounts.has(account))),
  };
}

/**
 * The records of one employee's customers only. Rows that name no customer go, except referrals that this employee received; staff,
 * targets and events stay whole. The engine's counts of rows stay those of the branch.
 */
export function ofKeeper(input: BranchInput, { employeeNo, employeeName, customers }: Keeper): BranchInput {
  const isOwn = (custNo: string | undefined) => custNo !== undefined && customers.has(custNo);
  const own = <T extends { readonly custNo?: string | undefined }>(rows: readonly T[] | undefined) =>
    rows?.filter(({ custNo }) => isOwn(custNo));
  const accounts = own(input.accounts);
  const numbers = new Set(accounts?.map(({ acctNo }) => acctNo));
  return {
    ...input,
    customers: own(input.customers),
    accounts,
    balances: own(input.balances),
    holdings: own(input.holdings),
    wealthSales: own(input.wealthSales),
    fundTransactions: own(input.fundTransactions),
    loans: own(input.loans),
    contacts: own(input.contacts),
    complaints: own(input.complaints),
    nps: own(input.nps),
    riskTests: own(input.riskTests),
    assignments: own(input.assignments),
    points: own(input.points),
    referrals: input.referrals?.filter(({ custNo, receiverNo, receiverName }) => {
      if (custNo !== undefined) return isOwn(custNo);
      return receiverNo === undefined
        ? receiverName !== undefined && receiverName === employeeName
        : receiverNo === employeeNo;
    }),
    engine: input.engine && ownEngine(input.engine, isOwn, numbers),
  };
}
