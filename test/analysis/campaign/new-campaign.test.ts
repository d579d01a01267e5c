import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion } from '../../../src/analysis/campaign/apportion.js';
import { drawFrom } from '../../../src/analysis/campaign/draw.js';
import { idleBandOf } from '../../../src/analysis/campaign/idle-bands.js';
import { newCampaign } from '../../../src/analysis/campaign/new-campaign.js';
import { sealOf } from '../../../src/analysis/campaign/seal.js';
import { ratio } from '../../../src/model/ratio.js';
import { dormantReport } from '../../ledger/dormant-report.js';
import { on, rulesWith } from '../branch.js';
import { campaignOf, members, plan, sleeper, sleepers } from './dormant-branch.js';

const anybody = fc.uniqueArray(fc.integer({ min: 0, max: 9_999 }), { minLength: 2, maxLength: 120 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          aumFen: fc.constantFrom(0, 5_000, 50_000, 400_000, 9_000_000),
          idleDays: fc.constantFrom(180, 364, 365, 729, 730, null),
        })
        .map(({ aumFen, idleDays }) => sleeper(`C${id}`, aumFen, idleDays)),
    ),
  ),
);
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the bands of idle days', () => {
  test.each([
    [179, '不满180天'],
    [180, '180–364天'],
    [364, '180–364天'],
    [365, '365–729天'],
    [729, '365–729天'],
    [730, '730天以上'],
    [9_999, '730天以上'],
    [null, '天数不明'],
  ] as const)('%s days asleep are %s', (idleDays, band) => {
    expect(idleBandOf({ type: '睡眠', idleDays })).toBe(band);
  });

  test('whoever never traded has a band of their own', () => {
    expect(idleBandOf({ type: '从未交易', idleDays: null })).toBe('从未交易');
  });
});

describe('the draw', () => {
  test('takes every customer equally often over many seeds', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 4_000; seed++)
      for (const id of drawFrom(['A', 'B', 'C', 'D', 'E'], 2, seed, 3)) times.set(id, (times.get(id) ?? 0) + 1);
    for (const count of times.values()) expect(Math.abs(count - 1_600)).toBeLessThan(125);
  });

  test('takes every pair equally often over many seeds', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 4_000; seed++) {
      const pair = [...drawFrom(['A', 'B', 'C', 'D'], 2, seed, 0)].sort().join('');
      times.set(pair, (times.get(pair) ?? 0) + 1);
    }
    expect(times.size).toBe(6);
    for (const count of times.values()) expect(Math.abs(count - 4_000 / 6)).toBeLessThan(95);
  });
});

describe('a new campaign', () => {
  test('splits every stratum exactly as the largest remainders say', () => {
    fc.assert(
      fc.property(anybody, seeds, fc.integer({ min: 1, max: 99 }), (customers, seed, percent) => {
        const { strata, members: all, sizes } = campaignOf(customers, { seed, controlShare: percent / 100 });
        const parts = apportion(
          strata.map(({ treated, control }) => treated + control),
          percent / 100,
        );
        expect(strata.map(({ control }) => control)).toEqual(parts);
        for (const { stratum, treated, control } of strata) {
          const within = all.filter((member) => member.stratum === stratum);
          expect(within.filter(({ arm }) => arm === '对照')).toHaveLength(control);
          expect(within).toHaveLength(treated + control);
        }
        expect(all.map(({ customerId }) => customerId)).toEqual(customers.map((one) => one.customerId).sort());
        expect(sizes.treated + sizes.control).toBe(customers.length);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same for the same customers and seed in any order', () => {
    fc.assert(
      fc.property(anybody, seeds, (customers, seed) => {
        expect(campaignOf([...customers].reverse(), { seed })).toEqual(campaignOf(customers, { seed }));
      }),
      { numRuns: 60 },
    );
  });

  test('draws others with another seed', () => {
    const drawn = [1, 2, 3, 4].map((seed) => members(campaignOf(sleepers(100), { seed }), '对照').join());
    expect(new Set(drawn).size).toBe(4);
  });

  test('freezes the day, the window and the rules', () => {
    const rules = rulesWith({
      wake: { windowDays: 60, confidence: 0.9 },
      txn: { resetClasses: ['ACTIVE', 'MANDATE'] },
    });
    expect(campaignOf(sleepers(10), {}, rules)).toMatchObject({
      startsOn: '2025-09-30',
      endsOn: '2025-11-29',
      seed: 7,
      controlShare: 0.3,
      sizes: { treated: 7, control: 3 },
      rules: { preset: 'seed180', windowDays: 60, confidence: 0.9, resetClasses: ['ACTIVE', 'MANDATE'] },
    });
  });

  test('knows no names and no phones', () => {
    const text = JSON.stringify(campaignOf(sleepers(10)));
    for (const word of ['陈*奎', '132****2345', '周晓梅']) expect(text).not.toContain(word);
  });

  test('leaves out customers without AUM where AUM is given, and keeps them where it is not', () => {
    const customers = [...sleepers(10), { ...sleeper('X1'), aumFen: null, band: '未提供' as const }];
    expect(campaignOf(customers).members).toHaveLength(10);
    const { summary } = dormantReport();
    const without = dormantReport({ customers, summary: { ...summary, aumOn: null } });
    expect(newCampaign(without, plan, rulesWith()).members).toHaveLength(11);
  });

  test('without anybody has empty arms', () => {
    expect(campaignOf([])).toMatchObject({ sizes: { treated: 0, control: 0 }, strata: [], detectable: null });
  });

  test.each([
    ['of a window that is over', true, ratio(3, 12), 0.25],
    ['of a window that is not over', false, ratio(3, 12), 0.1],
    ['of nobody', true, ratio(0, 0), 0.1],
    ['where nobody woke', true, ratio(0, 12), 0.1],
    ['where everybody woke', true, ratio(12, 12), 0.1],
  ])('the rate %s counts only where it says something', (_, windowComplete, rate, value) => {
    const { summary } = dormantReport();
    const wake = { ...summary.wake, windowComplete, rate, cohortOn: on('2025-06-30') };
    const report = dormantReport({ customers: sleepers(100), summary: { ...summary, wake } });
    const { baseRate } = newCampaign(report, plan, rulesWith());
    expect(baseRate.value).toBe(value);
    expect(baseRate.cohort === null).toBe(value === 0.1);
  });
});

describe('the seal', () => {
  test('does not mind blanks and the order of keys', () => {
    const { hash, ...content } = campaignOf(sleepers(20));
    const turned = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(content))).reverse());
    expect(sealOf(turned)).toBe(hash);
  });

  test('breaks with any change of content', () => {
    const { hash, ...content } = campaignOf(sleepers(20));
    const [first, ...rest] = content.members;
    expect(sealOf({ ...content, seed: 8 })).not.toBe(hash);
    expect(sealOf({ ...content, members: rest })).not.toBe(hash);
    expect(
      sealOf({ ...content, members: [{ ...first, arm: first?.arm === '活动' ? '对照' : '活动' }, ...rest] }),
    ).not.toBe(hash);
    expect(sealOf({ ...content, members: [...rest, first] })).not.toBe(hash);
  });

  // printf '{"a":[1,"\xe4\xba\x8c"],"b":null}' | sha256sum
  test('is plain SHA-256', () => {
    expect(sealOf({ b: null, a: [1, '二'] })).toBe('b1cb453712eff4129d0e8108a2b9e8a64d923f60f2121f08333d95326ba97d35');
  });
});
