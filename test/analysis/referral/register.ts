// An invented register for the referral tests.
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import type { Moment } from '../../../src/model/moment.js';
import type { Referral } from '../../../src/model/referral.js';
import { on } from '../branch.js';

/** @example at('2025-09-26 10:00') // => { day: '2025-09-26', time: '10:00:00' } */
export function at(text: string): Moment {
  const [day = '', time] = text.split(' ');
  return time === undefined ? { day: on(day) } : { day: on(day), time: time.length === 5 ? `${time}:00` : time };
}

/** A row by its registration and, where it has one, its deal; numbered by its customer. */
export function row(custNo: string, registered: string, deal?: string, more: Partial<Referral> = {}): Referral {
  return {
    referralNo: `ZJ-${custNo}-${registered}`,
    registeredAt: at(registered),
    referrerNo: '0101',
    referrerName: '丁小满',
    referrerType: '柜员',
    referrerRole: '低柜柜员',
    receiverNo: '0201',
    receiverName: '何立夏',
    receiverRole: '客户经理',
    custNo,
    dealDate: deal === undefined ? undefined : on(deal),
    ...more,
  };
}

/** Everything undefined but what is wished. */
export function input(wish: Partial<ReferralInput>): ReferralInput {
  return {
    referrals: undefined,
    employees: undefined,
    assignments: undefined,
    customers: undefined,
    accounts: undefined,
    balances: undefined,
    holdings: undefined,
    wealthSales: undefined,
    fundTransactions: undefined,
    contacts: undefined,
    events: undefined,
    engine: undefined,
    measures: [],
    from: null,
    intake: [],
    problems: [],
    ...wish,
  };
}

/** The ten referrals of §7.4. */
export const goldenRegister: readonly Referral[] = [
  row('G01', '2025-05-01', '2025-05-20'),
  row('G02', '2025-05-10'),
  row('G03', '2025-06-15', '2025-09-01'),
  row('G04', '2025-06-20', '2025-09-28'),
  row('G05', '2025-07-02'),
  row('G06', '2025-07-10', '2025-07-15'),
  row('G07', '2025-08-01'),
  row('G08', '2025-09-01', '2025-09-10'),
  row('G09', '2025-09-20'),
  row('G10', '2025-09-29'),
];
