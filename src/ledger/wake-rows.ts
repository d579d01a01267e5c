// Who stands in 睡眠客户唤醒台账: today's dormant customers, and those of the wake-up cohort who woke or left.
import { bandOf } from '../analysis/dormant/bands.js';
import type { BalanceBand, DormantCustomer } from '../analysis/dormant/listed.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import type { WakeCustomer, WakeStatus } from '../analysis/dormant/wake-report.js';
import { type Day, daysBetween } from '../model/day.js';
import { byAmount } from './dormant-cells.js';

export interface WakeLedgerRow {
  /** 序号, from 1. */
  readonly number: number;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly managerName: string | null;
  readonly lastActiveOn: Day | null;
  /** Up to 数据日期; up to wokenOn for those who no longer sleep; null for 期间销户. */
  readonly idleDays: number | null;
  readonly type: DormantCustomer['type'];
  /** At 数据日期; at the day of the cohort for those who woke or left. */
  readonly aumFen: number | null;
  /** Of aumFen. */
  readonly band: BalanceBand;
  readonly flags: readonly string[];
  /** null for those who no longer sleep. */
  readonly priority: DormantCustomer['priority'] | null;
  readonly firstContactOn: Day | null;
  readonly contactMethod: string | null;
  readonly contactResult: string | null;
  readonly wokenOn: Day | null;
  readonly wokenBy: string | null;
  /** null = not in the cohort. */
  readonly status: WakeStatus | null;
  /** At the last snapshot of the window; null for who is not in the cohort. */
  readonly aumAfterFen: number | null;
}

type Unnumbered = Omit<WakeLedgerRow, 'number'>;

function sleeping(customer: DormantCustomer, member: WakeCustomer | undefined): Unnumbered {
  const { reason: _, ...shown } = customer;
  return {
    ...shown,
    firstContactOn: customer.firstContactOn ?? member?.firstContactOn ?? null,
    contactMethod: customer.contactMethod ?? member?.contactMethod ?? null,
    contactResult: customer.contactResult ?? member?.contactResult ?? null,
    wokenOn: member?.wokenOn ?? null,
    wokenBy: member?.wokenBy ?? null,
    status: member?.status ?? null,
    aumAfterFen: member?.aumFen ?? null,
  };
}

function risen(member: WakeCustomer): Unnumbered {
  const { customerId, customerName, phone, managerName, flags, status, wokenOn, wokenBy } = member;
  const { firstContactOn, contactMethod, contactResult, lastActiveBefore } = member;
  return {
    ...{ customerId, customerName, phone, managerName, flags, status, wokenOn, wokenBy },
    ...{ firstContactOn, contactMethod, contactResult },
    lastActiveOn: lastActiveBefore,
    idleDays: lastActiveBefore === null || wokenOn === null ? null : daysBetween(lastActiveBefore, wokenOn),
    type: member.typeAtCohort,
    aumFen: member.aumAtCohortFen,
    band: bandOf(member.aumAtCohortFen),
    priority: null,
    aumAfterFen: member.aumFen,
  };
}

/** By AUM descending, the unknown last, then customerId. */
export function wakeLedgerRows({ customers, wakeCohort }: DormantReport): readonly WakeLedgerRow[] {
  const members = new Map(wakeCohort.map((member) => [member.customerId, member]));
  const asleep = new Set(customers.map(({ customerId }) => customerId));
  const gone = wakeCohort.filter(
    ({ customerId, status }) => !asleep.has(customerId) && (status === '已唤醒' || status === '期间销户'),
  );
  const rows = [
    ...customers.map((customer) => sleeping(customer, members.get(customer.customerId))),
    ...gone.map(risen),
  ];
  rows.sort((a, b) => byAmount(a.aumFen, a.customerId, b.aumFen, b.customerId));
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}
