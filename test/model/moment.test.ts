import { expect, test } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { type Moment, momentText, secondsBetween } from '../../src/model/moment.js';

const at = (day: string, time?: string): Moment => ({ day: day as Day, time });

test.each([
  ['within a day', at('2025-09-01', '08:00:00'), at('2025-09-01', '08:00:01'), 1],
  ['exactly 72 hours', at('2025-09-01', '08:30:00'), at('2025-09-04', '08:30:00'), 72 * 3600],
  ['across the end of a month', at('2025-08-31', '23:59:59'), at('2025-09-01', '00:00:00'), 1],
  ['backwards', at('2025-09-02', '00:00:00'), at('2025-09-01', '00:00:00'), -86_400],
  ['a day alone is not midnight', at('2025-09-01'), at('2025-09-02', '00:00:00'), undefined],
  ['nor at the end', at('2025-09-01', '00:00:00'), at('2025-09-02'), undefined],
])('%s', (_, a, b, seconds) => {
  expect(secondsBetween(a, b)).toBe(seconds);
});

test('a moment is written without seconds, a day as a day', () => {
  expect(momentText(at('2025-09-30', '14:05:06'))).toBe('2025-09-30 14:05');
  expect(momentText(at('2025-09-30'))).toBe('2025-09-30');
});
