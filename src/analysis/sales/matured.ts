// Which products of which customers matured within some days, from sales, accounts and holdings (§4.9.5, D2).
import type { Account } from '../../model/account.js';
import type { Day } from '../../model/day.js';
import type { Holding } from '../../model/holding.js';
import type { WealthSale } from '../../model/wealth-sale.js';
import { isTimeDeposit } from '../time-deposit.js';
import type { SalesInput } from './input.js';
import { saleKeyOf, withoutRepeats } from './sale-key.js';
import { isUndone } from './undone.js';
import { wealthKeyOf } from './wealth-sales.js';

export interface MaturedProduct {
  readonly keyBase: string;
  readonly custNo: string;
  readonly custName: string | undefined;
  readonly kind: string;
  readonly name: string | null;
  readonly maturedOn: Day;
  /** null = not stated. */
  readonly amountFen: number | null;
}

export interface MaturityWindow {
  /** Exclusive. */
  readonly after: Day;
  readonly through: Day;
}

const endedBefore = /提前|转让|撤/;
const debts = /贷|信用卡|透支/;
const deposits = /定期|存单|存款|储蓄|整存|通知/;
const wealth = /理财/;

function isIn({ after, through }: MaturityWindow, day: Day | undefined): day is Day {
  return day !== undefined && day > after && day <= through;
}

function soldProducts(sales: readonly WealthSale[], window: MaturityWindow): readonly MaturedProduct[] {
  return withoutRepeats(sales, ({ txnId }) => txnId).flatMap((sale) => {
    const { custNo, custName, productName, productType, status = '', amountFen } = sale;
    const maturedOn = sale.maturityDate;
    if (!isIn(window, maturedOn) || isUndone(status) || endedBefore.test(status) || amountFen <= 0) return [];
    const kind = productType === undefined ? '理财' : `理财（${productType}）`;
    return [{ keyBase: wealthKeyOf(sale), custNo, custName, kind, name: productName, maturedOn, amountFen }];
  });
}

/** Deposits that renew themselves have not left; one that was closed before its day did not mature. */
function depositProducts(accounts: readonly Account[], window: MaturityWindow): readonly MaturedProduct[] {
  return accounts.flatMap((account) => {
    const { acctNo, subAcctNo, custNo, maturityDate: maturedOn, autoRenew, closeDate, balanceFen } = account;
    if (!isIn(window, maturedOn) || autoRenew === true || !isTimeDeposit(account)) return [];
    if (closeDate !== undefined && closeDate < maturedOn) return [];
    const kind = account.productClass ?? account.acctType ?? '定期';
    const amountFen = balanceFen === undefined || balanceFen <= 0 ? null : balanceFen;
    const tail = `尾号${(subAcctNo ?? acctNo).slice(-4)}`;
    const keyBase = saleKeyOf([custNo, tail, account.openDate, maturedOn]);
    return [{ keyBase, custNo, custName: undefined, kind, name: tail, maturedOn, amountFen }];
  });
}

function holdingText({ productCategory, productName }: Holding): string {
  return `${productCategory ?? ''} ${productName ?? ''}`;
}

/** The rows of the latest snapshot that still shows the product; a snapshot after asOf is not known yet. */
function latestHoldings(holdings: readonly Holding[], through: Day): readonly Holding[] {
  const known = holdings.filter(({ dataDate }) => dataDate === undefined || dataDate <= through);
  const productOf = ({ custNo, productCode, productName, maturityDate }: Holding) =>
    saleKeyOf([custNo, productCode ?? productName, maturityDate]);
  const latest = new Map<string, string>();
  for (const holding of known) {
    const [key, date] = [productOf(holding), holding.dataDate ?? ''];
    if (date >= (latest.get(key) ?? '')) latest.set(key, date);
  }
  return known.filter((holding) => (holding.dataDate ?? '') === latest.get(productOf(holding)));
}

function heldProducts(input: SalesInput, window: MaturityWindow): readonly MaturedProduct[] {
  const covers = (holding: Holding) => {
    const text = holdingText(holding);
    if (debts.test(text)) return false;
    if (input.accounts !== undefined && deposits.test(text) && !wealth.test(text)) return false;
    return input.wealthSales === undefined || !wealth.test(text);
  };
  return latestHoldings(input.holdings ?? [], window.through).flatMap((holding) => {
    const { custNo, custName, productCode, productName, productCategory, amountFen, maturityDate: maturedOn } = holding;
    if (!isIn(window, maturedOn) || amountFen === undefined || amountFen <= 0 || !covers(holding)) return [];
    if (endedBefore.test(holding.status ?? '')) return [];
    const keyBase = saleKeyOf([custNo, productCode ?? productName, maturedOn, amountFen]);
    const name = productName ?? productCode ?? null;
    return [{ keyBase, custNo, custName, kind: productCategory ?? '其他', name, maturedOn, amountFen }];
  });
}

/**
 * By 到期日, customer and product. Holdings speak only for what has no export of its own: 理财 where sales are missing, 存款 where
 * accounts are. undefined = none of the three exports was given.
 */
export function maturedProducts(input: SalesInput, window: MaturityWindow): readonly MaturedProduct[] | undefined {
  const { wealthSales, accounts, holdings } = input;
  if (wealthSales === undefined && accounts === undefined && holdings === undefined) return undefined;
  const products = [
    ...soldProducts(wealthSales ?? [], window),
    ...depositProducts(accounts ?? [], window),
    ...heldProducts(input, window),
  ];
  return products
    .map((product) => ({ product, order: [product.maturedOn, product.custNo, product.keyBase].join(' ') }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ product }) => product);
}
