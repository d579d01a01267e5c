// 理财产品销售台帐 (§4.5): one row per purchase within the period.
import { type Day, daysBetween } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import type { WealthSale } from '../../model/wealth-sale.js';
import { lowestRatePercent } from './benchmark-rate.js';
import type { SalesInput } from './input.js';
import { ledgerOf, missingFields } from './ledger-of.js';
import { type People, peopleOf } from './people.js';
import { referenceIncomeFen } from './reference-income.js';
import type { SalesLedger, WealthSaleRow } from './report.js';
import { saleKeyOf, saleKeys, withoutRepeats } from './sale-key.js';
import { suitabilityReader } from './suitability.js';
import { isUndone } from './undone.js';

export function wealthKeyOf({ txnId, custNo, productCode, productName, tradeDate, amountFen }: WealthSale): string {
  return txnId ?? saleKeyOf([custNo, productCode ?? productName, tradeDate, amountFen]);
}

const states: readonly (readonly [RegExp, string])[] = [
  [/部分赎回|[可未待]赎回|未到期|存续|持有|运作|在途/, '存续'],
  [/赎回|转让/, '已赎回'],
  [/到期|终止|兑付|清盘|结清/, '已到期'],
  [/正常/, '存续'],
];
/** These say how the order went, not what became of the product. */
const orderStates = /^(?:交易)?成功|^已?(?:确认|成交|成立|受理)/;

/** 存续, 已到期, 已赎回, else the words of the file; by the dates where the file says nothing of the product. */
export function productState(status: string | undefined, maturityDate: Day | undefined, asOf: Day): string {
  if (status !== undefined && !orderStates.test(status))
    return states.find(([words]) => words.test(status))?.[1] ?? status;
  return maturityDate !== undefined && maturityDate <= asOf ? '已到期' : '存续';
}

function figuresOf({ valueDate, maturityDate, benchmark, amountFen }: WealthSale, asOf: Day) {
  const termDays = valueDate === undefined || maturityDate === undefined ? null : daysBetween(valueDate, maturityDate);
  const ratePercent = lowestRatePercent(benchmark);
  const isKnown = termDays !== null && ratePercent !== null;
  return {
    termDays,
    ratePercent,
    referenceIncomeFen: isKnown ? referenceIncomeFen(amountFen, ratePercent, termDays) : null,
    daysLeft: maturityDate === undefined ? null : daysBetween(asOf, maturityDate),
  };
}

function rowReader(input: SalesInput, rules: Rules, asOf: Day, people: People, keys: ReadonlyMap<WealthSale, string>) {
  const verdictOf = suitabilityReader(input, rules, asOf);
  return (sale: WealthSale): { readonly row: WealthSaleRow; readonly isByAsOf: boolean } => {
    const { custNo, tradeDate, productRisk, productType } = sale;
    const { isByAsOf, ...verdict } = verdictOf({ custNo, on: tradeDate, productRisk, productType });
    const row: WealthSaleRow = {
      key: keys.get(sale) ?? wealthKeyOf(sale),
      tradeDate,
      customerId: custNo,
      customerName: people.customerName(custNo, sale.custName),
      isVip: people.isVip(custNo),
      ...verdict,
      productCode: sale.productCode ?? null,
      productName: sale.productName,
      issuer: sale.issuer ?? null,
      productType: productType ?? null,
      productRisk: productRisk ?? null,
      amountFen: sale.amountFen,
      valueDate: sale.valueDate ?? null,
      maturityDate: sale.maturityDate ?? null,
      benchmark: sale.benchmark ?? null,
      ...figuresOf(sale, asOf),
      status: productState(sale.status, sale.maturityDate, asOf),
      channel: sale.channel ?? null,
      salesName: people.salesName(sale.salesName, sale.salesNo),
      referrerName: people.referrerName(sale.referrerName, sale.referrerNo),
      recordingNo: sale.recordingNo ?? null,
    };
    return { row, isByAsOf };
  };
}

/** 到期日 with open-ended products last, then 购买日期, 客户号. */
function orderOf({ maturityDate, tradeDate, customerId, key }: WealthSaleRow): string {
  return [maturityDate ?? '9999', tradeDate, customerId, key].join(' ');
}

const shownFields = [
  'productCode',
  'issuer',
  'productType',
  'productRisk',
  'valueDate',
  'maturityDate',
  'benchmark',
  'channel',
] as const;

function missingOf(input: SalesInput, sales: readonly WealthSale[]): readonly string[] {
  const hasLevels =
    input.riskTests !== undefined || (input.customers ?? []).some(({ riskLevel }) => riskLevel !== undefined);
  const hasSales = sales.length === 0 || sales.some(({ salesName, salesNo }) => (salesName ?? salesNo) !== undefined);
  return [
    ...missingFields(sales, shownFields),
    ...(hasLevels ? [] : ['riskLevel', 'suitability']),
    ...(hasSales ? [] : ['salesName']),
    ...(input.balances === undefined ? ['isVip'] : []),
  ];
}

/** null = no wealth sales were given. */
export function wealthSalesOf(input: SalesInput, rules: Rules, asOf: Day): SalesLedger<WealthSaleRow> | null {
  if (input.wealthSales === undefined) return null;
  const { from, through } = input.period;
  const known = input.wealthSales.filter(({ tradeDate }) => tradeDate <= asOf);
  const sales = withoutRepeats(known, ({ txnId }) => txnId);
  const keys = saleKeys(sales, wealthKeyOf, ({ tradeDate }) => tradeDate);
  const people = peopleOf(input, rules, asOf);
  const inPeriod = sales.filter(({ tradeDate }) => tradeDate >= from && tradeDate <= through);
  const done = inPeriod.filter(({ status }) => !isUndone(status));
  const bought = done.filter(({ amountFen }) => amountFen >= 0);
  const read = bought.map(rowReader(input, rules, asOf, people, keys));
  const inOrder = read.map(({ row }) => ({ row, order: orderOf(row) })).sort((a, b) => (a.order < b.order ? -1 : 1));
  return ledgerOf({
    rows: inOrder.map(({ row }) => row),
    countedOf: ({ customerId, amountFen, referenceIncomeFen: income }) => ({
      customerId,
      amountFen,
      secondFen: income ?? 0,
    }),
    missing: missingOf(input, input.wealthSales),
    leftOut: {
      undone: inPeriod.length - done.length,
      redemptions: done.length - bought.length,
      otherBusiness: 0,
      repeated: known.length - sales.length,
    },
    judgedByAsOf: read.filter(({ isByAsOf }) => isByAsOf).length,
    showsCustomers: people.showsCustomers,
  });
}
