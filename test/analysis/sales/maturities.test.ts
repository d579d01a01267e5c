import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SalesInput } from '../../../src/analysis/sales/input.js';
import { maturitiesOf } from '../../../src/analysis/sales/maturities.js';
import { retainedOf } from '../../../src/analysis/sales/retained.js';
import { addDays } from '../../../src/model/day.js';
import { fenOf } from '../../../src/model/fen.js';
import { asOf, on, rulesWith } from '../branch.js';
import { salesBranch } from './sales-branch.js';
import { salesInput, wealthSale } from './sales-input.js';

const yuan = (amount: number) => fenOf(amount * 100);

function ledger(input: Partial<SalesInput>) {
  const read = maturitiesOf(salesInput(input), rulesWith(), asOf);
  if (read === null) throw new Error('something was given');
  return read;
}

function matured(maturityDate: string, amount = 100) {
  return wealthSale('C1', '2025-01-02', amount, { maturityDate: on(maturityDate) });
}

describe('matured products', () => {
  test('without sales, accounts and holdings are not provided', () => {
    expect(maturitiesOf(salesInput(), rulesWith(), asOf)).toBeNull();
  });

  test.each([
    ['2025-08-31', 0],
    ['2025-09-01', 1],
    ['2025-09-30', 1],
    ['2025-10-01', 0],
  ])('what matured on %s is among the last 30 days %i times', (day, count) => {
    expect(ledger({ wealthSales: [matured(day)] }).rows).toHaveLength(count);
  });

  const deposit = {
    acctNo: '6222020000001234',
    custNo: 'C1',
    acctType: '定期',
    maturityDate: on('2025-09-10'),
    balanceFen: yuan(100),
  };

  test.each([
    ['as it is', {}, 1],
    ['that renews itself', { autoRenew: true }, 0],
    ['closed before', { closeDate: on('2025-09-09') }, 0],
    ['closed on the day', { closeDate: on('2025-09-10') }, 1],
    ['that is a current account', { acctType: '活期' }, 0],
  ])('a deposit %s stands there %#', (_name, more, count) => {
    expect(ledger({ accounts: [{ ...deposit, ...more }] }).rows).toHaveLength(count);
  });

  test.each([
    [[100, 0], 1, 10000],
    [[0, 0], 2, null],
    [[100, 50], 0, 15000],
  ])('deposits of %j yuan: %i without amount, %o 分 in all', (balances, withoutAmount, maturedFen) => {
    const accounts = balances.map((balance, at) => ({ ...deposit, acctNo: `A${at}`, balanceFen: yuan(balance) }));
    const { figures } = ledger({ accounts, wealthSales: [] });
    expect(figures).toMatchObject({ withoutAmount, maturedFen, retainedFen: maturedFen === null ? null : 0 });
    expect(figures.assetRate?.denominator ?? null).toBe(maturedFen);
  });

  test('a deposit without balance has an unknown amount, and shows no account number', () => {
    const [row] = ledger({ accounts: [{ ...deposit, balanceFen: yuan(0) }] }).rows;
    expect(row).toMatchObject({ maturedFen: null, retainedFen: null, productName: '尾号1234', state: '未提供' });
    expect(JSON.stringify(row)).not.toContain('0000001234');
  });

  test('whoever sold the product does not thereby look after the customer', () => {
    const wealthSales = [wealthSale('C1', '2025-07-01', 100, { maturityDate: on('2025-09-10'), salesName: '李强' })];
    const { rows, byManager } = ledger({ wealthSales });
    expect(rows[0]?.managerName).toBeNull();
    expect(byManager.map(({ managerName }) => managerName)).toEqual(['未分配']);
  });

  test('holdings speak only for what has no export of its own', () => {
    const holding = (productCategory: string) => ({
      custNo: 'C1',
      productCategory,
      productName: `${productCategory}一号`,
      maturityDate: on('2025-09-10'),
      amountFen: yuan(100),
      signed: {},
    });
    const holdings = ['理财', '定期存款', '保险', '个人贷款'].map(holding);
    const kinds = (input: Partial<SalesInput>) =>
      ledger({ holdings, ...input }).rows.map(({ productKind }) => productKind);
    expect([...kinds({})].sort()).toEqual(['保险', '定期存款', '理财']);
    expect([...kinds({ wealthSales: [] })].sort()).toEqual(['保险', '定期存款']);
    expect([...kinds({ wealthSales: [], accounts: [] })]).toEqual(['保险']);
  });
});

describe('retention', () => {
  const bought = (tradeDate: string, amount: number) => wealthSale('C1', tradeDate, amount);

  test.each([
    ['2025-09-09', 100, '未承接', 0],
    ['2025-09-10', 100, '已承接', 10000],
    ['2025-09-30', 99, '部分承接', 9900],
    ['2025-09-12', 500, '已承接', 10000],
  ])('a purchase on %s of %i against 100 matured on 2025-09-10 is %s', (day, amount, state, retainedFen) => {
    const { rows } = ledger({ wealthSales: [matured('2025-09-10'), bought(day, amount)] });
    expect(rows[0]).toMatchObject({ state, retainedFen, windowEndsOn: '2025-10-10' });
  });

  test('one purchase is not counted for two products', () => {
    const { rows, figures } = ledger({
      wealthSales: [matured('2025-09-12', 100), matured('2025-09-10', 100), bought('2025-09-15', 150)],
    });
    expect(rows.map(({ retainedFen }) => retainedFen)).toEqual([10000, 5000]);
    expect(figures.assetRate).toEqual({ numerator: 15000, denominator: 20000, value: 0.75 });
    expect(figures.customerRate).toEqual({ numerator: 1, denominator: 1, value: 1 });
  });

  test('no purchase and no matured amount counts twice, whatever comes', () => {
    const amounts = fc.array(
      fc.record({ days: fc.integer({ min: 0, max: 40 }), amountFen: fc.integer({ min: 1, max: 500 }) }),
    );
    fc.assert(
      fc.property(amounts, amounts, (ended, purchases) => {
        const products = ended
          .map(({ days, amountFen }) => ({
            keyBase: '',
            custNo: 'C1',
            custName: undefined,
            kind: '理财',
            name: null,
            maturedOn: addDays(on('2025-08-01'), days),
            amountFen,
          }))
          .sort((a, b) => (a.maturedOn < b.maturedOn ? -1 : 1));
        const answers = retainedOf(
          products,
          purchases.map(({ days, amountFen }) => ({ custNo: 'C1', on: addDays(on('2025-08-01'), days), amountFen })),
          30,
        );
        const retained = answers.reduce((sum, { retainedFen }) => sum + retainedFen, 0);
        expect(retained).toBeLessThanOrEqual(purchases.reduce((sum, { amountFen }) => sum + amountFen, 0));
        for (const [index, { retainedFen, boughtOn }] of answers.entries()) {
          expect(retainedFen).toBeLessThanOrEqual(products[index]?.amountFen ?? 0);
          expect(boughtOn === null).toBe(retainedFen === 0);
        }
      }),
    );
  });

  test('without sales and fund exports nobody knows', () => {
    const accounts = [
      { acctNo: '1', custNo: 'C1', acctType: '定期', maturityDate: on('2025-09-10'), balanceFen: yuan(100) },
    ];
    const { rows, figures } = ledger({ accounts });
    expect(rows[0]).toMatchObject({ state: '未提供', retainedFen: null });
    expect(figures).toMatchObject({ customerRate: null, assetRate: null, retainedFen: null });
  });

  test('资产留存率 holds AUM now against the last one before the first maturity', () => {
    expect(maturitiesOf(salesBranch(), rulesWith(), asOf)?.figures.keptRate).toEqual({
      numerator: 64000000,
      denominator: 70000000,
      value: 64 / 70,
    });
  });

  test.each([
    ['one snapshot', ['2025-09-30']],
    ['no snapshot before', ['2025-09-10', '2025-09-30']],
  ])('with %s 资产留存率 is not provided', (_name, dates) => {
    const balances = dates.map((date) => ({ custNo: 'C1', dataDate: on(date), aumFen: yuan(100) }));
    const { figures } = ledger({ wealthSales: [matured('2025-09-10')], balances });
    expect(figures).toMatchObject({ keptRate: null, withoutAumBefore: 1 });
  });

  test('the figures by employee add up to those of the branch', () => {
    const read = maturitiesOf(salesBranch(), rulesWith(), asOf);
    const sum = (of: 'matured' | 'maturedFen') =>
      read?.byManager.reduce((total, figures) => total + (figures[of] ?? 0), 0);
    expect([sum('matured'), sum('maturedFen')]).toEqual([read?.figures.matured, read?.figures.maturedFen]);
  });
});
