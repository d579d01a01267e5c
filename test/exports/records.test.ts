import { describe, expect, test } from 'vitest';
import { accountExport } from '../../src/exports/accounts.js';
import { balanceExport } from '../../src/exports/balances.js';
import { customerExport } from '../../src/exports/customers.js';

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

test('every amount of a balance reaches the record', () => {
  const values = Object.fromEntries(balanceExport.totalled.map((name, at) => [name, at]));
  const record = balanceExport.assemble({ custNo: 'C01', dataDate: '2025-09-30', ...values });
  const unitOf = (name: string) => (name === 'cumul' ? 'FenDays' : 'Fen');
  const named = Object.fromEntries(balanceExport.totalled.map((name, at) => [`${name}${unitOf(name)}`, at]));
  expect(record).toEqual({ custNo: 'C01', dataDate: '2025-09-30', ...named });
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
    expect(accountExport.assemble({ acctNo: '0622', custNo: 'C01', ...values })).toMatchObject({ status });
  });

  test('an unknown code of 约转标志 is no reason to refuse an account', () => {
    expect(accountExport.fields.autoRenew?.read('7', 1)).toBeNull();
    expect(accountExport.fields.autoRenew?.read('否', 1)).toBe(false);
  });
});

test('an account carries its balances in 分', () => {
  const values = { acctNo: '0622', custNo: 'C01', balance: 123, availBalance: 100, currency: 'CNY' };
  expect(accountExport.assemble(values)).toMatchObject({ balanceFen: 123, availBalanceFen: 100, currency: 'CNY' });
});
