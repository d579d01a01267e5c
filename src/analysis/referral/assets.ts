// What referred customers hold beside those who referred them (C11).
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { datedAum } from '../dated-aum.js';
import type { Episode } from './episode.js';
import type { ReferralInput } from './input.js';
import type { AssetRatios } from './report.js';
import { isSuccessful } from './successful.js';

/** AUM in 分 of a customer on a day, from the latest snapshot until then; not in it = 0, no snapshot = null (clarification 20). */
export type AumReader = (customerId: string, on: Day) => number | null;

export function aumReader(input: Pick<ReferralInput, 'balances'>): AumReader {
  const aum = datedAum(input.balances);
  return (customerId, on) => {
    const date = aum.latest(on);
    return date === undefined ? null : aum.on(customerId, date);
  };
}

interface Pair {
  readonly referrer: string;
  readonly referredFen: number;
  readonly referrerFen: number;
}

/**
 * C11 on asOf for both sides: weighted (a referrer once per successful referral), each referrer once, and the mean of the
 * single ratios, which leaves out referrers without assets. Only customers who refer by their 客户号 are compared.
 */
export function assetRatios(
  episodes: readonly Episode[],
  input: Pick<ReferralInput, 'balances'>,
  rules: Rules,
  asOf: Day,
): AssetRatios {
  const pairs = pairsOf(episodes, aumReader(input), asOf);
  const referrers = new Map(pairs.map(({ referrer, referrerFen }) => [referrer, referrerFen]));
  const referredMean = mean(pairs.map(({ referredFen }) => referredFen));
  const ratios = pairs.filter(({ referrerFen }) => referrerFen > 0);
  return {
    weighted: quotient(referredMean, mean(pairs.map(({ referrerFen }) => referrerFen))),
    uniqueReferrer: quotient(referredMean, mean([...referrers.values()])),
    meanOfRatios: mean(ratios.map(({ referredFen, referrerFen }) => referredFen / referrerFen).sort((a, b) => a - b)),
    pairs: pairs.length,
    benchmark: rules.ref.referrerAumBenchmark,
  };
}

function pairsOf(episodes: readonly Episode[], aum: AumReader, asOf: Day): readonly Pair[] {
  return episodes.filter(isSuccessful).flatMap(({ referrer, customerId }) => {
    if (referrer.kind !== '存量客户' || referrer.no === null || customerId === null) return [];
    const referredFen = aum(customerId, asOf);
    const referrerFen = aum(referrer.no, asOf);
    return referredFen === null || referrerFen === null ? [] : [{ referrer: referrer.no, referredFen, referrerFen }];
  });
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quotient(above: number | null, below: number | null): number | null {
  return above === null || below === null || below === 0 ? null : above / below;
}
