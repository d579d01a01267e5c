import { describe, expect, test } from 'vitest';
import { judge, median } from '../../bench/verdict.mjs';

const run = (seconds: number, peakMb?: number) => ({ seconds, peakMb });

test('the median of an even number of runs lies between the middle two', () => {
  expect(median([9, 1, 4])).toBe(4);
  expect(median([9, 1, 4, 2])).toBe(3);
});

describe('a claim', () => {
  test('of a ratio counts the ratios within each round, not the ratio of the medians', () => {
    const rounds = [
      { ours: run(2), theirs: run(1) },
      { ours: run(30), theirs: run(10) },
      { ours: run(8), theirs: run(8) },
    ];
    expect(judge({ kind: 'ratio', program: 'ours', against: 'theirs', atMost: 2 }, rounds, {})).toEqual({
      says: 'ours ÷ theirs',
      measured: '2.00 ×',
      limit: '≤ 2 ×',
      isMet: true,
    });
  });

  test('of a ratio leaves out what both sides do besides', () => {
    const rounds = [{ ours: run(7), reading: run(4), theirs: run(3), cells: run(1) }];
    const claim = {
      kind: 'ratio',
      program: 'ours',
      without: 'reading',
      against: 'theirs',
      againstWithout: 'cells',
    } as const;
    const { says, measured, isMet } = judge({ ...claim, atMost: 1.49 }, rounds, {});
    expect({ says, measured, isMet }).toEqual({
      says: '(ours − reading) ÷ (theirs − cells)',
      measured: '1.50 ×',
      isMet: false,
    });
  });

  test.each([
    [3, true],
    [3.1, false],
  ])('of being 3 times as fast as something that takes 9 seconds, with %d seconds, is met: %s', (seconds, isMet) => {
    const rounds = [{ ours: run(seconds), theirs: run(9) }];
    expect(judge({ kind: 'timesAsFast', program: 'ours', than: 'theirs', times: 3 }, rounds, {}).isMet).toBe(isMet);
  });

  test.each([
    [[399, 399], true],
    [[1, 400], false],
    [[1, undefined], null],
  ])('of memory below 400 MB looks at the largest peak of %j: %s', (peaks, isMet) => {
    const rounds = peaks.map((peakMb) => ({ ours: run(1, peakMb) }));
    expect(judge({ kind: 'memory', program: 'ours', belowMb: 400 }, rounds, {}).isMet).toBe(isMet);
  });

  test('about a program that was not measured in every round is neither met nor broken', () => {
    const rounds = [{ ours: run(1), theirs: run(1) }, { ours: run(1) }];
    expect(judge({ kind: 'ratio', program: 'ours', against: 'theirs', atMost: 2 }, rounds, {}).isMet).toBeNull();
    expect(judge({ kind: 'seconds', program: 'ours', below: 2 }, [], {}).isMet).toBeNull();
  });

  test.each([
    [{ a: { sum: 'x', list: 'u' }, b: { sum: 'x', list: 'v' } }, true],
    [{ a: { sum: 'x' }, b: { sum: 'x' }, c: { sum: 'y' } }, false],
    [{ a: { sum: 'x' }, b: { sum: 'x' }, c: {} }, false],
    [{ a: { sum: 'x' } }, null],
  ])('of the same sum, given %j, is met: %s', (answers: Readonly<Record<string, Record<string, string>>>, isMet) => {
    const rounds = [{ a: run(1) }];
    expect(judge({ kind: 'same', of: 'sum', programs: ['a', 'b', 'c'] }, rounds, answers).isMet).toBe(isMet);
  });
});
