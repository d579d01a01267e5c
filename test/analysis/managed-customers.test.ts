import { expect, test } from 'vitest';
import { managedCustomers } from '../../src/analysis/managed-customers.js';
import { asOf, customer, on } from './branch.js';
import { managed } from './portfolio/branch.js';

const employees = [
  { empNo: '001', empName: '周晓梅' },
  { empNo: '002', empName: '李强' },
];
const customers = ['C1', 'C2', 'C3'].map((id) =>
  customer(id, on('2010-01-01'), { managerNo: '001', managerName: '周晓梅' }),
);

test('管户关系 names the manager, or nobody, before the customer export does', () => {
  const assignments = [managed('C1', '002', '2025-09-30'), managed('C2', '001', '2024-01-01', '2025-09-29')];
  const read = managedCustomers({ customers, assignments, employees }, asOf);
  expect(read?.map(({ custNo, managerNo, managerName }) => [custNo, managerNo, managerName])).toEqual([
    ['C1', '002', '李强'],
    ['C2', undefined, undefined],
    ['C3', '001', '周晓梅'],
  ]);
});

test('without 管户关系 the customer export stands as it is', () => {
  expect(managedCustomers({ customers, assignments: undefined, employees }, asOf)).toBe(customers);
});
