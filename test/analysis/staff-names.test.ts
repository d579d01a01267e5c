import { describe, expect, test } from 'vitest';
import { namesInExports, staffNames } from '../../src/analysis/staff-names.js';
import { fenOf } from '../../src/model/fen.js';
import { on } from './branch.js';

const called = staffNames([
  { employeeNo: '01', employeeName: '周敏' },
  { employeeNo: '01', employeeName: '周敏' },
  { employeeNo: '02', employeeName: '李强' },
  { employeeNo: '03', employeeName: '李强' },
  { employeeNo: null, employeeName: '周敏' },
  { employeeNo: '04', employeeName: null },
]);

describe('an employee is called', () => {
  test.each([
    ['01', '周敏', '周敏'],
    ['02', '李强', '李强（02）'],
    ['03', '李强', '李强（03）'],
    [undefined, '李强', '李强'],
    ['04', null, '04'],
    ['99', '钱进', '钱进'],
    [null, undefined, null],
  ])('%s %s: %s', (no, name, expected) => {
    expect(called(no, name)).toBe(expected);
  });
});

test('two of one name are known from whichever export names them with a 工号', () => {
  const one = { custNo: 'C1', managerNo: '01', managerName: '周敏' };
  const sale = { custNo: 'C1', tradeDate: on('2025-09-01'), productName: '甲', amountFen: fenOf(1) };
  const called = namesInExports({ customers: [one], wealthSales: [{ ...sale, salesNo: '02', salesName: '周敏' }] });
  expect([called('01', '周敏'), called('02', '周敏'), called(null, '周敏')]).toEqual([
    '周敏（01）',
    '周敏（02）',
    '周敏',
  ]);
  expect(namesInExports({ customers: [one] })('01', '周敏')).toBe('周敏');
});
