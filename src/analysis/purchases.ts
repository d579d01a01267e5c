// What customers bought of their own will, from sales, fund transactions and time deposits (C13).
import type { Account } from '../model/account.js';
import type { Day } from '../model/day.js';
import type { FundTransaction } from '../model/fund-transaction.js';
import type { WealthSale } from '../model/wealth-sale.js';
import { groupBy } from './referral/group-by.js';
import type { ReferralInput } from './referral/input.js';
import { isTimeDeposit } from './time-deposit.js';

export interface Purchase {
  readonly custNo: string;
  /** The day of the application, else of the confirmation. */
  readonly on: Day;
  readonly amountFen: number;
}

export type PurchaseInput = Pick<ReferralInput, 'wealthSales' | 'fundTransactions' | 'accounts'>;

const undone = /撤|失败|作废|无效|未成交|退款|冲正/;
const automatic = /自动(续|再投|滚|转存|申购)|续期|定投|定期定额/;

/**
 * By customer, in no order, through asOf: wealth sales, confirmed 认购 and 申购, time deposits without automatic renewal. No 定投
 * instalments, 红利, redemptions or undone sales. undefined = neither sales nor fund transactions were given.
 */
export function purchasesOf(input: PurchaseInput, asOf: Day): ReadonlyMap<string, readonly Purchase[]> | undefined {
  const { wealthSales, fundTransactions, accounts } = input;
  if (wealthSales === undefined && fundTransactions === undefined) return undefined;
  const all = [
    ...(wealthSales ?? []).flatMap(wealthPurchase),
    ...fundPurchases(fundTransactions ?? [], asOf),
    ...(accounts ?? []).flatMap(depositPurchase),
  ];
  return groupBy(
    all.filter(({ on }) => on <= asOf),
    ({ custNo }) => custNo,
  );
}

function wealthPurchase({ custNo, tradeDate, amountFen, status, productType }: WealthSale): readonly Purchase[] {
  const words = `${status ?? ''} ${productType ?? ''}`;
  return undone.test(words) || automatic.test(words) ? [] : [{ custNo, on: tradeDate, amountFen }];
}

function fundPurchases(rows: readonly FundTransaction[], asOf: Day): readonly Purchase[] {
  const confirmed = rows.filter((row) => isConfirmed(row, asOf));
  const keyOf = ({ custNo, fundCode }: FundTransaction) => JSON.stringify([custNo, fundCode]);
  const subscribed = new Set(confirmed.filter(({ business }) => business === '认购').map(keyOf));
  return confirmed.flatMap((row) => {
    // 认购确认 is the second line of a 认购, weeks later, and not a second purchase.
    const isPurchase =
      row.business === '认购' ||
      row.business === '申购' ||
      (row.business === '认购确认' && !subscribed.has(keyOf(row)));
    const on = row.applyDate ?? row.confirmDate;
    if (!isPurchase || row.custNo === undefined || on === undefined) return [];
    return [{ custNo: row.custNo, on, amountFen: row.confirmedFen ?? row.appliedFen ?? 0 }];
  });
}

/** 成功 as stated, else by what only a confirmation knows; a confirmation after asOf has not come yet. */
function isConfirmed({ status, confirmDate, confirmedFen, confirmedShare }: FundTransaction, asOf: Day): boolean {
  if (confirmDate !== undefined && confirmDate > asOf) return false;
  if (status === '失败' || (status !== undefined && undone.test(status))) return false;
  return status === '成功' || [confirmDate, confirmedFen, confirmedShare].some((value) => value !== undefined);
}

function depositPurchase(account: Account): readonly Purchase[] {
  const { custNo, openDate, valueDate, autoRenew, balanceFen } = account;
  const on = openDate ?? valueDate;
  if (on === undefined || autoRenew === true || !isTimeDeposit(account)) return [];
  return [{ custNo, on, amountFen: balanceFen ?? 0 }];
}
