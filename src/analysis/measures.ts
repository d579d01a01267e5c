// What `segment` wants to know of a customer's transactions (A1–A3).
import type { Activity, Measure } from '../engine/activity.js';
import { addDays, type Day } from '../model/day.js';
import { fenOf } from '../model/fen.js';
import type { Rules } from '../model/rules.js';
import { type ComparedPeriods, comparedPeriods } from './compared-periods.js';
import { measureReader } from './measure-reader.js';

/** The tiers with tests on R, F and M, best first: a customer is in the first whose tests all pass. */
export const testedTiers = ['核心客户', '潜力客户', '基础客户'] as const;
export type TestedTier = (typeof testedTiers)[number];

/** F and M of one window. */
export interface WindowFigures {
  readonly frequency: number;
  readonly amountFen: number;
}

/** A customer's transactions as A1–A3 see them. */
export interface ActivityFigures extends WindowFigures {
  /** Day serial of the last qualifying transaction in the whole file. */
  readonly lastSerial: number | null;
  /** In each tier's own window; the same as above unless `rfm.windowDays` is `perTier`. */
  readonly byTier: Readonly<Record<TestedTier, WindowFigures>>;
}

/** Days of the window whose F and M are shown: `rfm.windowDays`, or 基础客户's R days, the widest, where every tier has its own. */
export function shownWindowDays(rules: Rules): number {
  if (rules.rfm.windowDays !== 'perTier') return rules.rfm.windowDays;
  return Math.max(...testedTiers.map((tier) => rules.rfm.tiers[tier].maxRecencyDays));
}

function measuresOn(prefix: string, rules: Rules, on: Day): readonly Measure[] {
  const classes = rules.txn.resetClasses;
  const within = (days: number) => ({ after: addDays(on, -days), through: on });
  const pair = (suffix: string, days: number): readonly Measure[] => [
    { name: `${prefix}.frequency${suffix}`, of: 'count', classes, within: within(days) },
    { name: `${prefix}.amountFen${suffix}`, of: 'sum', classes, within: within(days) },
  ];
  const last: Measure = { name: `${prefix}.last`, of: 'last', classes, within: { after: null, through: on } };
  const own =
    rules.rfm.windowDays === 'perTier'
      ? testedTiers.flatMap((tier) => pair(`.${tier}`, rules.rfm.tiers[tier].maxRecencyDays))
      : [];
  return [last, ...pair('', shownWindowDays(rules)), ...own];
}

/** The days whose tiers are looked at: asOf, compareTo, asOf one year before. */
export type Standpoint = 'present' | 'earlier' | 'yearBefore';

const prefixes: Readonly<Record<Standpoint, string>> = {
  present: 'segment',
  earlier: 'segment.compare',
  yearBefore: 'segment.yearBefore',
};

/** The name of the count of qualifying transactions in one of the compared periods. */
export function periodMeasure(period: keyof ComparedPeriods): string {
  return `segment.period.${period}`;
}

/** Last day over the whole files; count and sum in the window (§1.4), or in each tier's window. */
export function segmentMeasures(rules: Rules, asOf: Day): readonly Measure[] {
  return measuresOn(prefixes.present, rules, asOf);
}

/**
 * The same as of an earlier day and of asOf one year before, and the counts of the periods compared (A10–A12), for `--compare-to`;
 * goes into the engine's list beside `segmentMeasures`.
 */
export function compareMeasures(rules: Rules, compareTo: Day, asOf: Day): readonly Measure[] {
  const periods = comparedPeriods(compareTo, asOf);
  const classes = rules.txn.resetClasses;
  const count = (name: keyof ComparedPeriods): Measure => {
    return { name: periodMeasure(name), of: 'count', classes, within: periods[name] };
  };
  return [
    ...measuresOn(prefixes.earlier, rules, compareTo),
    ...measuresOn(prefixes.yearBefore, rules, periods.yearBefore.through),
    count('previous'),
    count('present'),
    count('yearBefore'),
  ];
}

export type ActivityReader = (activity: Activity | undefined) => ActivityFigures;

/**
 * Reads the answers by name out of the list that the engine was given. An absent customer has no transactions.
 * Throws when a measure was not asked for: that is a bug of the caller.
 */
export function activityReader(measures: readonly Measure[], of: Standpoint): ActivityReader {
  const prefix = prefixes[of];
  const read = measureReader(measures);
  const windowOf = (suffix: string) => {
    const frequency = read.total(`${prefix}.frequency${suffix}`);
    const amount = read.total(`${prefix}.amountFen${suffix}`);
    return (activity: Activity | undefined): WindowFigures => ({
      frequency: frequency(activity),
      amountFen: fenOf(amount(activity)),
    });
  };
  const last = read.serial(`${prefix}.last`);
  const shown = windowOf('');
  const hasOwn = measures.some(({ name }) => name === `${prefix}.frequency.${testedTiers[0]}`);
  const [core, promising, basic] = testedTiers.map((tier) => (hasOwn ? windowOf(`.${tier}`) : undefined));
  return (activity) => {
    const figures = shown(activity);
    const byTier = {
      核心客户: core?.(activity) ?? figures,
      潜力客户: promising?.(activity) ?? figures,
      基础客户: basic?.(activity) ?? figures,
    };
    const { frequency, amountFen } = figures;
    return { lastSerial: last(activity), frequency, amountFen, byTier };
  };
}
