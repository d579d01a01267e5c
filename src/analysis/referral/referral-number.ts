// 转介编号 for rows that have none (§4.8).
import type { Customer } from '../../model/customer.js';
import type { Employee } from '../../model/employee.js';
import type { Referral } from '../../model/referral.js';

/**
 * The number of each row, which are in register order: as the register gives it, else ZJ<yyyymmdd><branch><serial of the day>,
 * passing over numbers that are taken. The branch is that of the referrer, else of the receiver, else of the customer.
 */
export function referralNumbers(
  rows: readonly Referral[],
  employees: readonly Employee[] | undefined,
  customers: readonly Customer[] | undefined,
): readonly string[] {
  const branchOfStaff = new Map((employees ?? []).map(({ empNo, branchNo }) => [empNo, branchNo]));
  const branchOfCustomer = new Map((customers ?? []).map(({ custNo, branchNo }) => [custNo, branchNo]));
  const taken = new Set(rows.flatMap(({ referralNo }) => referralNo ?? []));
  const serials = new Map<string, number>();
  return rows.map((row) => {
    if (row.referralNo !== undefined) return row.referralNo;
    const { referrerNo = '', receiverNo = '', custNo = '' } = row;
    const branch = branchOfStaff.get(referrerNo) ?? branchOfStaff.get(receiverNo) ?? branchOfCustomer.get(custNo) ?? '';
    const stem = `ZJ${row.registeredAt.day.replaceAll('-', '')}${branch}`;
    let serial = serials.get(stem) ?? 0;
    let number: string;
    do {
      serial += 1;
      number = `${stem}${String(serial).padStart(3, '0')}`;
    } while (taken.has(number));
    serials.set(stem, serial);
    return number;
  });
}
