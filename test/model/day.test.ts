import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayFromSerial,
  dayOf,
  daySerial,
  daysBetween,
  monthEnd,
  parseDay,
} from '../../src/model/day.js';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

const asOf = day('2025-09-30');
const anyDay = fc.integer({ min: 0, max: 109571 }).map(dayFromSerial);

describe('golden dates (§7.1)', () => {
  test.each([
    [30, '2025-08-31'],
    [60, '2025-08-01'],
    [90, '2025-07-02'],
    [91, '2025-07-01'],
    [179, '2025-04-04'],
    [180, '2025-04-03'],
    [365, '2024-09-30'],
    [-3, '2025-10-03'],
    [-7, '2025-10-07'],
  ])('%d days before 2025-09-30 is %s', (days, text) => {
    expect(addDays(asOf, -days)).toBe(text);
    expect(daysBetween(day(text), asOf)).toBe(days);
  });

  test.each([
    ['2025-09-30', -6, '2025-03-30'],
    ['2025-09-30', -3, '2025-06-30'],
    ['2025-08-31', -6, '2025-02-28'],
    ['2025-05-31', 3, '2025-08-31'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-06-30', 3, '2025-09-30'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test('six months before 2025-09-30 are 184 days', () => {
    expect(daysBetween(addMonths(asOf, -6), asOf)).toBe(184);
  });
});

describe('months are clipped to their end', () => {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

  test.each([2023, 2024, 2025, 2100, 2000])('every month end of %d, twelve months either way', (year) => {
    for (let month = 1; month <= 12; month += 1) {
      for (let months = -12; months <= 12; months += 1) {
        const total = year * 12 + month - 1 + months;
        const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
        const isLeap = toYear % 400 === 0 || (toYear % 4 === 0 && toYear % 100 !== 0);
        const length = toMonth === 2 && isLeap ? 29 : (lengths[toMonth - 1] as number);
        const from = monthEnd(dayOf(year, month, 1) as Day);
        const date = Math.min(Number(from.slice(8)), length);
        expect(addMonths(from, months)).toBe(dayOf(toYear, toMonth, date));
      }
    }
  });

  test.each([
    ['2024-02-01', '2024-02-29'],
    ['2025-02-28', '2025-02-28'],
    ['2100-02-10', '2100-02-28'],
    ['2025-09-30', '2025-09-30'],
    ['2025-12-01', '2025-12-31'],
  ])('the month of %s ends on %s', (of, end) => {
    expect(monthEnd(day(of))).toBe(end);
  });
});

test('every day of 1900–2100 follows the one before it, as the calendar and Date.UTC count them', () => {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let serial = 0;
  for (let year = 1900; year <= 2100; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const isLeap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
      const length = month === 2 && isLeap ? 29 : (lengths[month - 1] as number);
      for (let date = 1; date <= length; date += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
        const utc = Date.UTC(year, month - 1, date);
        const expected = (utc - Date.UTC(1900, 0, 1)) / 86_400_000;
        const agrees =
          dayOf(year, month, date) === text &&
          daySerial(text) === serial &&
          serial === expected &&
          dayFromSerial(serial) === text &&
          new Date(utc).getUTCDay() === (serial + 1) % 7;
        if (!agrees) throw new Error(text);
        serial += 1;
      }
      expect(dayOf(year, month, length + 1)).toBeUndefined();
    }
  }
  expect(serial).toBe(73414);
});

test('2025-09-30 is a Tuesday, and Excel’s day 45930', () => {
  expect((daySerial(asOf) + 1) % 7).toBe(2);
  expect(daySerial(asOf) + 2).toBe(45930);
});

test('days between are the difference of serials, and adding them leads back', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const days = daysBetween(a, b);
      expect(days).toBe(daySerial(b) - daySerial(a));
      expect(addDays(a, days)).toBe(b);
      expect(a < b).toBe(days > 0);
    }),
  );
});

test.each([
  '2025-02-29',
  '2025-02-30',
  '2100-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-01',
  '2025-01-00',
  '1899-12-31',
  '2200-01-01',
  '2025-1-3',
  '20250103',
  '2025-01-03abc',
  ' 2025-01-03',
  '25-01-03',
  '',
])('“%s” is no day', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test.each([
  [Number.NaN, 1, 1],
  [2025, Number.NaN, 1],
  [2025, 1, Number.NaN],
])('dayOf(%d, %d, %d) is no day', (year, month, date) => {
  expect(dayOf(year, month, date)).toBeUndefined();
});

test('a day beyond the calendar is refused', () => {
  expect(() => addDays(day('2199-12-31'), 1)).toThrow(RangeError);
  expect(() => addDays(day('1900-01-01'), -1)).toThrow(RangeError);
});
