// The headline figures of two dates: activity of the wealthy (A10) and assets of the 核心客户 (A11), by period and year on year.
import { addDays, type Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import { type ActivityChange, activityChange, type CountedPeriod } from './activity-change.js';
import { aumOfInput, type SegmentInput } from './assess.js';
import { type AssetChange, assetChange, type Vantage } from './asset-change.js';
import { comparedPeriods, type Period } from './compared-periods.js';
import { measureReader } from './measure-reader.js';
import { periodMeasure, shownWindowDays } from './measures.js';
import type { Roster } from './roster.js';

export interface TwoDates {
  readonly comparedWith: Day;
  /** A10. */
  readonly activity: { readonly byPeriod: ActivityChange; readonly yearOnYear: ActivityChange };
  /** A11. */
  readonly assets: { readonly byPeriod: AssetChange; readonly yearOnYear: AssetChange };
}

/** Null where the run compares with no day, and where AUM is not provided. Throws Error without `compareMeasures`: a bug. */
export function twoDatesOf(input: SegmentInput, roster: Roster, rules: Rules, asOf: Day): TwoDates | null {
  const { compareTo, measures, engine } = input;
  if (compareTo === undefined || aumOfInput(input, asOf) === null) return null;
  const periods = comparedPeriods(compareTo, asOf);
  const read = measureReader(measures);
  const counted = (name: keyof typeof periods): CountedPeriod => ({
    period: periods[name] satisfies Period,
    count: read.total(periodMeasure(name)),
  });
  const change = (earlier: keyof typeof periods) =>
    activityChange(input, roster, rules, counted(earlier), counted('present'));
  const now: Vantage = { on: asOf, of: 'present' };
  const lastYear = periods.yearBefore.through;
  const windowFrom = addDays(lastYear, 1 - shownWindowDays(rules));
  const coversLastYear = engine.coverage !== null && engine.coverage.from <= windowFrom;
  return {
    comparedWith: compareTo,
    activity: { byPeriod: change('previous'), yearOnYear: change('yearBefore') },
    assets: {
      byPeriod: assetChange(input, roster, rules, [{ on: compareTo, of: 'earlier' }, now], true),
      yearOnYear: assetChange(input, roster, rules, [{ on: lastYear, of: 'yearBefore' }, now], coversLastYear),
    },
  };
}
