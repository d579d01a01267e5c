// A branch's records, divided by who looks after the customers: for workbooks that one employee may keep.
import type { EngineReport } from '../engine/activity.js';
import type { Assignment } from '../model/assignment.js';
import type { Day } from '../model/day.js';
import type { BranchInput } from './portfolio/input.js';

/** An employee who looks after customers; at least one of number and name is known. */
export interface Keeper {
  readonly empNo: string | null;
  readonly empName: string | null;
  readonly customers: ReadonlySet<string>;
}

export interface Keeping {
  /** By number, then name. */
  readonly keepers: readonly Keeper[];
  /** Customers whom nobody looks after. */
  readonly unassigned: number;
}

type Manager = Pick<Keeper, 'empNo' | 'empName'>;

/** The later start wins; of equal ones the smaller number and name, so that row order never matters. */
function precedes(a: Assignment, b: Assignment): boolean {
  const [startA, startB] = [a.startDate ?? '', b.startDate ?? ''];
  if (startA !== startB) return startA > startB;
  return `${a.managerNo ?? ''} ${a.managerName ?? ''}` < `${b.managerNo ?? ''} ${b.managerName ?? ''}`;
}

function assignmentsInForce(input: BranchInput, asOf: Day): ReadonlyMap<string, Assignment> {
  const found = new Map<string, Assignment>();
  for (const assignment of input.assignments ?? []) {
    const { custNo, startDate, endDate } = assignment;
    if ((startDate !== undefined && startDate > asOf) || (endDate !== undefined && endDate < asOf)) continue;
    const known = found.get(custNo);
    if (known === undefined || precedes(assignment, known)) found.set(custNo, assignment);
  }
  return found;
}

/** Numbers and names that belong together, from the staff list; a name that two have says nothing. */
function completer(input: BranchInput): (manager: Manager) => Manager {
  const nameOf = new Map<string, string>();
  const noOf = new Map<string, string | null>();
  for (const { empNo, empName } of input.employees ?? []) {
    nameOf.set(empNo, empName);
    noOf.set(empName, noOf.has(empName) ? null : empNo);
  }
  return ({ empNo, empName }) => ({
    empNo: empNo ?? (empName === null ? null : (noOf.get(empName) ?? null)),
    empName: (empNo === null ? undefined : nameOf.get(empNo)) ?? empName,
  });
}

/** Who looks after whom on asOf: 管户关系 first, else the customer export; customers of the customer export and of 管户关系. */
export function keepingOf(input: BranchInput, asOf: Day): Keeping {
  const assigned = assignmentsInForce(input, asOf);
  const complete = completer(input);
  const managers = new Map<string, Manager>();
  const ids = new Set<string>();
  for (const { custNo, managerNo, managerName } of input.customers ?? []) {
    ids.add(custNo);
    if (managerNo !== undefined || managerName !== undefined)
      managers.set(custNo, { empNo: managerNo ?? null, empName: managerName ?? null });
  }
  for (const [custNo, { managerNo, managerName }] of assigned) {
    ids.add(custNo);
    managers.set(custNo, { empNo: managerNo ?? null, empName: managerName ?? null });
  }
  const kept = new Map<string, Manager & { readonly customers: Set<string> }>();
  for (const [custNo, manager] of managers) {
    const whole = complete(manager);
    const key = whole.empNo === null ? `name ${whole.empName}` : `no ${whole.empNo}`;
    const keeper = kept.get(key) ?? { ...whole, customers: new Set<string>() };
    keeper.customers.add(custNo);
    kept.set(key, keeper);
  }
  const order = ({ empNo, empName }: Manager) => `${empNo ?? '\uffff'} ${empName ?? ''}`;
  return {
    keepers: [...kept.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    unassigned: ids.size - managers.size,
  };
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
export function ofKeeper(input: BranchInput, { empNo, empName, customers }: Keeper): BranchInput {
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
      return receiverNo === undefined ? receiverName !== undefined && receiverName === empName : receiverNo === empNo;
    }),
    engine: input.engine && ownEngine(input.engine, isOwn, numbers),
  };
}
