// Cohorts with one and the same true conversion, seen from one day: what their age does to each rate (§5.6).
import { describe, expect, test } from 'vitest';
import { isCounted } from '../../../src/analysis/referral/episode.js';
import { episodesOf } from '../../../src/analysis/referral/episodes.js';
import { conversionCurve, successFigures } from '../../../src/analysis/referral/figures.js';
import { addDays, type Day, daySerial, monthEnd } from '../../../src/model/day.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, on, rulesWith } from '../branch.js';
import { input } from './register.js';

/** Park and Miller's generator: the same numbers everywhere. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const trueRate = 0.45;
const meanDays = 30;
/** Share of all that succeeds within 90 days: geometric waiting times. */
const trueWithin90 = trueRate * (1 - (1 - 1 / meanDays) ** 91);
const perMonth = 2_000;

const roll = dice(20_250_930);

function registered(month: string, n: number): Referral {
  const first = on(`${month}-01`);
  const length = daySerial(monthEnd(first)) - daySerial(first) + 1;
  const day = addDays(first, Math.floor(roll() * length));
  const succeeds = roll() < trueRate;
  const wait = Math.floor(Math.log(1 - roll()) / Math.log(1 - 1 / meanDays));
  const dealDate: Day | undefined = succeeds ? addDays(day, wait) : undefined;
  return { registeredAt: { day }, custNo: `${month}-${n}`, referrerNo: '0101', referrerType: '柜员', dealDate };
}

const months = ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'] as const;
const rules = rulesWith();
const cohorts = months.map((month) => {
  const referrals = Array.from({ length: perMonth }, (_, n) => registered(month, n));
  const counted = episodesOf(input({ referrals }), rules, asOf).filter(isCounted);
  return { month, figures: successFigures(counted, rules), curve: conversionCurve(counted, rules) };
});

describe('six months with the same true rate', () => {
  test('the naive rate falls by 2 points and more from each month that has not had its 90 days to the next', () => {
    const naive = cohorts.map(({ figures }) => figures.rawRate.value ?? -1);
    for (const old of naive.slice(0, 3)) expect(Math.abs(old - trueRate)).toBeLessThan(0.02);
    for (const place of [3, 4, 5]) expect((naive[place - 1] ?? 0) - (naive[place] ?? 1)).toBeGreaterThan(0.02);
    expect(naive[5]).toBeLessThan(0.2);
  });

  test('the matured rate stays within 3 points of the truth wherever a month has matured', () => {
    const matured = cohorts.filter(({ figures }) => figures.matured.denominator > 1_000);
    expect(matured.map(({ month }) => month)).toEqual(['2025-04', '2025-05', '2025-06']);
    for (const { figures } of matured) expect(Math.abs((figures.matured.value ?? 0) - trueWithin90)).toBeLessThan(0.03);
  });

  test('Kaplan–Meier stays within 4 points of the truth wherever somebody is at risk for 60 days', () => {
    const followed = cohorts.filter(({ curve }) => (curve.horizons[1]?.atRisk ?? 0) > 0);
    expect(followed.map(({ month }) => month)).toEqual(['2025-04', '2025-05', '2025-06', '2025-07', '2025-08']);
    const trueAt = (days: number) => trueRate * (1 - (1 - 1 / meanDays) ** (days + 1));
    for (const { curve } of followed) {
      for (const { days, atRisk, kaplanMeier } of curve.horizons)
        if (atRisk > 100) expect(Math.abs((kaplanMeier ?? 0) - trueAt(days))).toBeLessThan(0.04);
    }
  });

  test('over the last three months together the naive rate is far too low and Kaplan–Meier is not', () => {
    const referrals = months.slice(3).flatMap((month) => Array.from({ length: 800 }, (_, n) => registered(month, n)));
    const counted = episodesOf(input({ referrals }), rules, asOf).filter(isCounted);
    const naive = successFigures(counted, rules).rawRate.value ?? 0;
    expect(trueWithin90 - naive).toBeGreaterThan(0.08);
    expect(Math.abs((conversionCurve(counted, rules).value ?? 0) - trueWithin90)).toBeLessThan(0.04);
  });
});
