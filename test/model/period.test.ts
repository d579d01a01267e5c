import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/model/day.js';
import { parsePeriod, quarterOf, weekday } from '../../src/model/period.js';

describe('periods', () => {
  test.each([
    ['2025-W40', '2025-09-29', '2025-10-05'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2025-09', '2025-09-01', '2025-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025Q3', '2025-07-01', '2025-09-30'],
    ['2025q4', '2025-10-01', '2025-12-31'],
    ['2025', '2025-01-01', '2025-12-31'],
  ])('%s runs from %s through %s', (text, from, through) => {
    expect(parsePeriod(text)).toEqual({ label: text.toUpperCase(), from, through });
  });

  test.each(['2025-W53', '2025-W00', '2025-13', '2025-00', '2025Q5', '25-09', '2025-9', '', '2025-09-30'])(
    '“%s” is no period',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  test('30 September 2025 is a Tuesday of the third quarter', () => {
    expect(weekday('2025-09-30' as Day)).toBe(1);
    expect(quarterOf('2025-09-30' as Day).label).toBe('2025Q3');
  });

  test('every day of ten years lies in exactly one ISO week of its list of weeks', () => {
    const covered = new Map<string, number>();
    for (let year = 2020; year <= 2030; year += 1) {
      for (let week = 1; week <= 53; week += 1) {
        const period = parsePeriod(`${year}-W${String(week).padStart(2, '0')}`);
        for (let day = 0; period !== undefined && day < 7; day += 1) {
          const on = addDays(period.from, day);
          covered.set(on, (covered.get(on) ?? 0) + 1);
        }
      }
    }
    let day = '2020-01-06' as Day;
    for (; day <= '2030-12-25'; day = addDays(day, 1)) expect(covered.get(day)).toBe(1);
  });
});
