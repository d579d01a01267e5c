import { describe, expect, test } from 'vitest';
import type { Account } from '../../../src/model/account.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Holding } from '../../../src/model/holding.js';
import type { WealthSale } from '../../../src/model/wealth-sale.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { type DormantWish, dormantReport } from './branch.js';

const old = on('2020-01-01');

function flagsOf(wish: DormantWish) {
  return dormantReport({ customers: [customer('F', old)], ...wish }).customers[0]?.flags;
}

function holding(more: Partial<Holding>): readonly Holding[] {
  return [{ custNo: 'F', productCategory: '理财', maturityDate: on('2025-12-31'), signed: {}, ...more }];
}

function account(more: Partial<Account>): readonly Account[] {
  return [{ acctNo: 'A', custNo: 'F', openDate: old, balanceFen: fenOf(100), ...more }];
}

function sale(status: string): WealthSale {
  const maturityDate = on('2025-10-01');
  return { tradeDate: old, custNo: 'F', productName: '稳利', amountFen: fenOf(1), maturityDate, status };
}

describe('a dormant customer is marked', () => {
  test.each<[string, DormantWish, readonly string[]]>([
    ['by the words of an account', { accounts: account({ acctType: '社会保障卡' }) }, ['社保卡']],
    [
      'by the words of a product',
      { holdings: holding({ productCategory: '公积金联名卡', maturityDate: undefined }) },
      ['公积金卡'],
    ],
    ['by payroll', { holdings: holding({ productCategory: undefined, signed: { payroll: true } }) }, ['代发户']],
    [
      'not by a service that is not signed',
      { holdings: holding({ productCategory: '基金', signed: { payroll: false } }) },
      [],
    ],
    [
      'by custody',
      { holdings: holding({ productCategory: '基金', signed: { securitiesCustody: true } }) },
      ['三方存管'],
    ],
    ['by a running loan', { loans: [{ custNo: 'F', loanType: '房贷' }] }, ['贷款还款户']],
    ['not by a settled loan', { loans: [{ custNo: 'F', loanType: '房贷', settleDate: asOf }] }, []],
    ['not by a loan of status 结清', { loans: [{ custNo: 'F', loanType: '房贷', status: '结清' }] }, []],
    ['by a frozen customer', { customers: [customer('F', old, { custStatus: 'frozen' })] }, ['司法冻结']],
    ['by a loan granted today', { loans: [{ custNo: 'F', loanType: '房贷', grantDate: asOf }] }, ['贷款还款户']],
    ['not by a loan granted tomorrow', { loans: [{ custNo: 'F', grantDate: on('2025-10-01') }] }, []],
    ['by a frozen account', { accounts: account({ status: 'frozen' }) }, ['司法冻结']],
    ['by an empty account', { accounts: account({ balanceFen: fenOf(0) }) }, ['零余额']],
    ['as staff', { customers: [customer('F', old, { isStaff: true })] }, ['本行员工']],
    [
      'by an AUM of 0 where deposits are not known',
      { balances: [{ custNo: 'F', dataDate: asOf, aumFen: fenOf(0) }] },
      ['零余额'],
    ],
  ])('%s', (_how, wish, flags) => {
    expect(flagsOf(wish)).toEqual(flags);
  });
});

describe('持有未到期产品', () => {
  test.each<[string, DormantWish, readonly string[]]>([
    [
      'a time deposit that matures tomorrow',
      { accounts: account({ acctType: '定期', maturityDate: on('2025-10-01') }) },
      ['未到期定期', '持有未到期产品'],
    ],
    ['not one that matured today', { accounts: account({ acctType: '定期', maturityDate: asOf }) }, []],
    [
      'one that renews itself',
      { accounts: account({ acctType: '定期', maturityDate: asOf, autoRenew: true }) },
      ['未到期定期', '持有未到期产品'],
    ],
    [
      'not one that is closed',
      {
        accounts: [
          ...account({}),
          ...account({ acctNo: 'B', acctType: '定期', maturityDate: on('2025-10-01'), closeDate: asOf }),
        ],
      },
      [],
    ],
    [
      'a wealth product that matures tomorrow',
      { holdings: holding({ maturityDate: on('2025-10-01'), status: '存续' }) },
      ['未到期理财', '持有未到期产品'],
    ],
    ['not one that matured today', { holdings: holding({ maturityDate: asOf }) }, []],
    [
      'a wealth product that is called 定期',
      { holdings: holding({ productName: '定期开放一号' }) },
      ['未到期理财', '持有未到期产品'],
    ],
    ['not one that was redeemed', { holdings: holding({ status: '已赎回' }) }, []],
    ['one that was redeemed in part', { holdings: holding({ status: '部分赎回' }) }, ['未到期理财', '持有未到期产品']],
    ['one of status 未到期', { holdings: holding({ status: '未到期' }) }, ['未到期理财', '持有未到期产品']],
    [
      'a time deposit among the holdings',
      { holdings: holding({ productCategory: '定期存款' }) },
      ['未到期定期', '持有未到期产品'],
    ],
    [
      'a sale, where no holdings are given',
      {
        wealthSales: [
          { tradeDate: old, custNo: 'F', productName: '稳利', amountFen: fenOf(1), maturityDate: on('2025-10-01') },
        ],
      },
      ['未到期理财', '持有未到期产品'],
    ],
    [
      'not a sale that the holdings no longer list',
      {
        holdings: [],
        wealthSales: [
          { tradeDate: old, custNo: 'F', productName: '稳利', amountFen: fenOf(1), maturityDate: on('2025-10-01') },
        ],
      },
      [],
    ],
    ...(['存续', '已赎回'] as const).map((status): [string, DormantWish, readonly string[]] => [
      `a sale that says ${status}, where the holdings list no wealth product of anybody`,
      { holdings: holding({ productCategory: '签约', productName: '代发' }), wealthSales: [sale(status)] },
      status === '存续' ? ['未到期理财', '持有未到期产品'] : [],
    ]),
    [
      'not a sale that says 存续, where the holdings list wealth products',
      { holdings: holding({ custNo: 'Z' }), wealthSales: [sale('存续')] },
      [],
    ],
    [
      'not a holding of an older list',
      { holdings: [...holding({ dataDate: on('2025-08-31') }), ...holding({ custNo: 'Z', dataDate: asOf })] },
      [],
    ],
  ])('%s', (_what, wish, flags) => {
    expect(flagsOf(wish)).toEqual(flags);
  });
});

test('flags are counted over the dormant customers, and words of the branch make flags of their own', () => {
  const rules = rulesWith({ dormant: { exemptWords: { 军人卡: ['军人'] } } });
  const { summary, customers } = dormantReport({
    rules,
    customers: [customer('F', old), customer('G', old)],
    accounts: account({ acctType: '军人保障卡' }),
  });
  expect(customers.map(({ flags }) => flags)).toEqual([['军人卡'], ['零余额']]);
  expect(summary.flags).toEqual([
    { flag: '军人卡', customers: 1 },
    { flag: '零余额', customers: 1 },
  ]);
});
