// A branch's records, divided by who looks after the customers; every list is walked once for all of them.
import type { EngineReport } from '../engine/activity.js';
import type { Balance } from '../model/balance.js';
import { zeroFen } from '../model/fen.js';
import type { Referral } from '../model/referral.js';
import { balancesByDate } from './aum.js';
import type { Keeper } from './own-customers.js';
import type { BranchInput } from './portfolio/input.js';

type Groups<T> = ReadonlyMap<string, readonly T[]>;

/** Rows by each of their keys, in their order. */
function grouped<T>(rows: Iterable<T>, keysOf: (row: T) => Iterable<string>): Groups<T> {
  const groups = new Map<string, T[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  return groups;
}

/** The keepers of a customer: one, or nobody. */
type KeysOf = (custNo: string | undefined) => readonly string[];

function ownEngine(engine: EngineReport, keysOf: KeysOf, accounts: BranchInput['accounts']) {
  const keysOfAccount = new Map<string, Set<string>>();
  for (const { acctNo, custNo } of accounts ?? [])
    for (const key of keysOf(custNo)) {
      const keys = keysOfAccount.get(acctNo);
      if (keys === undefined) keysOfAccount.set(acctNo, new Set([key]));
      else keys.add(key);
    }
  const activities = grouped(engine.activities, ([id]) => keysOf(id));
  const owned = grouped(engine.accounts, ([account]) => keysOfAccount.get(account) ?? []);
  return (key: string): EngineReport => ({
    ...engine,
    activities: new Map(activities.get(key)),
    accounts: new Map(owned.get(key)),
  });
}

const held = [
  ...(['aumFen', 'depositFen', 'demandFen', 'timeFen', 'structuredFen', 'wealthFen', 'fundFen'] as const),
  ...(['insuranceFen', 'trustFen', 'metalFen', 'bondFen'] as const),
];

/** A snapshot in which none of the customers stands says that they hold 0 (§1.13); without a row of it the one before would be the latest. */
function ownBalances(balances: readonly Balance[], keysOf: KeysOf) {
  const groups = grouped(balances, ({ custNo }) => keysOf(custNo));
  const nothingOn = [...balancesByDate(balances)].map(([dataDate, rows]) => {
    const stated = held.filter((field) => rows.some((row) => row[field] !== undefined));
    return { dataDate, ...Object.fromEntries(stated.map((field) => [field, zeroFen])) };
  });
  return ({ key, customers }: Keeper): readonly Balance[] => {
    const own = groups.get(key) ?? [];
    const dates = new Set(own.map(({ dataDate }) => dataDate));
    const custNo = [...customers].sort()[0] ?? '';
    return [...own, ...nothingOn.filter(({ dataDate }) => !dates.has(dataDate)).map((row) => ({ custNo, ...row }))];
  };
}

/** Without a customer a referral belongs to who received it. */
function receivers({ receiverNo, receiverName }: Referral, keepers: readonly Keeper[]): readonly string[] {
  const isReceiver = ({ employeeNo, employeeName }: Keeper) =>
    receiverNo === undefined ? receiverName !== undefined && receiverName === employeeName : receiverNo === employeeNo;
  return keepers.filter(isReceiver).map(({ key }) => key);
}

/** The lists whose rows name a customer, referrals and balances aside. */
const customerLists = [
  ...(['customers', 'accounts', 'holdings', 'wealthSales', 'fundTransactions', 'loans', 'contacts'] as const),
  ...(['complaints', 'nps', 'riskTests', 'assignments', 'points'] as const),
];
type CustomerLists = Pick<BranchInput, (typeof customerLists)[number]>;

/** Each list is walked once; what was not given stays so. */
function ownLists(input: CustomerLists, keysOf: KeysOf): (key: string) => CustomerLists {
  const groups = customerLists.map((name) => {
    const rows: readonly { readonly custNo?: string | undefined }[] | undefined = input[name];
    return [name, rows && grouped(rows, ({ custNo }) => keysOf(custNo))] as const;
  });
  return (key) => Object.fromEntries(groups.map(([name, of]) => [name, of && (of.get(key) ?? [])])) as CustomerLists;
}

/**
 * For each keeper the records of the own customers only. Rows that name no customer go, except referrals that this employee received;
 * staff, targets and events stay whole. The engine's counts of rows stay those of the branch.
 */
export function recordsOfKeepers(input: BranchInput, keepers: readonly Keeper[]): (keeper: Keeper) => BranchInput {
  const keysByCustomer = new Map<string, readonly string[]>();
  for (const { key, customers } of keepers) for (const custNo of customers) keysByCustomer.set(custNo, [key]);
  const keysOf: KeysOf = (custNo) => keysByCustomer.get(custNo ?? '') ?? [];
  const listsOf = ownLists(input, keysOf);
  const balancesOf = input.balances && ownBalances(input.balances, keysOf);
  const engineOf = input.engine && ownEngine(input.engine, keysOf, input.accounts);
  const referrals =
    input.referrals &&
    grouped(input.referrals, (row) => (row.custNo === undefined ? receivers(row, keepers) : keysOf(row.custNo)));
  return (keeper) => ({
    ...input,
    ...listsOf(keeper.key),
    balances: balancesOf?.(keeper),
    referrals: referrals && (referrals.get(keeper.key) ?? []),
    engine: engineOf?.(keeper.key),
  });
}
