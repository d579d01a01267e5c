import type { Measure } from '../../engine/activity.js';
import { addDays, type Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { segmentMeasures } from '../measures.js';
import { averageMeasures } from './average-measures.js';
import type { BranchInput } from './input.js';

/** What `portfolioOf` asks of the transactions: R, F and M as of asOf, and what moved the deposits up to asOf and up to the period. */
export function portfolioMeasures(
  input: Pick<BranchInput, 'balances' | 'accounts' | 'period'>,
  rules: Rules,
  asOf: Day,
): readonly Measure[] {
  return [...segmentMeasures(rules, asOf), ...averageMeasures(input, rules, [asOf, addDays(input.period.from, -1)])];
}
