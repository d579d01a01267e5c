import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { settle } from '../../src/cli/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shell = {
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  cwd: folder,
  isTerminal: false,
  isMessageTerminal: false,
  noColor: true,
};

describe('settings', () => {
  test.each([
    [{ maxRejects: '1.5%' }, { share: 0.015 }],
    [{ maxRejects: '0' }, { rows: 0 }],
    [{}, { share: 0.01 }],
  ])('%o allows %o rejects', (options, expected) => {
    expect(settle(options, shell).intake.maxRejects).toEqual(expected);
  });

  test.each([
    [{ maxRejects: '多' }, '--max-rejects'],
    [{ maxRejects: '101%' }, '--max-rejects'],
    [{ asOf: '2025-02-30' }, '--as-of'],
    [{ mask: 'full' }, '--mask'],
    [{ engine: 'sqlite' }, '--engine'],
    [{ method: 'x' }, '--method'],
    [{ window: '0' }, '--window'],
    [{ map: ['custNo=客户'] }, '--map'],
    [{ kind: ['账=a.csv'] }, '--kind'],
    [{ map: ['customer.custNo=客户'] }, '没有种类 “customer”'],
    [{ map: ['customers.custNo=甲', 'customers.custNo=乙'] }, '两个不同的列名'],
    [{ unit: ['balance.aum=元'] }, '没有种类 “balance”'],
    [{ unit: ['balances.aum=元', 'balances.aum=万元'] }, '两个不同的单位'],
    [{ directionCodes: '0=D,0=C' }, '代码 0 又是借又是贷'],
    [{ rules: '没有.yaml' }, '没有.yaml'],
    [{ preset: 'seed90' }, '--preset'],
    [{ wakeDays: '0' }, '--wake-days'],
    [{ successDays: '90天' }, '--success-days'],
    [{ successDef: 'won' }, '--success-def'],
  ])('%o is refused by name', (options, name) => {
    expect(() => settle(options, shell)).toThrow(name);
  });

  test('the same said twice, and an option against the rules file, is fine', () => {
    writeFileSync(
      join(folder, '本行.yaml'),
      'columns:\n  customers:\n    custNo: 甲\nfiles:\n  units:\n    balances.aum: 元\n',
    );
    const twice = {
      map: ['customers.custNo=乙', 'customers.custNo=乙'],
      unit: ['balances.aum=万元', 'balances.aum=万元'],
    };
    const { intake } = settle({ ...twice, directionCodes: '0=D,0=D', rules: '本行.yaml' }, shell);
    expect(intake.columns.get('customers.custNo')).toBe('乙');
    expect(intake.units?.get('balances.aum')).toBe(10_000);
  });

  test('a rules file with columns of a kind that does not exist is refused', () => {
    writeFileSync(join(folder, '错.yaml'), 'columns:\n  customer:\n    custNo: 甲\n');
    expect(() => settle({ rules: '错.yaml' }, shell)).toThrow('columns.customer：没有种类 “customer”');
  });

  test('options change the rules that are printed', () => {
    const { rules } = settle({ window: 'perTier', strictActive: true, includeCorp: true, method: 'score' }, shell);
    expect(rules.rfm).toMatchObject({ windowDays: 'perTier', method: 'score' });
    expect(rules.txn.resetClasses).toEqual(['ACTIVE']);
    expect(rules.scope.includeCorporate).toBe(true);
  });

  test('options of dormant and referral change the rules that are printed', () => {
    const options = { preset: 'crm365', wakeDays: '180', successDays: '30', successDef: 'opened', countMandates: true };
    const { rules } = settle({ ...options, strictActive: true }, shell);
    expect(rules.dormant.preset).toBe('crm365');
    expect(rules.wake.windowDays).toBe(180);
    expect(rules.ref).toMatchObject({ successDays: 30, successDef: 'opened' });
    expect(rules.txn.resetClasses).toEqual(['ACTIVE', 'MANDATE']);
  });

  test('taizhang.yaml of the folder is in force, and --map wins over its columns', () => {
    writeFileSync(join(folder, 'taizhang.yaml'), 'columns:\n  customers:\n    custNo: 甲\n    custName: 乙\n');
    const { intake, rulesFile } = settle({ map: ['customers.custNo=丙', 'transactions.acctNo==一户'] }, shell);
    expect(rulesFile).toBe('taizhang.yaml');
    expect([...intake.columns]).toEqual([
      ['customers.custNo', '丙'],
      ['customers.custName', '乙'],
      ['transactions.acctNo', '=一户'],
    ]);
  });
});
