import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quintileScores, scoreIntervals } from '../../src/analysis/score.js';
import { scoreCustomers } from '../../src/analysis/value-segments.js';
import { rulesWith } from './branch.js';

describe('quintile scores', () => {
  test('are those of the golden vector §7.13', () => {
    expect(quintileScores([0, 0, 0, 1, 1, 2, 3, 5, 8, 13])).toEqual([1, 1, 1, 2, 2, 3, 4, 4, 5, 5]);
  });

  test.each([
    [[], []],
    [[7], [1]],
    [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ],
    [
      [5, 4, 3, 2, 1],
      [5, 4, 3, 2, 1],
    ],
    [
      [4, 4, 4, 4, 4],
      [3, 3, 3, 3, 3],
    ],
    [
      [-0, 0],
      [2, 2],
    ],
    [
      [Number.NEGATIVE_INFINITY, -3, -2, -1, 0],
      [1, 2, 3, 4, 5],
    ],
  ])('of %j are %j', (values, scores) => {
    expect(quintileScores(values)).toEqual(scores);
  });

  const values = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 60 });

  test('are equal for equal values and never lower for larger ones', () => {
    fc.assert(
      fc.property(values, (generated) => {
        const scores = quintileScores(generated);
        generated.forEach((a, i) => {
          generated.forEach((b, j) => {
            if (a === b) expect(scores[i]).toBe(scores[j]);
            if (a < b) expect(scores[i]).toBeLessThanOrEqual(scores[j]!);
          });
        });
      }),
    );
  });

  test('lie between 1 and 5 and do not depend on the order', () => {
    fc.assert(
      fc.property(values, (generated) => {
        const scores = quintileScores(generated);
        expect(scores.every((score) => score >= 1 && score <= 5)).toBe(true);
        expect(quintileScores([...generated].reverse())).toEqual([...scores].reverse());
      }),
    );
  });

  test('never fall for a customer whose own value rises', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 1, max: 30 }), (generated, pick, rise) => {
        if (generated.length === 0) return;
        const place = pick % generated.length;
        const before = quintileScores(generated)[place]!;
        const after = quintileScores(generated.map((value, i) => (i === place ? value + rise : value)))[place]!;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

test('intervals name the ends, the empty scores and the customers without a value', () => {
  expect(scoreIntervals([9, null, 3, 4], [2, 1, 5, 5])).toEqual([
    { score: 5, customers: 2, from: 3, to: 4, withoutValue: 0 },
    { score: 4, customers: 0, from: null, to: null, withoutValue: 0 },
    { score: 3, customers: 0, from: null, to: null, withoutValue: 0 },
    { score: 2, customers: 1, from: 9, to: 9, withoutValue: 0 },
    { score: 1, customers: 1, from: null, to: null, withoutValue: 1 },
  ]);
});

describe('value segments', () => {
  const ranked = [
    { recencyDays: 5, frequency: 9, amountFen: 900, aumFen: null },
    { recencyDays: 5, frequency: 1, amountFen: 900, aumFen: null },
    { recencyDays: 90, frequency: 9, amountFen: 900, aumFen: null },
    { recencyDays: 90, frequency: 1, amountFen: 900, aumFen: null },
    { recencyDays: 5, frequency: 9, amountFen: 1, aumFen: null },
    { recencyDays: 5, frequency: 1, amountFen: 1, aumFen: null },
    { recencyDays: 90, frequency: 9, amountFen: 1, aumFen: null },
    { recencyDays: 90, frequency: 1, amountFen: 1, aumFen: null },
  ];

  test('are the eight of §5.4', () => {
    expect(scoreCustomers(ranked, rulesWith()).segments).toEqual([
      '重要价值客户',
      '重要发展客户',
      '重要保持客户',
      '重要挽留客户',
      '一般价值客户',
      '一般发展客户',
      '一般保持客户',
      '一般挽留客户',
    ]);
  });

  test('take a score equal to the mean as high', () => {
    const same = [1, 2].map(() => ({ recencyDays: 5, frequency: 1, amountFen: 1, aumFen: null }));
    expect(scoreCustomers(same, rulesWith()).segments).toEqual(['重要价值客户', '重要价值客户']);
  });

  test.each([
    ['mean', 3],
    ['median', 3],
  ] as const)('split at the %s', (scoreSplit, boundary) => {
    const rules = rulesWith({ rfm: { scoreSplit } });
    const five = [1, 2, 3, 4, 5].map((n) => ({ recencyDays: n, frequency: n, amountFen: n, aumFen: null }));
    expect(scoreCustomers(five, rules).boundaries.f.value).toBe(boundary);
  });

  test('differ between mean and median where scores are lopsided', () => {
    const lopsided = [0, 0, 0, 0, 0, 0, 1].map((n) => ({ recencyDays: 1, frequency: n, amountFen: 1, aumFen: null }));
    const boundaryOf = (scoreSplit: 'mean' | 'median') =>
      scoreCustomers(lopsided, rulesWith({ rfm: { scoreSplit } })).boundaries.f;
    // Scores are 2 for the six (0 to 5 → floor(5·2.5/7) = 1 → 2 … 3) and 5 for the one above them.
    expect(boundaryOf('mean')).toMatchObject({ numerator: 6 * 2 + 5, denominator: 7 });
    expect(boundaryOf('median').value).toBe(2);
  });

  test('split at the median of two scores in the middle, half way between them', () => {
    const rules = rulesWith({ rfm: { scoreSplit: 'median' } });
    const four = [1, 2, 3, 4].map((n) => ({ recencyDays: 1, frequency: n, amountFen: 1, aumFen: null }));
    const { boundaries, scores, segments } = scoreCustomers(four, rules);
    expect(scores.map(({ f }) => f)).toEqual([1, 2, 3, 4]);
    expect(boundaries.f).toMatchObject({ numerator: 5, denominator: 2 });
    expect(segments).toEqual(['重要发展客户', '重要发展客户', '重要价值客户', '重要价值客户']);
  });

  test('say for each score which values it stands for', () => {
    const five = [1, 2, 3, 4, 5].map((n) => {
      return { recencyDays: 10 * n, frequency: 100 * n, amountFen: 7000 - 1000 * n, aumFen: null };
    });
    const { recencyDays, frequency, monetaryFen } = scoreCustomers(five, rulesWith()).intervals;
    expect(recencyDays.map(({ from }) => from)).toEqual([10, 20, 30, 40, 50]);
    expect(frequency.map(({ to }) => to)).toEqual([500, 400, 300, 200, 100]);
    expect(monetaryFen?.map(({ from, to }) => [from, to])).toEqual([
      [6000, 6000],
      [5000, 5000],
      [4000, 4000],
      [3000, 3000],
      [2000, 2000],
    ]);
  });

  test('rank whoever has no transaction as the least recent', () => {
    const { scores } = scoreCustomers(
      [400, null, 3, null, 10].map((recencyDays) => ({ recencyDays, frequency: 0, amountFen: 0, aumFen: null })),
      rulesWith(),
    );
    expect(scores.map(({ r }) => r)).toEqual([3, 1, 5, 1, 4]);
  });

  test('stay open where M was not provided', () => {
    const { segments, scores } = scoreCustomers(
      [{ recencyDays: 1, frequency: 1, amountFen: 1, aumFen: null }],
      rulesWith({ rfm: { monetary: 'aum' } }),
    );
    expect(segments).toEqual([null]);
    expect(scores[0]?.m).toBeNull();
  });
});
