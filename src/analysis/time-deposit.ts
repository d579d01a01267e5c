import type { Account } from '../model/account.js';

const timeWords = /定期|整存|零存|存本|存单|通知存款|教育储蓄/;
const otherWords = /贷|透支|信用卡|理财|基金|保险/;

/** Whether an account line is a time deposit: its kind says so, or it names no other kind and has a maturity or a term. */
export function isTimeDeposit({ acctType, productClass, maturityDate, term }: Account): boolean {
  const kind = `${acctType ?? ''} ${productClass ?? ''}`.normalize('NFKC');
  if (otherWords.test(kind)) return false;
  if (timeWords.test(kind)) return true;
  return !kind.includes('活期') && (maturityDate !== undefined || term !== undefined);
}
