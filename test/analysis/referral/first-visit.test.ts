import { describe, expect, test } from 'vitest';
import { episodesOf } from '../../../src/analysis/referral/episodes.js';
import {
  firstVisitFigures,
  firstVisitOf,
  visitReader,
  visitRecordOf,
} from '../../../src/analysis/referral/first-visit.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, rulesWith } from '../branch.js';
import { at, input, row } from './register.js';

function visit(
  registered: string,
  visited?: string,
  more: Partial<Referral> = {},
  ref: Readonly<Record<string, unknown>> = {},
) {
  const rules = rulesWith({ ref });
  const firstVisitAt = visited === undefined ? undefined : at(visited);
  const [episode] = episodesOf(
    input({ referrals: [row('A', registered, undefined, { firstVisitAt, ...more })] }),
    rules,
    asOf,
  );
  if (episode === undefined) throw new Error('no episode');
  return firstVisitOf(episode, rules, asOf);
}

describe('the limit of 72 hours', () => {
  test.each([
    ['2025-09-26 10:00', '2025-09-29 09:30', '达标', 71.5],
    ['2025-09-26 10:00', '2025-09-29 10:00', '达标', 72],
    ['2025-09-26 10:00', '2025-09-29 10:01', '超时', 72],
    ['2025-09-26 10:00', '2025-09-26 10:00', '达标', 0],
    ['2025-09-26 10:00', '2025-09-26 09:59', '数据有误', -0],
    ['2025-09-26', '2025-09-29', '达标', null],
    ['2025-09-26', '2025-09-30', '超时', null],
    ['2025-09-26 10:00', '2025-09-29', '达标', null],
    ['2025-09-26', '2025-09-25', '数据有误', null],
  ])('registered %s, visited %s', (registered, visited, state, hours) => {
    const found = visit(registered, visited);
    expect(found.state).toBe(state);
    expect(found.hours).toEqual(hours);
    expect(found.isByDay).toBe(hours === null);
  });

  test.each([
    ['2025-09-27 23:59:59', '未到期', 0],
    ['2025-09-27 23:59:58', '超时未访', null],
    ['2025-09-30 00:00', '未到期', 48],
    ['2025-09-27', '未到期', 0],
    ['2025-09-26', '超时未访', null],
  ])('registered %s and not visited until the end of asOf', (registered, state, hoursLeft) => {
    expect(visit(registered)).toMatchObject({ state, hoursLeft });
  });

  test('a visit after asOf has not taken place yet', () => {
    expect(visit('2025-09-28', '2025-10-01').state).toBe('未到期');
  });

  test('the clock may start with the receipt, and has not started before it', () => {
    const ref = { firstVisitFrom: 'received' } as const;
    const received = { receivedAt: at('2025-09-20 10:00') };
    expect(visit('2025-09-01 10:00', '2025-09-22 10:00', received, ref)).toMatchObject({ state: '达标', hours: 48 });
    expect(visit('2025-09-01 10:00', undefined, {}, ref)).toMatchObject({ state: '未到期', hoursLeft: null });
  });

  test('the limit is a rule', () => {
    expect(visit('2025-09-26 10:00', '2025-09-27 10:01', {}, { firstVisitHours: 24 }).state).toBe('超时');
    expect(visit('2025-09-26', '2025-09-28', {}, { firstVisitHours: 24 }).state).toBe('超时');
  });
});

test('feedback counts within the same limit, with and without a visit', () => {
  expect(visit('2025-09-26 10:00', undefined, { feedbackAt: at('2025-09-29 10:00') }).hasFeedback).toBe(true);
  expect(visit('2025-09-26 10:00', undefined, { feedbackAt: at('2025-09-29 10:01') }).hasFeedback).toBe(false);
  expect(visit('2025-09-26 10:00', '2025-09-26 11:00').hasFeedback).toBe(false);
});

test('未到期 and 数据有误 are in no denominator', () => {
  const feedback = { feedbackAt: at('2025-09-01') };
  const visits = [
    visit('2025-09-01', '2025-09-02', feedback),
    visit('2025-09-01', '2025-09-09'),
    visit('2025-09-01'),
    visit('2025-09-30', undefined, { feedbackAt: at('2025-09-30') }),
    visit('2025-09-02', '2025-09-01'),
  ];
  expect(firstVisitFigures(visits, { hasVisits: true, hasFeedback: true })).toEqual({
    met: 1,
    late: 1,
    overdue: 1,
    pending: 1,
    unrecorded: 0,
    invalid: 1,
    byDay: 2,
    rate: { numerator: 1, denominator: 3, value: 1 / 3 },
    provided: true,
    feedbackRate: { numerator: 1, denominator: 3, value: 1 / 3 },
    feedbackProvided: true,
  });
});

describe('a register that never states', () => {
  const overdue = row('A', '2025-09-01');
  const recent = row('B', '2025-09-30');
  const figuresOf = (rows: readonly Referral[]) => {
    const rules = rulesWith({});
    const visits = episodesOf(input({ referrals: rows }), rules, asOf).map(visitReader(rows, rules, asOf));
    return { visits, figures: firstVisitFigures(visits, visitRecordOf(rows)) };
  };
  const none = { numerator: 0, denominator: 0, value: null };

  test('a first visit leaves its rate open, and nobody overdue', () => {
    const { visits, figures } = figuresOf([overdue, recent]);
    expect(visits.map(({ state }) => state)).toEqual(['未提供', '未到期']);
    expect(figures).toMatchObject({ provided: false, overdue: 0, pending: 1, unrecorded: 1, byDay: 0, rate: none });
  });

  test('feedback leaves that rate open', () => {
    const { figures } = figuresOf([row('A', '2025-09-01', undefined, { firstVisitAt: at('2025-09-02') }), overdue]);
    expect(figures).toMatchObject({ provided: true, rate: { numerator: 1, denominator: 2 } });
    expect(figures).toMatchObject({ feedbackProvided: false, feedbackRate: none });
  });

  test('a first visit may still know of feedback', () => {
    const { figures } = figuresOf([row('A', '2025-09-01', undefined, { feedbackAt: at('2025-09-02') }), overdue]);
    expect(figures).toMatchObject({ provided: false, feedbackRate: { numerator: 1, denominator: 2 } });
  });

  test.each([
    ['after asOf', row('C', '2025-09-30', undefined, { firstVisitAt: at('2025-10-01') })],
    ['of one row only', row('C', '2025-08-01', undefined, { firstVisitAt: at('2025-08-02') })],
  ])('is not one with a first visit %s', (_, known) => {
    const { visits, figures } = figuresOf([overdue, known]);
    expect(visits.map(({ state }) => state)).toContain('超时未访');
    expect(figures).toMatchObject({ provided: true, overdue: 1 });
  });
});
