import type { Day } from '../../model/day.js';
import type { Moment } from '../../model/moment.js';
import type { Referral } from '../../model/referral.js';
import type { ReferralRow, ReferralState } from './listed.js';

/** One side of a referral: an employee by 工号, a customer by 客户号. */
export interface Party {
  readonly kind: '员工' | '存量客户';
  /** As the register writes it; null = not stated. */
  readonly no: string | null;
  /** Raw name: to be masked for customers before it is printed. */
  readonly name: string | null;
  /** Post on the registration day in one spelling; null = unknown. */
  readonly role: string | null;
  /** Tells persons apart: the number, else the name. Never printed. */
  readonly key: string;
}

/** One row of the register after the rules of attribution; states and dates are as of asOf. */
export interface Episode {
  readonly referralNo: string;
  /** The row itself; a first registration carries what later rows for the same customer within W filled in (clarification 23). */
  readonly row: Referral;
  readonly registeredAt: Moment;
  /** Days from registration to asOf. */
  readonly ageDays: number;
  readonly referrer: Party;
  readonly receiver: Party | null;
  /** 客户号 of the referred customer: from the row, else found by phone or ID number in the customer export; null = still none. */
  readonly customerId: string | null;
  /** Tells referred persons apart: 客户号, else phone, else ID number, else name. Never printed. */
  readonly personKey: string;
  readonly direction: ReferralRow['direction'];
  readonly customerType: '新客户' | '存量' | '潜在';
  readonly state: ReferralState;
  /** Success by `ref.successDef` on or before asOf, at any age and not cancelled since; null = none. */
  readonly successOn: Day | null;
  /** Days from registration to successOn. */
  readonly daysToSuccess: number | null;
  /** false = the register has successes and dates none of its deals: after how many days they came is not known. */
  readonly isTimed: boolean;
  /** Explicitly 未成交, 退回 or 失效. */
  readonly isFailed: boolean;
  /** The first registration that this row was merged into (state 重复). */
  readonly mergedInto: string | null;
}

/** Whether any file tells of its success by `ref.successDef`. */
export function isTold({ state }: Episode): boolean {
  return state !== '未提供';
}

/** The rows that count in every rate: neither 重复, 自荐 nor 期外. */
export function isCounted({ state }: Episode): boolean {
  return state !== '重复' && state !== '自荐' && state !== '期外';
}
