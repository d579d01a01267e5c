// What accounts, holdings and sales say of products that mature: no transaction is expected before (B6, clarification 21).
import type { Account } from '../../model/account.js';
import type { Day } from '../../model/day.js';
import type { Holding } from '../../model/holding.js';
import type { Loan } from '../../model/loan.js';
import type { WealthSale } from '../../model/wealth-sale.js';
import { endedWords } from '../ended-product.js';
import { isTimeDeposit } from '../time-deposit.js';
import { isOpenOn } from './open-account.js';

/** 贷款还款户 is a current account, 贷款户 is not. */
const loanWords = /(贷款|按揭|房贷|车贷|透支)(?!还款|扣款|收款)/;
const wealthWords = /理财/;
const timeWords = /定期|整存整取|零存整取|存单/;

export function isLoanAccount({ acctType, productClass, acctClass }: Account): boolean {
  return loanWords.test(`${acctType ?? ''} ${productClass ?? ''} ${acctClass ?? ''}`);
}

/**
 * A time deposit that is not closed and matures after the day, renews itself, or does not say when it matures.
 */
export function isUnmaturedDeposit(account: Account, on: Day): boolean {
  if (!isOpenOn(account, on) || !isTimeDeposit(account)) return false;
  return account.maturityDate === undefined || account.maturityDate > on || account.autoRenew === true;
}

function isHeld({ status, amountFen, maturityDate }: Holding, on: Day): boolean {
  if (maturityDate === undefined || maturityDate <= on || amountFen === 0) return false;
  return status === undefined || !endedWords.test(status);
}

function holdingText({ productCategory, productName }: Holding): string {
  return `${productCategory ?? ''} ${productName ?? ''}`;
}

export function isWealthHolding(holding: Holding): boolean {
  return wealthWords.test(holdingText(holding));
}

/** A wealth product in stock that matures after the day. */
export function isUnmaturedWealth(holding: Holding, on: Day): boolean {
  return isHeld(holding, on) && isWealthHolding(holding);
}

/** A time deposit that stands in the holdings instead of the accounts. */
export function isUnmaturedTimeHolding(holding: Holding, on: Day): boolean {
  return isHeld(holding, on) && timeWords.test(holdingText(holding)) && !isWealthHolding(holding);
}

/** A sale that says of itself that its product is still in stock. */
export function isStatedInStock({ status }: WealthSale): boolean {
  return status !== undefined && /存续|持有/.test(status) && !endedWords.test(status);
}

/** A sale whose product matures after the day; only where no holdings tell what is still in stock. */
export function isUnmaturedSale({ tradeDate, maturityDate, status }: WealthSale, on: Day): boolean {
  if (tradeDate > on || maturityDate === undefined || maturityDate <= on) return false;
  return status === undefined || !endedWords.test(status);
}

/** Granted and not settled on the day. */
export function isRunningLoan({ grantDate, settleDate, status }: Loan, on: Day): boolean {
  if (grantDate !== undefined && grantDate > on) return false;
  return settleDate === undefined ? status !== '结清' : settleDate > on;
}
