import type { Account } from '../../model/account.js';
import type { Day } from '../../model/day.js';

/** Open on a day; without 开户日期 and 销户日期 the status alone says. */
export function isOpenOn({ openDate, closeDate, status }: Account, on: Day): boolean {
  if (openDate !== undefined && openDate > on) return false;
  return closeDate === undefined ? status !== 'closed' : closeDate > on;
}
