import { expect, test } from 'vitest';
import { ledgerSubtitle } from '../../src/ledger/subtitle.js';
import { parseDay } from '../../src/model/day.js';
import { quarterOf } from '../../src/model/period.js';

const asOf = parseDay('2025-09-30')!;
const rest = { period: quarterOf(asOf), asOf, unit: '万元/户', printDate: '2025-10-09' };

test('the subtitle names branch, period, as-of day, unit and the day it was made', () => {
  expect(ledgerSubtitle({ ...rest, branchName: '城东支行', branchNo: '0101' })).toBe(
    '机构：城东支行（0101）　统计区间：2025-07-01 至 2025-09-30　数据日期：2025-09-30　单位：万元/户　制表人：＿＿＿＿　制表时间：2025-10-09',
  );
});

test.each([
  [null, null, '机构：未提供　'],
  ['城东支行', null, '机构：城东支行　'],
  [null, '0101', '机构：0101　'],
])('a branch named %s with number %s is shown as it is known', (branchName, branchNo, start) => {
  expect(ledgerSubtitle({ ...rest, branchName, branchNo }).startsWith(start)).toBe(true);
});
