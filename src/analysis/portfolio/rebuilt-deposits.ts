// Deposits of every day of a range, from one snapshot and what moved since or before it (§5.8 c).
import type { EngineReport, Measure, Window } from '../../engine/activity.js';
import type { Account } from '../../model/account.js';
import { addDays, type Day } from '../../model/day.js';
import { datedDeposits } from '../dated-aum.js';
import { measureReader } from '../measure-reader.js';
import { flowMeasure } from './average-measures.js';
import { type Range, rangeDays } from './average-range.js';
import { type AverageFiles, longestGap } from './customer-average.js';

export interface RebuiltDeposits {
  /** The balances of all days of the range, added up, in 分·日; null where bookings and balances do not agree or are not known in CNY. */
  readonly fenDaysOf: (id: string) => bigint | null;
  /** Whether the customer's bookings do not lead to the balances that are known. */
  readonly isUnbalanced: (id: string) => boolean;
}

/** No deposits, so that a balance says nothing of bookings that are missing. */
const otherAccounts = /贷款|信用卡|贷记卡|理财|基金|保险|贵金属/;

/** Customers of new accounts that hold money though the file has no booking of them. */
function unbookedHolders(accounts: readonly Account[] | undefined, engine: EngineReport, { from, through }: Range) {
  const holders = new Set<string>();
  for (const account of accounts ?? []) {
    const { acctNo, custNo, acctType, productClass, openDate, closeDate } = account;
    if (openDate === undefined || openDate < from || openDate > through || closeDate !== undefined) continue;
    if (!holdsMoney(account) || otherAccounts.test(`${acctType ?? ''} ${productClass ?? ''}`)) continue;
    if (!engine.accounts.has(acctNo)) holders.add(custNo);
  }
  return holders;
}

/** Foreign money is known to be there, though not how much of CNY it is. */
function holdsMoney({ balanceFen, currency = 'CNY' }: Account): boolean {
  return balanceFen === undefined ? currency !== 'CNY' : balanceFen !== 0;
}

/** Holidays may leave the last days without a booking, but the first ones that matter must be covered (§1.12). */
function isCovered({ coverage }: EngineReport, anchor: Day, { from, through }: Range): boolean {
  if (coverage === null) return false;
  const first = anchor < from ? addDays(anchor, 1) : addDays(from, 1);
  return coverage.from <= first && coverage.to >= addDays(through, -longestGap);
}

/** What one customer's bookings come to, in minus out; null where that is not known exactly. */
type FlowReader = (id: string) => number | null;

interface Flows {
  readonly since: FlowReader;
  readonly days: FlowReader;
  readonly proof: FlowReader;
  /** The snapshot that the balances are rebuilt from. */
  readonly anchor: Day;
  /** The first snapshot of the range. */
  readonly first: Day;
}

function plainWindow(measures: readonly Measure[], name: string): Window | undefined {
  const within = measures.find((measure) => measure.name === name)?.within;
  return within === undefined || 'anchors' in within ? undefined : within;
}

/** Undefined where `averageMeasures` were not asked for. */
function flowsUpTo(engine: EngineReport, measures: readonly Measure[], through: Day): Flows | undefined {
  const proof = plainWindow(measures, flowMeasure(through, 'proof', 'C'));
  if (proof === undefined) return undefined;
  const read = measureReader(measures);
  const flowOf = (flow: Parameters<typeof flowMeasure>[1]): FlowReader => {
    const [into, out] = [read.moved(flowMeasure(through, flow, 'C')), read.moved(flowMeasure(through, flow, 'D'))];
    return (id) => {
      const activity = engine.activities.get(id);
      const [credit, debit] = [into(activity), out(activity)];
      return credit === null || debit === null ? null : credit - debit;
    };
  };
  const anchor = proof.through;
  return { since: flowOf('since'), days: flowOf('days'), proof: flowOf('proof'), anchor, first: proof.after ?? anchor };
}

/**
 * Whether a deposit at the end of the day before the range contradicts what is known: it may not be negative, nor anything where the
 * customer came later, and new accounts with money must have bookings.
 */
function contradictionReader({ customers, accounts }: AverageFiles, engine: EngineReport, range: Range) {
  const openDateOf = new Map((customers ?? []).map(({ custNo, openDate }) => [custNo, openDate]));
  const unbooked = unbookedHolders(accounts, engine, range);
  // Without the bookings of the first day its own balance stands for that of the day before.
  const firstKnown =
    engine.coverage !== null && engine.coverage.from <= range.from ? range.from : addDays(range.from, 1);
  return (id: string, opening: number): boolean => {
    const openDate = openDateOf.get(id);
    const isLater = openDate !== undefined && openDate >= firstKnown;
    return opening < 0 || (isLater && opening !== 0) || unbooked.has(id);
  };
}

/** Null without bookings of the whole range told apart by customer, or where `averageMeasures` were not asked for. */
export function rebuiltDeposits(files: AverageFiles, range: Range): RebuiltDeposits | null {
  const { engine, measures, balances } = files;
  if (engine === undefined || engine.accountsAsCustomers) return null;
  const flows = flowsUpTo(engine, measures, range.through);
  if (flows === undefined || !isCovered(engine, flows.anchor, range)) return null;
  const { anchor, first } = flows;
  const deposits = datedDeposits(balances);
  const contradicts = contradictionReader(files, engine, range);
  const isProvable = engine.coverage !== null && engine.coverage.from <= addDays(first, 1);
  const openingOf = (id: string): number | null => {
    const since = flows.since(id);
    if (since === null) return null;
    return (deposits.on(id, anchor) ?? 0) + (anchor < range.from ? since : -since);
  };
  const isUnbalanced = (id: string): boolean => {
    const [opening, proof] = [openingOf(id), flows.proof(id)];
    if (opening === null || proof === null) return false;
    const isProven = !isProvable || (deposits.on(id, first) ?? 0) + proof === (deposits.on(id, anchor) ?? 0);
    return !isProven || contradicts(id, opening);
  };
  return {
    isUnbalanced,
    fenDaysOf(id) {
      const [opening, days] = [openingOf(id), flows.days(id)];
      if (opening === null || days === null || isUnbalanced(id)) return null;
      return BigInt(rangeDays(range)) * BigInt(opening) + BigInt(days);
    },
  };
}
