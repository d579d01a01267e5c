// 生日: the day in the year, never the date of birth (D1, §5.9).
import type { Customer } from '../../model/customer.js';
import { type Day, dayOf, parseDay } from '../../model/day.js';

/** Dates that mean that nobody knows. */
const placeholders: ReadonlySet<string> = new Set(['1900-01-01', '1901-01-01', '1970-01-01']);

function bornOn({ birthDate, idNo = '' }: Customer): Day | undefined {
  if (birthDate !== undefined) return placeholders.has(birthDate) ? undefined : birthDate;
  const [, year = '', month = '', date = ''] =
    /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(idNo) ?? /^\d{6}(\d{2})(\d{2})(\d{2})\d{3}$/.exec(idNo) ?? [];
  return parseDay(`${year.length === 2 ? `19${year}` : year}-${month}-${date}`);
}

/**
 * The first birthday on or after the day; 29 February is kept on the 28th in other years. undefined = not known.
 */
export function nextBirthday(customer: Customer, from: Day): Day | undefined {
  const born = bornOn(customer);
  if (born === undefined || born > from) return undefined;
  const [month, date] = [Number(born.slice(5, 7)), Number(born.slice(8, 10))];
  const year = Number(from.slice(0, 4));
  const inYear = (of: number) => dayOf(of, month, date) ?? dayOf(of, month, date - 1);
  const thisYear = inYear(year);
  return thisYear !== undefined && thisYear >= from ? thisYear : inYear(year + 1);
}
