// A branch's records, divided by who looks after the customers: for workbooks that one employee may keep.
import type { EngineReport } from '../engine/activity.js';
import type { Balance } from '../model/balance.js';
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import { zeroFen } from '../model/fen.js';
import { balancesByDate } from './aum.js';
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

const held = [
  ...(['aumFen', 'depositFen', 'demandFen', 'timeFen', 'structuredFen', 'wealthFen', 'fundFen'] as const),
  ...(['insuranceFen', 'trustFen', 'metalFen', 'bondFen'] as const),
];

/** A snapshot in which none of the customers stands says that they hold 0 (§1.13); without a row of it the one before would be the latest. */
function ownBalances(balances: readonly Balance[], isOwn: (id: string) => boolean, custNo: string): readonly Balance[] {
  const own = balances.filter((balance) => isOwn(balance.custNo));
  const dates = new Set(own.map(({ dataDate }) => dataDate));
  const nothing = [...balancesByDate(balances)].flatMap(([dataDate, rows]): readonly Balance[] => {
    if (dates.has(dataDate)) return [];
    const stated = held.filter((field) => rows.some((row) => row[field] !== undefined));
    return [{ custNo, dataDate, ...Object.fromEntries(stated.map((field) => [field, zeroFen])) }];
  });
  return [...own, ...nothing];
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
    balances: input.balances && ownBalances(input.balances, isOwn, [...customers].sort()[0] ?? ''),
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
