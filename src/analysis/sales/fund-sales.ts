// 基金销售台帐 (§4.4): one row per application within the period.
import type { Day } from '../../model/day.js';
import { type Fen, fenOf } from '../../model/fen.js';
import type { FundTransaction } from '../../model/fund-transaction.js';
import { type Ratio, ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import { fundOrdersOf, isConfirmed, orderDay } from './fund-orders.js';
import type { SalesInput } from './input.js';
import { ledgerOf, missingFields } from './ledger-of.js';
import { type People, peopleOf } from './people.js';
import type { FundSaleRow, SalesLedger } from './report.js';
import { saleKeyOf, saleKeys } from './sale-key.js';
import { suitabilityReader } from './suitability.js';
import { isUndone } from './undone.js';

const purchases = new Set(['认购', '申购', '定投', '认购确认']);
const redemption = '赎回';

/** The confirmation adds its number and figures later: the key holds only what the application knows. */
function keyOf(row: FundTransaction): string {
  const { custNo, fundCode, business, appliedFen, appliedShare, confirmedFen } = row;
  const amount = appliedFen ?? (appliedShare === undefined ? confirmedFen : `${appliedShare.value}份`);
  return saleKeyOf([custNo, fundCode, orderDay(row), business, amount]);
}

function signed(row: FundTransaction, fen: Fen | undefined): number | null {
  return fen === undefined ? null : row.business === redemption ? fenOf(-fen) : fen;
}

function signedShare(row: FundTransaction, share: Ratio | undefined): Ratio | null {
  if (share === undefined) return null;
  return row.business === redemption ? ratio(0 - share.numerator, share.denominator) : share;
}

/** A file of wealth sales may hold agency products as well: the only place that states the level of a fund. */
function fundRisks({ wealthSales }: SalesInput): ReadonlyMap<string, string> {
  const stated = (wealthSales ?? []).flatMap(({ productCode, productRisk }) =>
    productCode === undefined || productRisk === undefined ? [] : [[productCode, productRisk] as const],
  );
  return new Map(stated.sort(([, a], [, b]) => (a < b ? -1 : 1)));
}

function rowReader(
  input: SalesInput,
  rules: Rules,
  asOf: Day,
  people: People,
  keys: ReadonlyMap<FundTransaction, string>,
) {
  const verdictOf = suitabilityReader(input, rules, asOf);
  const risks = fundRisks(input);
  return (row: FundTransaction): { readonly row: FundSaleRow; readonly isByAsOf: boolean } => {
    const productRisk = risks.get(row.fundCode);
    const on = orderDay(row) ?? asOf;
    const { custNo } = row;
    const { isByAsOf, ...verdict } = verdictOf({ custNo, on, productRisk, productType: row.fundType });
    const sale: FundSaleRow = {
      key: keys.get(row) ?? keyOf(row),
      applyDate: row.applyDate ?? null,
      confirmDate: row.confirmDate ?? null,
      customerId: custNo ?? null,
      customerName: people.customerName(custNo, row.custName),
      isVip: people.isVip(custNo),
      ...verdict,
      productCode: row.fundCode,
      productName: row.fundName ?? null,
      productType: row.fundType ?? null,
      productRisk: productRisk ?? null,
      business: row.business,
      appliedFen: signed(row, row.appliedFen),
      confirmedFen: signed(row, row.confirmedFen),
      confirmedNav: row.confirmedNav ?? null,
      confirmedShare: signedShare(row, row.confirmedShare),
      feeFen: row.feeFen ?? null,
      dividendMode: row.dividendMode ?? null,
      status: row.status ?? (isConfirmed(row) ? '已确认' : '待确认'),
      channel: row.channel ?? null,
      salesName: people.salesName(row.managerName, row.managerNo),
      referrerName: null,
      recordingNo: row.recordingNo ?? null,
    };
    return { row: sale, isByAsOf };
  };
}

/** 申请日期, 确认日期 (those that wait last), 客户号. */
function orderOf({ applyDate, confirmDate, customerId, key }: FundSaleRow): string {
  return [applyDate ?? confirmDate ?? '', confirmDate ?? '9999', customerId ?? '', key].join(' ');
}

const shownFields = [
  'confirmDate',
  'fundName',
  'fundType',
  'appliedFen',
  'confirmedFen',
  'confirmedNav',
  'confirmedShare',
  'feeFen',
  'dividendMode',
  'channel',
] as const;

const reportNames: Readonly<Record<string, string>> = {
  fundName: 'productName',
  fundType: 'productType',
};

function missingOf(input: SalesInput, rows: readonly FundTransaction[], risks: number): readonly string[] {
  const fields = missingFields(rows, shownFields).map((field) => reportNames[field] ?? field);
  const hasLevels =
    input.riskTests !== undefined || (input.customers ?? []).some(({ riskLevel }) => riskLevel !== undefined);
  const namesNobody = missingFields(rows, ['managerNo', 'managerName']).length === 2;
  return [
    ...fields,
    ...(namesNobody ? ['salesName'] : []),
    ...(hasLevels ? [] : ['riskLevel', 'suitability']),
    ...(risks === 0 ? ['productRisk'] : []),
    ...(input.balances === undefined ? ['isVip'] : []),
  ];
}

/** null = no fund transactions were given. */
export function fundSalesOf(input: SalesInput, rules: Rules, asOf: Day): SalesLedger<FundSaleRow> | null {
  if (input.fundTransactions === undefined) return null;
  const { from, through } = input.period;
  const { orders, repeated } = fundOrdersOf(input.fundTransactions, asOf);
  const keys = saleKeys(orders, keyOf, (row) => orderDay(row) ?? '');
  const people = peopleOf(input, rules, asOf);
  const inPeriod = orders.filter((row) => {
    const day = orderDay(row);
    return day !== undefined && day >= from && day <= through;
  });
  const done = inPeriod.filter(({ status }) => !isUndone(status));
  const redeemed = done.filter(({ business }) => business === redemption);
  const bought = done.filter(({ business }) => purchases.has(business));
  const taken = input.includesRedemptions ? [...bought, ...redeemed] : bought;
  const read = taken.map(rowReader(input, rules, asOf, people, keys));
  const rows = read.map(({ row }) => row);
  return ledgerOf({
    rows: rows
      .map((row) => ({ row, order: orderOf(row) }))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ row }) => row),
    countedOf: ({ customerId, confirmedFen, feeFen }) => ({
      customerId,
      amountFen: confirmedFen ?? 0,
      secondFen: feeFen ?? 0,
    }),
    missing: missingOf(input, input.fundTransactions, rows.filter(({ productRisk }) => productRisk !== null).length),
    leftOut: {
      undone: inPeriod.length - done.length,
      redemptions: input.includesRedemptions ? 0 : redeemed.length,
      otherBusiness: done.length - bought.length - redeemed.length,
      repeated,
    },
    judgedByAsOf: read.filter(({ isByAsOf }) => isByAsOf).length,
    showsCustomers: people.showsCustomers,
  });
}
