import { expect, test } from 'vitest';
import { keepingOf } from '../../src/analysis/own-customers.js';
import { asOf, on, rulesWith } from './branch.js';
import { branchInput } from './portfolio/branch.js';

const input = {
  ...branchInput({ rules: rulesWith() }),
  customers: [
    { custNo: 'C1', managerNo: '001' },
    { custNo: 'C2', managerNo: '002' },
  ],
};

test('customers whom nobody looks after are counted, on the day itself', () => {
  const assignments = [{ custNo: 'C1', managerNo: '001', startDate: on('2025-10-01') }];
  expect(keepingOf({ ...input, assignments }, asOf)).toMatchObject({ unassigned: 1, keepers: [{ employeeNo: '002' }] });
  expect(keepingOf({ ...input, assignments }, on('2025-10-01')).unassigned).toBe(0);
});
