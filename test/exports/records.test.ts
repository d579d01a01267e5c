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

describe('the balance of an account is in CNY', () => {
  test.each<readonly [text: string, values: Readonly<Record<string, unknown>>, fen: number | undefined]>([
    ['as it stands', { balanceFen: 100 }, 100],
    ['as it stands where it says so', { currency: 'CNY', balanceFen: 100 }, 100],
    ['whatever 折人民币 says then', { currency: 'CNY', balanceFen: 100, balanceCnyFen: 99 }, 100],
    ['as 折人民币 alone says', { currency: 'CNY', balanceCnyFen: 99 }, 99],
    ['as 折人民币 alone says of USD', { currency: 'USD', balanceCnyFen: 720 }, 720],
    ['as 折人民币 says of USD', { currency: 'USD', balanceFen: 100, balanceCnyFen: 720 }, 720],
    ['as 折人民币 says where nobody names the currency', { balanceFen: 100, balanceCnyFen: 720 }, 720],
    ['as it stands where 折人民币 says nothing', { balanceFen: 100, balanceCnyFen: undefined }, 100],
    ['unknown for USD without 折人民币', { currency: 'USD', balanceFen: 100 }, undefined],
    [
      'unknown for USD with an empty 折人民币',
      { currency: 'USD', balanceFen: 100, balanceCnyFen: undefined },
      undefined,
    ],
    [
      'unknown where 折人民币 is 0 beside USD: that is no rate',
      { currency: 'USD', balanceFen: 100, balanceCnyFen: 0 },
      undefined,
    ],
    ['0 where there are no USD', { currency: 'USD', balanceFen: 0 }, 0],
    ['0 where both say so', { currency: 'USD', balanceFen: 0, balanceCnyFen: 0 }, 0],
    ['unknown where nothing is said', { currency: 'USD', balanceFen: undefined }, undefined],
  ])('%s', (_text, values, fen) => {
    const record = accountExport.assemble({ acctNo: '0622', custNo: 'C01', ...values }) as Account;
    expect(record.balanceFen).toBe(fen);
    expect(record.currency).toBe(values.currency);
    expect(Object.keys(record)).not.toContain('balanceCnyFen');
  });
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
