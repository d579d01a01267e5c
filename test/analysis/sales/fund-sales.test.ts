import { describe, expect, test } from 'vitest';
import { fundSalesOf } from '../../../src/analysis/sales/fund-sales.js';
import type { SalesInput } from '../../../src/analysis/sales/input.js';
import { type Fen, fenOf } from '../../../src/model/fen.js';
import type { FundTransaction } from '../../../src/model/fund-transaction.js';
import { ratio } from '../../../src/model/ratio.js';
import { asOf, on, rulesWith } from '../branch.js';
import { fundOrder, salesInput } from './sales-input.js';

function ledger(fundTransactions: readonly FundTransaction[], more: Partial<SalesInput> = {}) {
  const read = fundSalesOf(salesInput({ fundTransactions, ...more }), rulesWith(), asOf);
  if (read === null) throw new Error('funds were given');
  return read;
}

const yuan = (amount: number): Fen => fenOf(amount * 100);
const confirmed = { confirmDate: on('2025-08-02'), confirmedFen: yuan(1000), status: '成功' };

describe('fund sales', () => {
  test('without fund transactions are not provided', () => {
    expect(fundSalesOf(salesInput(), rulesWith(), asOf)).toBeNull();
  });

  test('an empty file is no sale and no missing column of its own', () => {
    const { rows, total, missing } = ledger([]);
    expect(rows).toEqual([]);
    expect(total).toEqual({ name: '合计', sales: 0, customers: 0, amountFen: 0, secondFen: 0 });
    expect(missing).toEqual(['riskLevel', 'suitability', 'productRisk', 'isVip']);
  });

  test.each([
    ['2025-06-30', 0],
    ['2025-07-01', 1],
    ['2025-09-30', 1],
    ['2025-10-01', 0],
  ])('an application of %s is in the third quarter %i times', (applyDate, count) => {
    expect(ledger([fundOrder('C1', applyDate, 1000)]).rows).toHaveLength(count);
  });

  test('a confirmation after asOf has not come yet', () => {
    const order = fundOrder('C1', '2025-09-29', 1000, { ...confirmed, confirmDate: on('2025-10-01'), feeFen: yuan(1) });
    expect(ledger([order]).rows[0]).toMatchObject({
      confirmDate: null,
      confirmedFen: null,
      feeFen: null,
      status: '待确认',
    });
  });

  test('a confirmation on asOf has come', () => {
    const order = fundOrder('C1', '2025-09-29', 1000, { ...confirmed, confirmDate: on('2025-09-30') });
    expect(ledger([order]).rows[0]).toMatchObject({ confirmDate: '2025-09-30', confirmedFen: 100000 });
  });

  test('salespersons of one name stand apart where the 工号 tells them', () => {
    const orders = [
      fundOrder('C1', '2025-08-01', 1000, { managerName: '李强', managerNo: '001' }),
      fundOrder('C2', '2025-08-02', 1000, { managerName: '李强', managerNo: '002' }),
      fundOrder('C3', '2025-08-03', 1000, { managerName: '李强' }),
      fundOrder('C4', '2025-08-04', 1000, { managerNo: '003' }),
    ];
    const { bySales, missing } = ledger(orders, { employees: [{ empNo: '003', empName: '沈清和' }] });
    expect(bySales.map(({ name }) => name).sort()).toEqual(['李强', '李强（001）', '李强（002）', '沈清和'].sort());
    expect(missing).not.toContain('salesName');
  });

  test.each([
    [{ managerNo: '001' }, false],
    [{ managerName: '李强' }, false],
    [{}, true],
  ])('with %o the salesperson is missing: %s', (named, isMissing) => {
    expect(ledger([fundOrder('C1', '2025-08-01', 1000, named)]).missing.includes('salesName')).toBe(isMissing);
  });

  test('every line of the period is sold, redeemed, other business or undone', () => {
    const lines = ['申购', '赎回', '赎回', '红利', '申购'];
    const orders = lines.map((business, at) =>
      fundOrder(`C${at}`, '2025-08-01', 1000, { business, ...(at === 4 ? { status: '失败' } : {}) }),
    );
    const { rows, leftOut } = ledger(orders);
    expect(rows).toHaveLength(1);
    expect(leftOut).toEqual({ undone: 1, redemptions: 2, otherBusiness: 1, repeated: 0 });
  });

  test.each(['认购', '申购', '定投', '认购确认'])('%s is a sale', (business) => {
    expect(ledger([fundOrder('C1', '2025-08-01', 1000, { business })]).rows).toHaveLength(1);
  });

  test('红利 and others are counted, not listed', () => {
    const orders = ['红利', '转托管'].map((business) => fundOrder('C1', '2025-08-01', 1000, { business }));
    expect(ledger(orders)).toMatchObject({ rows: [], leftOut: { otherBusiness: 2 } });
  });

  test.each(['失败', '已撤单', '作废'])('an application that is %s is counted, not listed', (status) => {
    expect(ledger([fundOrder('C1', '2025-08-01', 1000, { status })])).toMatchObject({
      rows: [],
      leftOut: { undone: 1 },
    });
  });

  test('redemptions are left out, or stand as negative rows', () => {
    const redeemed = fundOrder('C1', '2025-08-01', 0, {
      ...confirmed,
      business: '赎回',
      appliedFen: undefined,
      appliedShare: ratio(1000, 1),
      confirmedShare: ratio(100050, 100),
      feeFen: yuan(5),
    });
    const bought = fundOrder('C1', '2025-08-01', 3000, { confirmedFen: yuan(3000), feeFen: yuan(3) });
    expect(ledger([redeemed, bought])).toMatchObject({
      total: { sales: 1, amountFen: 300000 },
      leftOut: { redemptions: 1 },
    });
    const { rows, total, leftOut } = ledger([redeemed, bought], { includesRedemptions: true });
    expect(rows.find(({ business }) => business === '赎回')).toMatchObject({
      appliedFen: null,
      confirmedFen: -100000,
      confirmedShare: { numerator: -100050, denominator: 100 },
      feeFen: 500,
    });
    expect(total).toMatchObject({ sales: 2, customers: 1, amountFen: 200000, secondFen: 800 });
    expect(leftOut.redemptions).toBe(0);
  });

  test('the final confirmation fills the row of its subscription, whose key stays', () => {
    const order = fundOrder('C1', '2025-07-20', 1000, { business: '认购' });
    const final = { ...order, applyDate: undefined, business: '认购确认', ...confirmed, taNo: 'TA9' };
    const [before] = ledger([order]).rows;
    const { rows } = ledger([final, order]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ key: before?.key, business: '认购', confirmedFen: 100000, status: '成功' });
  });

  test('two subscriptions of the same fund each keep their own confirmation', () => {
    const orders = [1000, 2000].map((amount) => fundOrder('C1', '2025-07-20', amount, { business: '认购' }));
    const finals = [2000, 1000].map((amount) =>
      fundOrder('C1', '2025-08-02', amount, { business: '认购确认', confirmedFen: yuan(amount - 1) }),
    );
    const { rows } = ledger([...finals, ...orders]);
    expect(rows.map(({ appliedFen, confirmedFen }) => [appliedFen, confirmedFen])).toEqual([
      [100000, 99900],
      [200000, 199900],
    ]);
  });

  test('two subscriptions of the same amount share no confirmation', () => {
    const order = fundOrder('C1', '2025-07-20', 1000, { business: '认购' });
    const final = fundOrder('C1', '2025-08-02', 1000, { business: '认购确认' });
    const finals = [1, 2].map((fee) => ({ ...final, confirmedFen: yuan(1000 - fee), feeFen: yuan(fee) }));
    const { rows } = ledger([...finals, order, { ...order }]);
    expect(rows.map(({ feeFen }) => feeFen ?? 0).sort((a, b) => a - b)).toEqual([100, 200]);
  });

  test('stand by 申请日期, 确认日期 with those that wait last, 客户号', () => {
    const orders = [
      fundOrder('C1', '2025-08-01', 1),
      fundOrder('C3', '2025-08-01', 2, { confirmDate: on('2025-08-04') }),
      fundOrder('C2', '2025-08-01', 3, { confirmDate: on('2025-08-04') }),
      fundOrder('C4', '2025-08-01', 4, { confirmDate: on('2025-08-02') }),
      fundOrder('C5', '2025-07-31', 5),
    ];
    expect(ledger(orders).rows.map(({ customerId }) => customerId)).toEqual(['C5', 'C4', 'C2', 'C3', 'C1']);
  });

  test('an exact repeat with a TA number counts once, one without it twice', () => {
    const numbered = fundOrder('C1', '2025-08-01', 1000, { taNo: 'TA1' });
    const plain = fundOrder('C2', '2025-08-01', 1000);
    const { rows, leftOut } = ledger([numbered, { ...numbered }, plain, { ...plain }]);
    expect(rows.map(({ customerId }) => customerId)).toEqual(['C1', 'C2', 'C2']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
    expect(leftOut.repeated).toBe(1);
  });

  test('the level of a fund comes from a wealth file that sells it too', () => {
    const wealthSales = [
      {
        custNo: 'C9',
        tradeDate: on('2025-01-01'),
        productName: '示例基金',
        productCode: '000001',
        productRisk: 'R4',
        amountFen: yuan(1),
      },
    ];
    expect(ledger([fundOrder('C1', '2025-08-01', 1)], { wealthSales }).rows[0]?.productRisk).toBe('R4');
  });
});
