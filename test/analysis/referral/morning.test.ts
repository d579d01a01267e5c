import { describe, expect, test } from 'vitest';
import { episodesOf } from '../../../src/analysis/referral/episodes.js';
import { withoutNumbers } from '../../../src/analysis/referral/free-text.js';
import { morningCases, previousWorkingDay } from '../../../src/analysis/referral/morning.js';
import { on, rulesWith } from '../branch.js';
import { at, input, row } from './register.js';

test.each([
  ['2025-09-29', '2025-09-26'],
  ['2025-09-28', '2025-09-26'],
  ['2025-09-27', '2025-09-26'],
  ['2025-09-26', '2025-09-25'],
  ['2025-09-30', '2025-09-29'],
])('the working day before %s is %s', (day, previous) => {
  expect(previousWorkingDay(on(day))).toBe(previous);
});

describe('the morning list', () => {
  const monday = on('2025-09-29');
  const cases = (...referrals: readonly ReturnType<typeof row>[]) =>
    morningCases(episodesOf(input({ referrals }), rulesWith(), monday), monday);

  test('holds what closed since Friday, success and failure', () => {
    const found = cases(
      row('A', '2025-09-01', '2025-09-26', { dealProduct: '理财' }),
      row('B', '2025-09-01', '2025-09-25'),
      row('C', '2025-09-01', undefined, { status: '未成交', feedbackAt: at('2025-09-28'), note: '嫌期限长' }),
      row('D', '2025-09-01', undefined, { status: '未成交' }),
      row('E', '2025-09-01', '2025-09-30'),
    );
    expect(found.map(({ referralNo, outcome, on: day, reason }) => [referralNo, outcome, day, reason])).toEqual([
      ['ZJ-A-2025-09-01', '成功', '2025-09-26', null],
      ['ZJ-C-2025-09-01', '失败', '2025-09-28', '嫌期限长'],
    ]);
  });
});

test.each([
  ['13912345678', '****'],
  ['139 1234 5678', '****'],
  ['6222-0212-3456-1234-567', '****'],
  ['11010119900307123X', '****'],
  ['2025-09-30 到期 50000 元', '2025-09-30 到期 50000 元'],
  ['洪小满想再看看', '洪*满想再看看'],
])('a note of %s is shown as %s', (note, shown) => {
  expect(withoutNumbers(note, '洪小满')).toBe(shown);
});
