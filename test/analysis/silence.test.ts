import { describe, expect, test } from 'vitest';
import { coveredDays, judgeSilence } from '../../src/analysis/silence.js';
import { addDays } from '../../src/model/day.js';
import { asOf, on } from './branch.js';

const ago = (days: number | null) => (days === null ? undefined : addDays(asOf, -days));
/** The file that covers exactly so many days up to asOf. */
const fileOf = (days: number | null) => (days === null ? undefined : addDays(asOf, 1 - days));

describe('a customer without any transaction in the file', () => {
  test.each([
    // covered days, opened days ago, moved days ago, ground
    [180, null, null, 'fileCoversSilence'],
    [179, null, null, 'fileTooShort'],
    [179, null, 180, 'noMovementSince'],
    [179, null, 179, 'fileTooShort'],
    [179, null, 5, 'fileTooShort'],
    [180, null, 5, 'fileCoversSilence'],
    [null, null, 180, 'noMovementSince'],
    [null, null, null, 'fileTooShort'],
    [null, 3000, 180, 'noMovementSince'],
    [null, 10, null, 'openedBeforeFile'],
    // opened within the file: 从未交易 from 180 days on
    [365, 180, null, 'neverSinceOpening'],
    [365, 179, null, 'newlyOpened'],
    [365, 0, null, 'newlyOpened'],
    [365, 179, 400, 'newlyOpened'],
    // opened on the first day of the file, and one day before it
    [181, 180, null, 'neverSinceOpening'],
    [180, 180, null, 'fileCoversSilence'],
    [180, 179, null, 'newlyOpened'],
    [179, 179, null, 'openedBeforeFile'],
    [100, 100, null, 'openedBeforeFile'],
    [101, 100, null, 'newlyOpened'],
    // opened long before the file
    [365, 2000, null, 'fileCoversSilence'],
    [179, 180, null, 'fileTooShort'],
    [179, 180, 180, 'noMovementSince'],
    // too young to sleep, whatever an old movement says
    [100, 179, 180, 'openedBeforeFile'],
  ] as const)('covered %s days, opened %s and moved %s days ago: %s', (covered, opened, moved, ground) => {
    const evidence = { coveredFrom: fileOf(covered), openDate: ago(opened), lastMovedOn: ago(moved) };
    expect(judgeSilence(evidence, 180, asOf)).toBe(ground);
  });

  test('is never judged by a movement after asOf', () => {
    const evidence = { coveredFrom: undefined, openDate: undefined, lastMovedOn: on('2025-10-01') };
    expect(judgeSilence(evidence, 180, asOf)).toBe('fileTooShort');
  });
});

test.each([
  ['2025-04-04', 180],
  ['2025-04-05', 179],
  ['2025-09-30', 1],
  ['2025-10-01', 0],
])('a file from %s covers %i days', (from, days) => {
  expect(coveredDays(on(from), asOf)).toBe(days);
});
