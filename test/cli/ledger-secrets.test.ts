import { expect, test } from 'vitest';
import type { BranchInput } from '../../src/analysis/portfolio/input.js';
import { secretsOf } from '../../src/cli/ledger-secrets.js';
import { fenOf } from '../../src/model/fen.js';
import { on, rulesWith } from '../analysis/branch.js';
import { branchInput } from '../analysis/portfolio/branch.js';
import { at } from '../analysis/referral/register.js';

function secrets(wish: Partial<BranchInput>) {
  return secretsOf({ ...branchInput({ rules: rulesWith() }), ...wish });
}

test.each<[string, Partial<BranchInput>, string]>([
  ['13971230001', { customers: [{ custNo: 'C1', phone: '139 7123 0001' }] }, '手机号'],
  ['110101198801011234', { customers: [{ custNo: 'C1', idNo: '110101198801011234' }] }, '证件号'],
  ['13971230002', { referrals: [{ registeredAt: at('2025-09-01'), phone: '13971230002' }] }, '手机号'],
  ['110101198801011235', { referrals: [{ registeredAt: at('2025-09-01'), idNo: '110101198801011235' }] }, '证件号'],
  ['6222021234567890123', { accounts: [{ acctNo: '6222021234567890123', custNo: 'C1' }] }, '账号'],
  ['00012345', { accounts: [{ acctNo: 'A', subAcctNo: '00012345', custNo: 'C1' }] }, '账号'],
  ['JJ20250001', { loans: [{ custNo: 'C1', loanNo: 'JJ20250001' }] }, '账号'],
])('%s is looked for', (number, wish, kind) => {
  expect(secrets(wish).values.get(number)).toBe(kind);
});

test.each<[string, Partial<BranchInput>]>([
  ['a number that is a 客户号 as well', { customers: [{ custNo: '13971230001', phone: '13971230001' }] }],
  ['a short number', { customers: [{ custNo: 'C1', phone: '8001' }] }],
])('%s is not', (_, wish) => {
  expect([...secrets(wish).values]).toEqual([]);
});

test('numbers of sales and staff may be shown', () => {
  const { shown } = secrets({
    wealthSales: [
      { tradeDate: on('2025-09-01'), custNo: 'C1', productName: 'P', amountFen: fenOf(1), txnId: 'WS0000001' },
    ],
    employees: [{ empNo: '00000001', empName: '何立夏' }],
  });
  expect([shown.has('WS0000001'), shown.has('00000001')]).toEqual([true, true]);
});
