import { expect, test } from 'vitest';
import { managerReader } from '../../src/analysis/managers.js';
import { segmentCustomers } from '../../src/analysis/segment.js';
import { asOf, branch, customer, on, rulesWith } from './branch.js';
import { managed } from './portfolio/branch.js';

const employees = [
  { empNo: '001', empName: '周晓梅' },
  { empNo: '002', empName: '李强' },
];
const assignments = [managed('C1', '002', '2025-09-30'), managed('C2', '001', '2024-01-01', '2025-09-29')];
const stated = customer('C', on('2010-01-01'), { managerNo: '001', managerName: '周晓梅' });

test.each([
  ['C1', '李强', 'the row in force from asOf on'],
  ['C2', null, 'the row that ended the day before'],
  ['C3', '周晓梅', 'no row: the customer export'],
])('%s: %s, %s', (id, expected, _reason) => {
  expect(managerReader({ employees, assignments, customers: undefined }, asOf)(id, stated)).toBe(expected);
});

test('a number without a name is looked up in the staff list, else shown itself', () => {
  const read = managerReader({ employees, assignments: undefined, customers: undefined }, asOf);
  expect(['001', '009'].map((managerNo) => read('C1', customer('C1', undefined, { managerNo })))).toEqual([
    '周晓梅',
    '009',
  ]);
});

test('employees of one name are told apart by their number, also where only the customers name them', () => {
  const customers = ['003', '004'].map((managerNo) =>
    customer(`C${managerNo}`, undefined, { managerNo, managerName: '周晓梅' }),
  );
  const read = managerReader({ employees: undefined, assignments: undefined, customers }, asOf);
  expect(customers.map((one) => read(one.custNo, one))).toEqual(['周晓梅（003）', '周晓梅（004）']);
});

test('the tiers name the same manager', () => {
  const customers = ['C1', 'C2', 'C3'].map((custNo) => ({ ...stated, custNo }));
  const report = segmentCustomers(branch({ customers, employees, assignments }), rulesWith(), asOf);
  expect(report.customers.map(({ managerName }) => managerName)).toEqual(['李强', null, '周晓梅']);
});
