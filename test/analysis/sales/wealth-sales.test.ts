import { describe, expect, test } from 'vitest';
import type { SalesInput } from '../../../src/analysis/sales/input.js';
import { productState, wealthSalesOf } from '../../../src/analysis/sales/wealth-sales.js';
import { fenOf } from '../../../src/model/fen.js';
import type { WealthSale } from '../../../src/model/wealth-sale.js';
import { asOf, on, type RulesInput, rulesWith } from '../branch.js';
import { salesInput, wealthSale } from './sales-input.js';

function ledger(wealthSales: readonly WealthSale[], more: Partial<SalesInput> = {}, rules: RulesInput = {}) {
  const read = wealthSalesOf(salesInput({ wealthSales, ...more }), rulesWith(rules), asOf);
  if (read === null) throw new Error('sales were given');
  return read;
}

describe('wealth sales', () => {
  test('without the export are not provided', () => {
    expect(wealthSalesOf(salesInput(), rulesWith(), asOf)).toBeNull();
  });

  test('reckon term, rate, income and days left from the row', () => {
    const sale = wealthSale('C1', '2025-07-01', 100000, {
      benchmark: '3.05%',
      valueDate: on('2025-07-02'),
      maturityDate: on('2025-12-31'),
    });
    expect(ledger([sale]).rows[0]).toMatchObject({
      termDays: 182,
      ratePercent: { value: 3.05 },
      referenceIncomeFen: 152082,
      daysLeft: 92,
      status: '存续',
    });
  });

  test('an open-ended product has neither term nor income nor days left', () => {
    const sale = wealthSale('C1', '2025-07-01', 100000, { benchmark: '3.05%', valueDate: on('2025-07-02') });
    expect(ledger([sale]).rows[0]).toMatchObject({ termDays: null, referenceIncomeFen: null, daysLeft: null });
  });

  test('keep salespersons of one name apart where the 工号 tells them', () => {
    const employees = ['001', '002'].map((empNo) => ({ empNo, empName: '李强' }));
    const sales = [
      wealthSale('C1', '2025-07-01', 1, { salesNo: '001', salesName: '李强' }),
      wealthSale('C2', '2025-07-02', 1, { salesNo: '002' }),
      wealthSale('C3', '2025-07-03', 1, { salesName: '李强' }),
    ];
    const names = ledger(sales, { employees }).rows.map(({ salesName }) => salesName);
    expect(names).toEqual(['李强（001）', '李强（002）', '李强']);
  });

  test('stand by 到期日, those without one last, then 购买日期 and 客户号', () => {
    const sales = [
      wealthSale('C1', '2025-07-05', 1),
      wealthSale('C3', '2025-07-04', 1, { maturityDate: on('2025-12-01') }),
      wealthSale('C2', '2025-07-04', 1, { maturityDate: on('2025-12-01') }),
      wealthSale('C4', '2025-07-06', 1, { maturityDate: on('2025-11-30') }),
      wealthSale('C5', '2025-07-01', 1),
    ];
    expect(ledger(sales).rows.map(({ customerId }) => customerId)).toEqual(['C4', 'C2', 'C3', 'C5', 'C1']);
  });

  test.each([
    ['2025-06-30', 0],
    ['2025-07-01', 1],
    ['2025-09-30', 1],
    ['2025-10-01', 0],
  ])('a purchase of %s is in the third quarter %i times', (tradeDate, count) => {
    expect(ledger([wealthSale('C1', tradeDate, 1)]).rows).toHaveLength(count);
  });

  test('undone and negative rows are counted, not listed', () => {
    const sales = [wealthSale('C1', '2025-07-01', 1, { status: '已撤单' }), wealthSale('C1', '2025-07-01', -1)];
    expect(ledger(sales)).toMatchObject({ rows: [], leftOut: { undone: 1, redemptions: 1 } });
  });

  test.each([
    ['存续', '2025-09-01', '存续'],
    ['持有', undefined, '存续'],
    ['未到期', '2025-12-01', '存续'],
    ['已到期', '2025-12-01', '已到期'],
    ['到期赎回', '2025-09-01', '已赎回'],
    ['部分赎回', '2025-12-01', '存续'],
    ['可赎回', undefined, '存续'],
    ['正常到期', '2025-09-01', '已到期'],
    ['正常', '2025-12-01', '存续'],
    ['交易成功', '2025-09-30', '已到期'],
    ['交易成功', '2025-10-01', '存续'],
    ['已确认', undefined, '存续'],
    [undefined, '2025-09-30', '已到期'],
    [undefined, undefined, '存续'],
    ['募集中', undefined, '募集中'],
  ])('%s with 到期日 %s is %s', (status, maturityDate, expected) => {
    expect(productState(status, maturityDate === undefined ? undefined : on(maturityDate), asOf)).toBe(expected);
  });

  test('the sums by type and by salesperson are the sums of the rows', () => {
    const { byType, bySales, total } = ledger([
      wealthSale('C1', '2025-07-01', 100, { productType: '固收', salesName: '沈清和' }),
      wealthSale('C1', '2025-07-02', 50, { productType: '固收', salesNo: 'E9' }),
      wealthSale('C2', '2025-07-03', 200, {}),
    ]);
    expect(byType.map(({ name, sales, customers, amountFen }) => [name, sales, customers, amountFen])).toEqual([
      ['未登记', 1, 1, 20000],
      ['固收', 2, 1, 15000],
    ]);
    expect(bySales.map(({ name, amountFen }) => [name, amountFen])).toEqual([
      ['未登记', 20000],
      ['沈清和', 10000],
      ['E9', 5000],
    ]);
    expect(total).toMatchObject({ sales: 3, customers: 2, amountFen: 35000 });
  });

  test.each([
    ['manager', '阮*山', '孔*仪'],
    ['owner', '阮青山', '孔*仪'],
  ] as const)('names under %s are %s; a referring employee is never masked', (profile, name, referrer) => {
    const more = { employees: [{ empNo: 'E1', empName: '秦望舒' }] };
    const sales = [
      wealthSale('C1', '2025-07-01', 1, { custName: '阮青山', referrerName: '孔令仪' }),
      wealthSale('C1', '2025-07-02', 1, { referrerName: '秦望舒' }),
      wealthSale('C1', '2025-07-03', 1, { referrerNo: 'E1' }),
    ];
    const { rows } = ledger(sales, more, { privacy: { profile } });
    expect(rows[0]?.customerName).toBe(name);
    expect(rows.map(({ referrerName }) => referrerName)).toEqual([referrer, '秦望舒', '秦望舒']);
  });

  test('under owner a referrer is named who is an own customer', () => {
    const sales = [wealthSale('C1', '2025-07-01', 1, { referrerName: '孔令仪' })];
    const more = { customers: [{ custNo: 'C2', custName: '孔令仪' }] };
    const { rows } = ledger(sales, more, { privacy: { profile: 'owner' } });
    expect(rows.map(({ referrerName }) => referrerName)).toEqual(['孔令仪']);
  });

  test('under public no row is listed, and the sums stay', () => {
    const { rows, total } = ledger([wealthSale('C1', '2025-07-01', 1)], {}, { privacy: { profile: 'public' } });
    expect(rows).toEqual([]);
    expect(total).toMatchObject({ sales: 1, amountFen: 100 });
  });

  test.each([
    [19999999, false],
    [20000000, true],
  ])('somebody with an AUM of %i 分 is 贵宾: %s', (aum, isVip) => {
    const balances = [{ custNo: 'C1', dataDate: asOf, aumYearAvgFen: fenOf(aum) }];
    expect(ledger([wealthSale('C1', '2025-07-01', 1)], { balances }).rows[0]?.isVip).toBe(isVip);
  });

  test('without balances nobody knows who is 贵宾', () => {
    expect(ledger([wealthSale('C1', '2025-07-01', 1)]).rows[0]?.isVip).toBeNull();
  });
});
