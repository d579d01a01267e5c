import { expect, test } from 'vitest';
import { ledgerDay, ledgerStem } from '../../src/model/ledger-file.js';

test.each([
  ['台账_0101_示例支行_20250930.xlsx', '台账_0101_示例支行'],
  ['a/b\\台账_0101_示例支行_20250930_勾稽不平.xlsx', '台账_0101_示例支行'],
  ['工作日志_E1_202509.xlsx', '工作日志_E1_202509'],
  ['工作日志_E1_202509 (1).xlsx', '工作日志_E1_202509'],
  ['台账_0101_示例支行_20250930_勾稽不平 - 副本 (2).xlsx', '台账_0101_示例支行'],
  ['台账_0101_城东(1)_20250930.xlsx', '台账_0101_城东(1)'],
])('the ledger of %s is %s, whatever its day', (name, stem) => {
  expect(ledgerStem(name)).toBe(stem);
});

test.each([
  ['台账_0101_示例支行_20250930_勾稽不平 - 副本 (2).xlsx', '20250930'],
  ['工作日志_E1_202509.xlsx', ''],
  ['台账_20250930_城东.xlsx', ''],
])('the day of %s is “%s”', (name, day) => {
  expect(ledgerDay(name)).toBe(day);
});
