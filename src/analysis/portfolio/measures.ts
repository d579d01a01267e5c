import type { Measure } from '../../engine/activity.js';
import type { Day } from '../../model/day.js';
import type { Period } from '../../model/period.js';
import type { Rules } from '../../model/rules.js';
import { segmentMeasures } from '../measures.js';

/** What `portfolioOf` asks of the transactions: R, F and M as of asOf, whatever the period. */
export function portfolioMeasures(rules: Rules, asOf: Day, _period: Period): readonly Measure[] {
  return segmentMeasures(rules, asOf);
}
