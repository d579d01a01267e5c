// An invented branch whose three sales ledgers have every kind of row.
import type { SalesInput } from '../../../src/analysis/sales/input.js';
import { fenOf } from '../../../src/model/fen.js';
import { ratio } from '../../../src/model/ratio.js';
import { on } from '../branch.js';
import { fundOrder, riskTest, salesInput, wealthSale } from './sales-input.js';

const yuan = (amount: number) => fenOf(Math.round(amount * 100));

const fixed = {
  productCode: 'WL2025001',
  productType: '固定收益类',
  issuer: '示例理财子公司',
  productRisk: 'R2',
  channel: '手机银行',
};

const wealthSales = [
  wealthSale('C1', '2025-07-01', 100000, {
    ...fixed,
    txnId: 'WS001',
    benchmark: '3.05%',
    valueDate: on('2025-07-02'),
    maturityDate: on('2025-12-31'),
    salesName: '沈清和',
    status: '存续',
    referrerName: '秦望舒',
    referrerNo: 'E02',
    recordingNo: 'SL20250701001',
  }),
  wealthSale('C2', '2025-07-08', 250000.5, {
    ...fixed,
    benchmark: '2.60%–3.10%',
    valueDate: on('2025-07-09'),
    maturityDate: on('2025-10-05'),
    salesName: '沈清和',
    status: '持有',
    referrerName: '孔令仪',
  }),
  wealthSale('C3', '2025-07-15', 80000, {
    ...fixed,
    productName: '稳健成长混合策略一年定开理财计划（示例）',
    productType: '混合类',
    productRisk: 'R4',
    benchmark: '沪深300指数收益率×20%+中债综合×80%',
    valueDate: on('2025-07-16'),
    maturityDate: on('2025-09-20'),
    salesNo: 'E02',
    status: '存续',
  }),
  wealthSale('C4', '2025-08-20', 50000, {
    productName: '天天宝现金管理',
    productType: '现金管理类',
    productRisk: 'R1',
    benchmark: '1.8',
    salesName: '秦望舒',
  }),
  wealthSale('C1', '2025-09-22', 60000, { ...fixed, benchmark: '2.9%', salesName: '沈清和', status: '交易成功' }),
  wealthSale('C5', '2025-09-25', 1234567.89, { ...fixed, salesName: '秦望舒', valueDate: on('2025-09-26') }),
  wealthSale('C5', '2025-09-26', 10000, { ...fixed, status: '已撤单', salesName: '秦望舒' }),
];

const confirmed = { status: '成功', confirmedNav: ratio(10512, 10000), dividendMode: '现金分红', channel: '手机银行' };

const fundTransactions = [
  fundOrder('C1', '2025-07-10', 50000, {
    ...confirmed,
    fundName: '示例沪港深优选混合型证券投资基金',
    fundType: '混合型',
    confirmDate: on('2025-07-11'),
    confirmedFen: yuan(50000),
    confirmedShare: ratio(4748858, 100),
    feeFen: yuan(75),
    managerName: '沈清和',
  }),
  fundOrder('C2', '2025-09-10', 20000, { fundName: '示例增利债券A', fundType: '债券型', managerName: '沈清和' }),
  fundOrder('C3', '2025-09-29', 1000, { business: '定投', fundType: '指数型', managerName: '秦望舒' }),
  fundOrder('C4', '2025-09-01', 8000, {
    ...confirmed,
    fundCode: '000002',
    fundType: '债券型',
    confirmDate: on('2025-09-02'),
    confirmedFen: yuan(8000),
    confirmedShare: ratio(761035, 100),
    feeFen: yuan(4.8),
    managerName: '秦望舒',
  }),
  fundOrder('C1', '2025-09-03', 0, {
    ...confirmed,
    business: '赎回',
    fundType: '混合型',
    appliedFen: undefined,
    appliedShare: ratio(10000, 1),
    confirmDate: on('2025-09-04'),
    confirmedFen: yuan(10512),
    confirmedShare: ratio(10000, 1),
    feeFen: yuan(52.56),
    managerName: '沈清和',
  }),
];

export function salesBranch(wish: Partial<SalesInput> = {}): SalesInput {
  return salesInput({
    wealthSales,
    fundTransactions,
    customers: [
      { custNo: 'C1', custName: '阮青山', managerName: '沈清和', riskLevel: 'C3', riskExpiry: on('2026-03-01') },
      { custNo: 'C2', custName: '欧阳知秋', managerName: '沈清和', riskLevel: 'C1' },
      { custNo: 'C3', custName: '贺兰', managerNo: 'E02' },
      { custNo: 'C4', custName: '陆小满' },
      { custNo: 'C5', custName: '顾长风', riskLevel: '平衡型' },
    ],
    riskTests: [
      riskTest('C1', '2024-03-01', 'C2', '2025-03-01'),
      riskTest('C1', '2025-03-02', 'C3', '2026-03-01'),
      riskTest('C2', '2023-05-01', 'C1', '2024-05-01'),
      riskTest('C3', '2025-01-10', '保守型', '2026-01-09'),
    ],
    employees: [
      { empNo: 'E01', empName: '沈清和' },
      { empNo: 'E02', empName: '秦望舒' },
    ],
    balances: [
      ...[
        ['C1', 600000],
        ['C2', 300000],
        ['C3', 100000],
        ['C5', 2000000],
      ].map(([custNo, amount]) => ({
        custNo: String(custNo),
        dataDate: on('2025-08-31'),
        aumFen: yuan(Number(amount)),
      })),
      ...[
        ['C1', 620000],
        ['C2', 290000],
        ['C3', 20000],
        ['C5', 2100000],
      ].map(([custNo, amount]) => ({
        custNo: String(custNo),
        dataDate: on('2025-09-30'),
        aumFen: yuan(Number(amount)),
      })),
    ],
    accounts: [
      {
        acctNo: '6222020000001234',
        custNo: 'C1',
        acctType: '定期',
        openDate: on('2024-09-21'),
        maturityDate: on('2025-09-21'),
        balanceFen: yuan(100000),
      },
    ],
    ...wish,
  });
}
