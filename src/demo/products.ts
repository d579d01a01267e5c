// The invented products that the branch sells, and how its sales systems tell of the bookings for them.
import { addDays, type Day } from '../model/day.js';
import { type Fen, fenOf } from '../model/fen.js';
import type { FundTransaction } from '../model/fund-transaction.js';
import type { Holding } from '../model/holding.js';
import type { Transaction } from '../model/transaction.js';
import type { WealthSale } from '../model/wealth-sale.js';
import type { Person } from './person.js';
import type { Story } from './story.js';

const wealthProducts = [
  { code: 'YQLC0090', name: '云栖稳享90天', days: 90, risk: 'R2', benchmark: '2.30%-2.80%' },
  { code: 'YQLC0180', name: '云栖稳享180天', days: 180, risk: 'R2', benchmark: '2.50%-3.00%' },
  { code: 'YQLC0365', name: '云栖添利一年', days: 365, risk: 'R3', benchmark: '3.05%' },
] as const;

const funds = [
  { code: '990001', name: '竹溪债券A', type: '债券型' },
  { code: '990002', name: '晴川混合', type: '混合型' },
] as const;

/** Sales are listed from this day on. */
const salesFrom = '2024-10-01';

/** The same booking always gets the same product. */
function chosen<T>(list: readonly T[], { txnId = '', amountFen }: Transaction): T {
  return list[((Number(txnId.slice(-6)) + amountFen / 1_000_000) % list.length) | 0]!;
}

export function wealthSalesOf({ customer }: Person, { transactions }: Story, asOf: Day): readonly WealthSale[] {
  return transactions
    .filter(({ summary, reversal, txnDate }) => summary === '理财购买' && reversal === 'normal' && txnDate >= salesFrom)
    .map((txn): WealthSale => {
      const product = chosen(wealthProducts, txn);
      const maturityDate = addDays(txn.txnDate, product.days + 1);
      return {
        tradeDate: txn.txnDate,
        custNo: customer.custNo,
        custName: customer.custName,
        productName: product.name,
        productCode: product.code,
        productRisk: product.risk,
        amountFen: txn.amountFen,
        benchmark: product.benchmark,
        valueDate: addDays(txn.txnDate, 1),
        maturityDate,
        txnId: txn.txnId,
        status: maturityDate <= asOf ? '到期' : '存续',
        channel: txn.channel,
        salesName: customer.managerName,
      };
    });
}

const fundKinds: Readonly<Record<string, string>> = { 基金申购: '122', 基金定投: '139' };

/** Confirmed on the day after; what is applied for on the last day is not confirmed yet. */
export function fundTransactionsOf(
  { customer }: Person,
  { transactions }: Story,
  asOf: Day,
): readonly FundTransaction[] {
  return transactions.flatMap((txn): readonly FundTransaction[] => {
    const business = fundKinds[txn.summary ?? ''];
    if (business === undefined || txn.reversal !== 'normal' || txn.txnDate < salesFrom) return [];
    const fund = chosen(funds, txn);
    const confirmDate = addDays(txn.txnDate, 1);
    const isConfirmed = confirmDate <= asOf;
    return [
      {
        applyDate: txn.txnDate,
        confirmDate: isConfirmed ? confirmDate : undefined,
        custNo: customer.custNo,
        custName: customer.custName,
        fundCode: fund.code,
        fundName: fund.name,
        fundType: fund.type,
        business,
        appliedFen: txn.amountFen,
        confirmedFen: isConfirmed ? txn.amountFen : undefined,
        status: isConfirmed ? '8' : '待确认',
        managerName: customer.managerName,
      },
    ];
  });
}

/** One line per customer and category on the last day, as far as something is held. */
export function holdingsOf({ customer, index }: Person, { balances }: Story, asOf: Day): readonly Holding[] {
  const last = balances.at(-1);
  if (last === undefined || last.dataDate !== asOf) return [];
  const wealth = wealthProducts[index % wealthProducts.length]!;
  const fund = funds[index % funds.length]!;
  const line = (productCategory: string, code: string, name: string, amountFen: Fen | undefined, maturityDate?: Day) =>
    (amountFen ?? 0) === 0
      ? []
      : [
          {
            custNo: customer.custNo,
            productCategory,
            productCode: code,
            productName: name,
            amountFen: fenOf(amountFen ?? 0),
            maturityDate,
            signed: { mobileBanking: index % 3 !== 0 },
            dataDate: asOf,
          },
        ];
  return [
    ...line('理财', wealth.code, wealth.name, last.wealthFen, addDays(asOf, (index % wealth.days) + 1)),
    ...line('基金', fund.code, fund.name, last.fundFen),
  ];
}
