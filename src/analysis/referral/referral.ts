// Referrals and what becomes of them (C1–C19): the register and what stands beside it in, a plain report out.
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { assetRatios } from './assets.js';
import { cohortsOf } from './cohorts.js';
import { contactCoverage, tellerAccepted } from './coverage.js';
import { type Episode, isCounted, isTold } from './episode.js';
import { episodesOf } from './episodes.js';
import { eventCustomers, kitUse } from './events.js';
import { conversionCurve, isInFlight, successFigures } from './figures.js';
import { firstVisitFigures, visitReader, visitRecordOf } from './first-visit.js';
import { funnelOf } from './funnel.js';
import { byDirection, byProduct, byReferrer, byRole } from './groups.js';
import { type ReferralInput, registerOf } from './input.js';
import type { ReferralState } from './listed.js';
import { missedReferrals } from './missed.js';
import { morningCases } from './morning.js';
import { referralNotes } from './notes.js';
import { openedAccounts } from './opened.js';
import { tellsOpenings } from './opening.js';
import { pointsOf } from './points.js';
import { referralProblems } from './referral-problems.js';
import type { ReferralReport, ReferralSummary } from './report.js';
import { type Repurchase, repurchaseOf } from './repurchase.js';
import { reviewQuestions } from './review.js';
import { referralRows } from './rows.js';
import type { FunnelStage } from './success-figures.js';
import { type Uplift, upliftOf } from './uplift.js';

function directionCounts(counted: readonly Episode[]): ReferralSummary['direction'] {
  const count = (direction: Episode['direction']) =>
    counted.filter((episode) => episode.direction === direction).length;
  return {
    compliant: count('合规'),
    deviant: count('方向不符'),
    unknown: count('岗位缺失'),
    unstated: count('需求缺失'),
  };
}

interface Measured {
  readonly funnel: readonly FunnelStage[];
  readonly episodes: readonly Episode[];
  readonly counted: readonly Episode[];
  readonly repurchase: Repurchase;
  readonly uplift: Uplift;
}

function summaryOf(
  { episodes, counted, funnel, repurchase, uplift }: Measured,
  input: ReferralInput,
  rules: Rules,
  asOf: Day,
): ReferralSummary {
  const { value, horizons } = conversionCurve(counted, rules);
  const register = registerOf(input);
  const reached = (name: FunnelStage['stage']): number | null => {
    const stage = funnel.find((one) => one.stage === name && (one.provided || counted.length === 0));
    return stage?.referrals ?? null;
  };
  const received = reached('接收');
  const inState = (state: ReferralState) => episodes.filter((episode) => episode.state === state).length;
  return {
    ...successFigures(counted, rules),
    received,
    visited: reached('首访'),
    kaplanMeier: { days: rules.ref.successDays, value },
    horizons,
    inFlightFailed: counted.filter((episode) => isInFlight(episode, rules) && episode.isFailed).length,
    firstVisit: firstVisitFigures(counted.map(visitReader(register, rules, asOf)), visitRecordOf(register)),
    repurchase: {
      ...repurchase.figures,
      provided: repurchase.figures.provided && knowsNewSuccesses(counted, input),
    },
    assetRatio: assetRatios(episodes, input, rules, asOf),
    uplift: uplift.figures,
    rows: {
      read: episodes.length,
      merged: inState('重复'),
      selfReferred: inState('自荐'),
      outOfPeriod: inState('期外'),
    },
    tellerAccepted: received === null ? null : tellerAccepted(counted),
    contactCoverage: received === null ? null : contactCoverage(counted, input.contacts, asOf),
    direction: directionCounts(counted),
    kit: kitUse(),
    events: eventCustomers(input, asOf),
    opened: openedAccounts(episodes, input, asOf),
  };
}

/** Without successes and new customers that are known C13 has nobody to look at. */
function knowsNewSuccesses(counted: readonly Episode[], input: ReferralInput): boolean {
  return tellsOpenings(input) && (counted.length === 0 || counted.some(isTold));
}

function namesOf({ customers }: ReferralInput): ReadonlyMap<string, string> {
  const nameOf = new Map<string, string>();
  for (const { custNo, custName = '' } of customers ?? []) {
    if (custName > (nameOf.get(custNo) ?? '')) nameOf.set(custNo, custName);
  }
  return nameOf;
}

/**
 * Every row of the register up to asOf is in exactly one state; those that count make up every rate. Row order never matters.
 * What hangs on an export that was not given is null.
 */
export function measureReferrals(input: ReferralInput, rules: Rules, asOf: Day): ReferralReport {
  const episodes = episodesOf(input, rules, asOf);
  const counted = episodes.filter(isCounted);
  const repurchase = repurchaseOf(episodes, input, rules, asOf);
  const uplift = upliftOf(episodes, input, asOf);
  const funnel = funnelOf(counted, input, rules, asOf);
  const points = pointsOf(episodes, input, rules, asOf);
  const summary = summaryOf({ episodes, counted, funnel, repurchase, uplift }, input, rules, asOf);
  const through = input.through === undefined || input.through > asOf ? asOf : input.through;
  const noted = {
    asOf,
    period: { from: input.from, through },
    summary,
    missed: missedReferrals(input, episodes, rules, asOf),
  };
  return {
    report: 'referral',
    ...noted,
    rules,
    intake: input.intake,
    problems: [...input.problems, ...(input.engine?.problems ?? []), ...referralProblems(input, episodes, asOf)],
    notes: referralNotes(input, episodes, { ...noted, funnel }, rules),
    referrals: referralRows(
      episodes,
      { visitOf: visitReader(registerOf(input), rules, asOf), repurchase, uplift, points, nameOf: namesOf(input) },
      rules,
    ),
    byReferrer: byReferrer(counted, points, rules),
    byRole: byRole(counted, rules),
    byDirection: byDirection(counted, rules),
    byProduct: byProduct(counted, rules),
    cohorts: cohortsOf(counted),
    funnel,
    kaplanMeier: conversionCurve(counted, rules).curve,
    points,
    review: reviewQuestions(episodes, input, rules, asOf),
    morning: morningCases(episodes, asOf),
  };
}
