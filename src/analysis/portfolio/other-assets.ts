// What customers hold beside deposits on every day of a range: a step function of the snapshots, before the first of them of the holdings.
import type { Balance } from '../../model/balance.js';
import { type Day, daysBetween } from '../../model/day.js';
import type { Holding } from '../../model/holding.js';
import { datedAum, datedDeposits } from '../dated-aum.js';
import { groupByCustomer } from '../dormant/by-customer.js';
import type { Range } from './average-range.js';
import { heldFen, holdingText, isHeldOn, latestHoldings } from './held.js';
import { dailySteps, datesFor } from './stepped-average.js';

export interface OtherAssets {
  /** In 分·日. */
  readonly fenDays: bigint;
  /** There are none, in any snapshot from the beginning of the range on. */
  readonly isNone: boolean;
}

/** null = not known of this customer. */
export type OtherAssetsReader = (id: string) => OtherAssets | null;

/** Held since `since`, or before the range where that is not later than its first day. */
interface DatedHolding {
  readonly since: Day;
  readonly fen: number;
}

/** null where a holding has no amount or no day. */
function datedHoldings(holdings: readonly Holding[]): readonly DatedHolding[] | null {
  const dated: DatedHolding[] = [];
  for (const holding of holdings) {
    const since = holding.buyDate ?? holding.valueDate;
    const fen = heldFen(holding);
    if (since === undefined || fen === undefined) return null;
    dated.push({ since, fen });
  }
  return dated;
}

const deposit = /存款|储蓄|活期|定期|贷款|信用卡/;

/**
 * The days from the beginning of the range up to the first snapshot: the holdings of that day back to their purchases; what was bought
 * and sold before is not known. Null unless they add up to what the snapshot says.
 */
function earlierReader(holdings: readonly Holding[] | undefined, first: Day, from: Day) {
  const held = groupByCustomer(
    latestHoldings(holdings ?? [], first).filter(
      (holding) => !deposit.test(holdingText(holding)) && isHeldOn(holding, first),
    ),
  );
  return (id: string, fen: number): bigint | null => {
    if (fen === 0) return 0n;
    const dated = datedHoldings(held.get(id) ?? []);
    if (dated === null || dated.reduce((sum, part) => sum + part.fen, 0) !== fen) return null;
    return dated.reduce(
      (sum, part) => sum + BigInt(part.fen) * BigInt(daysBetween(part.since < from ? from : part.since, first)),
      0n,
    );
  };
}

/** Null without a snapshot up to the end of the range, and where one of them states AUM but no deposits. */
export function otherAssets(
  balances: readonly Balance[],
  holdings: readonly Holding[] | undefined,
  range: Range,
): OtherAssetsReader | null {
  const [aum, deposits] = [datedAum(balances), datedDeposits(balances)];
  const known = new Set(deposits.dates);
  const dates = datesFor(aum.dates, range);
  const first = dates[0];
  if (first === undefined || !dates.every((date) => known.has(date))) return null;
  const isWhole = first <= range.from;
  const steps = dailySteps(dates, isWhole ? range : { from: first, through: range.through });
  const earlier = earlierReader(holdings, first, range.from);
  return (id) => {
    const parts = steps.map(({ date, weight }) => ({
      weight,
      fen: (aum.on(id, date) ?? 0) - (deposits.on(id, date) ?? 0),
    }));
    if (parts.some(({ fen }) => fen < 0)) return null;
    const before = isWhole ? 0n : earlier(id, parts[0]?.fen ?? 0);
    if (before === null) return null;
    const fenDays = parts.reduce((sum, { weight, fen }) => sum + BigInt(weight) * BigInt(fen), before);
    return { fenDays, isNone: isWhole && parts.every(({ fen }) => fen === 0) };
  };
}
