import { describe, expect, test } from 'vitest';
import { accountExport } from '../../src/exports/accounts.js';
import { balanceExport } from '../../src/exports/balances.js';
import { customerExport } from '../../src/exports/customers.js';
import type { Account } from '../../src/model/account.js';

describe('the key of a record may not be empty', () => {
  test.each([
    ['客户号', customerExport.assemble({ custName: '甲' })],
    ['账号', accountExport.assemble({ custNo: 'C01' })],
    ['客户号', accountExport.assemble({ acctNo: '0622' })],
    ['客户号', balanceExport.assemble({ dataDate: '2025-09-30', aum: 1 })],
    ['数据日期', balanceExport.assemble({ custNo: 'C01', aum: 1 })],
  ])('%s', (column, faults) => {
    expect(faults).toMatchObject([{ code: 'missing-value', column }]);
  });
});

test('every field of a customer reaches the record under its own name', () => {
  const names = Object.keys(customerExport.fields);
  const values = Object.fromEntries(names.map((name) => [name, name]));
  expect(customerExport.assemble(values)).toEqual(values);
});

test.each([
  ['balance', balanceExport],
  ['account', accountExport],
])('every amount of a record of one %s is named with its unit', (_, { totalled, recordKeys }) => {
  const unitOf = (name: string) => (name === 'cumul' ? 'FenDays' : 'Fen');
  expect(totalled.map((name) => recordKeys?.[name])).toEqual(totalled.map((name) => `${name}${unitOf(name)}`));
});

describe('what is wrong with an account', () => {
  test.each([
    [{}, undefined],
    [{ status: 'open' }, 'open'],
    [{ status: 'open', dormantFlag: true }, 'dormant'],
    [{ status: 'open', frozenFlag: true, dormantFlag: true }, 'frozen'],
    [{ status: 'closed', dormantFlag: true }, 'closed'],
    [{ dormantFlag: true }, 'dormant'],
    [{ dormantFlag: false, frozenFlag: false }, undefined],
  ])('%j is %s', (values, status) => {
    const { status: said } = accountExport.assemble({ acctNo: '0622', custNo: 'C01', ...values }) as Account;
    expect(said).toBe(status);
  });

  test('an unknown code of 约转标志 is no reason to refuse an account', () => {
    expect(accountExport.fields.autoRenew?.read('7', 1)).toBeNull();
    expect(accountExport.fields.autoRenew?.read('否', 1)).toBe(false);
  });
});
