// How much more or less active a fixed group of wealthy customers is in one period than in an earlier one (A10).
import type { Activity } from '../engine/activity.js';
import { addDays, type Day } from '../model/day.js';
import { fenFromYuan } from '../model/fen.js';
import { type Ratio, ratio } from '../model/ratio.js';
import type { Rules } from '../model/rules.js';
import { aumOfInput, type RosterFiles } from './assess.js';
import type { Period } from './compared-periods.js';
import { membershipOn } from './population.js';
import type { Roster } from './roster.js';

/** Why a figure is null. */
export type Shortfall = '覆盖不足' | 'AUM未提供' | '余额快照相同';

export interface ActivityChange {
  /** Customers in scope with AUM of at least `rfm.activityCohortAum` on this day, the last before the earlier period. */
  readonly cohortOn: Day;
  /** 数据日期 of the snapshot that decided; null = none is that old. */
  readonly aumOn: Day | null;
  /** N, the same in both periods: who closed since stays in. */
  readonly customers: number | null;
  readonly earlier: PeriodActivity;
  readonly later: PeriodActivity;
  /** A later / A earlier − 1. */
  readonly change: Ratio | null;
  readonly flag: Shortfall | null;
}

export interface PeriodActivity {
  /** First and last day, both inclusive. */
  readonly from: Day;
  readonly through: Day;
  /** Σ F; null = not known, as the flag says. */
  readonly transactions: number | null;
  /** A: Σ F / N. */
  readonly perCustomer: Ratio | null;
  /** Share with at least one qualifying transaction. */
  readonly activeRate: Ratio | null;
}

/** One period with the reader of its count. */
export interface CountedPeriod {
  readonly period: Period;
  readonly count: (activity: Activity | undefined) => number;
}

/** The cohort stays fixed, so the change is that of Σ F; nothing is said of a period that the files do not cover whole. */
export function activityChange(
  input: RosterFiles,
  roster: Roster,
  rules: Rules,
  earlier: CountedPeriod,
  later: CountedPeriod,
): ActivityChange {
  const cohortOn = earlier.period.after;
  const aum = aumOfInput(input, cohortOn);
  const least = fenFromYuan(rules.rfm.activityCohortAum);
  const cohort = aum && roster.ids.filter((id) => isMember(roster, id, rules, cohortOn, aum.fenOf.get(id) ?? 0, least));
  const [before, after] = [periodActivity(input, cohort, earlier), periodActivity(input, cohort, later)];
  const isCovered = before.isCovered && after.isCovered;
  const { figures: first } = before;
  const { figures: last } = after;
  return {
    cohortOn,
    aumOn: aum?.dataDate ?? null,
    customers: cohort === null ? null : cohort.length,
    earlier: first,
    later: last,
    change:
      first.transactions === null || last.transactions === null
        ? null
        : ratio(last.transactions - first.transactions, first.transactions),
    flag: cohort === null ? 'AUM未提供' : isCovered ? null : '覆盖不足',
  };
}

function isMember(roster: Roster, id: string, rules: Rules, on: Day, aumFen: number, least: number): boolean {
  return aumFen >= least && membershipOn(roster, id, rules, on).exclusion === null;
}

function periodActivity(
  { engine }: RosterFiles,
  cohort: readonly string[] | null,
  { period, count }: CountedPeriod,
): { readonly figures: PeriodActivity; readonly isCovered: boolean } {
  const days = { from: addDays(period.after, 1), through: period.through };
  const isCovered = engine.coverage !== null && engine.coverage.from <= days.from;
  if (cohort === null || !isCovered)
    return { figures: { ...days, transactions: null, perCustomer: null, activeRate: null }, isCovered };
  const counts = cohort.map((id) => count(engine.activities.get(id)));
  const transactions = counts.reduce((sum, own) => sum + own, 0);
  return {
    figures: {
      ...days,
      transactions,
      perCustomer: ratio(transactions, cohort.length),
      activeRate: ratio(counts.filter((own) => own > 0).length, cohort.length),
    },
    isCovered,
  };
}
