// The first visit within 72 hours, and the feedback (C12, clarification 25).
import { type Day, daysBetween } from '../../model/day.js';
import { type Moment, secondsBetween } from '../../model/moment.js';
import { ratio } from '../../model/ratio.js';
import type { Referral } from '../../model/referral.js';
import type { Rules } from '../../model/rules.js';
import type { Episode } from './episode.js';
import type { FirstVisitState } from './listed.js';
import type { FirstVisitFigures } from './report.js';

const hourSeconds = 3600;
const dayHours = 24;
const endOfDay = '23:59:59';

export interface FirstVisit {
  readonly state: FirstVisitState;
  /** To one decimal; null = not visited, or only days are known. */
  readonly hours: number | null;
  /** Whole hours left where 未到期 and the clock runs. */
  readonly hoursLeft: number | null;
  /** Judged by days, because a time is missing (按日近似). */
  readonly isByDay: boolean;
  readonly hasFeedback: boolean;
}

/** From a to b: exact where both state a time, else in days, of which the limit has as many as it needs (72 hours = 3 days). */
function timing(a: Moment, b: Moment, limitHours: number) {
  const seconds = secondsBetween(a, b);
  if (seconds !== undefined)
    return { seconds, isEarly: seconds < 0, isInTime: seconds <= limitHours * hourSeconds, isByDay: false };
  const days = daysBetween(a.day, b.day);
  return { seconds, isEarly: days < 0, isInTime: days <= Math.ceil(limitHours / dayHours), isByDay: true };
}

function pending(start: Moment, limitHours: number, asOf: Day): FirstVisit {
  const { seconds, isInTime, isByDay } = timing(start, { day: asOf, time: endOfDay }, limitHours);
  const left =
    seconds === undefined
      ? (Math.ceil(limitHours / dayHours) - daysBetween(start.day, asOf)) * dayHours
      : Math.floor((limitHours * hourSeconds - seconds) / hourSeconds);
  const none = { hours: null, isByDay, hasFeedback: false };
  return isInTime ? { ...none, state: '未到期', hoursLeft: left } : { ...none, state: '超时未访', hoursLeft: null };
}

/** The clock starts as `ref.firstVisitFrom` says; one that waits for the receipt has not started before it. */
export function firstVisitOf({ row, registeredAt }: Episode, rules: Rules, asOf: Day): FirstVisit {
  const limitHours = rules.ref.firstVisitHours;
  const start = rules.ref.firstVisitFrom === 'registered' ? registeredAt : row.receivedAt;
  const { firstVisitAt: visit, feedbackAt } = row;
  if (start === undefined) return { state: '未到期', hours: null, hoursLeft: null, isByDay: false, hasFeedback: false };
  const feedback = feedbackAt && timing(start, feedbackAt, limitHours);
  const hasFeedback = feedback?.isInTime === true && !feedback.isEarly;
  if (visit === undefined) return { ...pending(start, limitHours, asOf), hasFeedback };
  const { seconds, isEarly, isInTime, isByDay } = timing(start, visit, limitHours);
  return {
    state: isEarly ? '数据有误' : isInTime ? '达标' : '超时',
    hours: seconds === undefined ? null : Math.round((seconds * 10) / hourSeconds) / 10,
    hoursLeft: null,
    isByDay,
    hasFeedback,
  };
}

/** Which of the two moments any row of the register states at all, also after asOf. */
export interface VisitRecord {
  readonly hasVisits: boolean;
  readonly hasFeedback: boolean;
}

export function visitRecordOf(register: readonly Referral[]): VisitRecord {
  return {
    hasVisits: register.some(({ firstVisitAt }) => firstVisitAt !== undefined),
    hasFeedback: register.some(({ feedbackAt }) => feedbackAt !== undefined),
  };
}

/** As `firstVisitOf`; who is overdue is not known from a register that never states a first visit (未提供). */
export function visitReader(register: readonly Referral[], rules: Rules, asOf: Day): (episode: Episode) => FirstVisit {
  const { hasVisits } = visitRecordOf(register);
  return (episode) => {
    const visit = firstVisitOf(episode, rules, asOf);
    return visit.state === '超时未访' && !hasVisits ? { ...visit, state: '未提供' } : visit;
  };
}

/**
 * 达标率 and 反馈率 over those visited or past the limit; 未到期 and 数据有误 are in no denominator. A rate of what the register
 * never states is 0/0.
 */
export function firstVisitFigures(visits: readonly FirstVisit[], record: VisitRecord): FirstVisitFigures {
  const count = (state: FirstVisitState) => visits.filter((visit) => visit.state === state).length;
  const due = visits.filter(({ state }) => state !== '未到期' && state !== '数据有误');
  return {
    met: count('达标'),
    late: count('超时'),
    overdue: count('超时未访'),
    pending: count('未到期'),
    unrecorded: count('未提供'),
    invalid: count('数据有误'),
    byDay: visits.filter(({ state, isByDay }) => isByDay && (state === '达标' || state === '超时')).length,
    rate: record.hasVisits ? ratio(count('达标'), due.length) : ratio(0, 0),
    provided: record.hasVisits,
    feedbackRate: record.hasFeedback
      ? ratio(due.filter(({ hasFeedback }) => hasFeedback).length, due.length)
      : ratio(0, 0),
    feedbackProvided: record.hasFeedback,
  };
}
