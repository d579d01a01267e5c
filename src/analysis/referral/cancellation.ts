// A deal that was undone soon after (§5.6): 撤单 of a wealth product, 赎回 of the fund that was bought.
import { addDays, type Day } from '../../model/day.js';
import type { FundTransaction } from '../../model/fund-transaction.js';
import type { Referral } from '../../model/referral.js';
import type { Rules } from '../../model/rules.js';
import type { WealthSale } from '../../model/wealth-sale.js';
import type { ReferralInput } from './input.js';

/** 撤单 and what sales systems call it; 已赎回 says nothing of the day and stays. */
const withdrawn = /撤单|撤销|已撤|退单|冲正|作废|失败|取消/u;
const purchases: ReadonlySet<string> = new Set(['认购', '申购', '认购确认']);

function byCustomer<T extends { readonly custNo?: string | undefined }>(records: readonly T[] | undefined) {
  const groups = new Map<string, T[]>();
  for (const record of records ?? []) {
    if (record.custNo === undefined) continue;
    const group = groups.get(record.custNo);
    if (group === undefined) groups.set(record.custNo, [record]);
    else group.push(record);
  }
  return groups;
}

function isSaleOf(sale: WealthSale, { dealDate, dealProduct, dealFen }: Referral): boolean {
  if (sale.tradeDate !== dealDate) return false;
  if (dealProduct?.includes(sale.productName)) return true;
  return dealFen !== undefined && sale.amountFen === dealFen;
}

function isBought(fund: FundTransaction, { dealDate, dealProduct }: Referral): boolean {
  if (!purchases.has(fund.business)) return false;
  const { fundName, fundCode } = fund;
  const isNamed = dealProduct?.includes(fundCode) || (fundName !== undefined && dealProduct?.includes(fundName));
  return isNamed === true || fund.applyDate === dealDate || fund.confirmDate === dealDate;
}

/**
 * Whether the sales files undo the deal within `ref.cancelDays` (inclusive) and on or before asOf. A wealth sale is that of the
 * deal where its day and its product or amount agree; it is undone when all such sales are. Redeeming any part of the fund counts.
 */
export function cancellationReader(
  { wealthSales, fundTransactions }: Pick<ReferralInput, 'wealthSales' | 'fundTransactions'>,
  rules: Rules,
  asOf: Day,
): (row: Referral, customerId: string | null) => boolean {
  const salesOf = byCustomer(wealthSales);
  const fundsOf = byCustomer(fundTransactions);
  return (row, customerId) => {
    if (customerId === null || row.dealDate === undefined) return false;
    const dealDate = row.dealDate;
    const sales = (salesOf.get(customerId) ?? []).filter((sale) => isSaleOf(sale, row));
    if (sales.length > 0 && sales.every(({ status }) => withdrawn.test(status ?? ''))) return true;
    const through = addDays(dealDate, rules.ref.cancelDays);
    const funds = (fundsOf.get(customerId) ?? []).filter(({ status }) => status !== '失败');
    const bought = new Set(funds.filter((fund) => isBought(fund, row)).map(({ fundCode }) => fundCode));
    return funds.some(({ business, fundCode, applyDate, confirmDate }) => {
      const on = applyDate ?? confirmDate;
      if (business !== '赎回' || !bought.has(fundCode) || on === undefined) return false;
      return on >= dealDate && on <= through && on <= asOf;
    });
  };
}
