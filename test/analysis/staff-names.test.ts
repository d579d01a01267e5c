import { describe, expect, test } from 'vitest';
import { staffNames } from '../../src/analysis/staff-names.js';

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
