// What the 客户经理工作日志 of one employee and month is filled from (§4.6).
import type { Day } from '../../model/day.js';
import type { Profile } from '../../model/masker.js';
import type { Ratio } from '../../model/ratio.js';

/** The rows of section 二, in the order of the form. */
export const salesCategories = [
  '储蓄存款净增',
  '理财',
  '基金',
  '保险',
  '贵金属',
  '贷款',
  '信用卡',
  '电子渠道签约',
  '成功转介',
] as const;
export type SalesCategory = (typeof salesCategories)[number];

export const reminderKinds = ['生日', '到期', '睡眠待联系', '流失预警', '转介首访将到期', '投诉回访'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** A customer of the employee on the as-of day. */
export interface LogCustomer {
  readonly customerId: string;
  /** Masked by the profile; null = not known. */
  readonly customerName: string | null;
  /** Band of AUM, else 客户等级 as the bank calls it; null = not provided. */
  readonly level: string | null;
}

/** A customer whose 下次联系日 has come. */
export interface FollowUp extends Omit<LogCustomer, 'customerId'> {
  /** null = no customer yet, known by name only. */
  readonly customerId: string | null;
  readonly dueOn: Day;
  readonly reason: string | null;
}

/** 分 or pieces, as the category counts; null = the day is after the as-of day. */
export interface SalesFigures {
  /** Pieces of the day; null also where the category has none. */
  readonly todayCount: number | null;
  readonly todayFen: number | null;
  readonly monthToDate: number | null;
  readonly quarterToDate: number | null;
}

export interface SalesLine {
  readonly category: SalesCategory;
  /** What the running totals and the target are in. */
  readonly unit: 'fen' | 'pieces';
  /** null = no export tells. */
  readonly figures: SalesFigures | null;
  /** Of the quarter; null = not provided. */
  readonly target: number | null;
}

export interface Reminder {
  readonly kind: ReminderKind;
  /** The day that it is about. */
  readonly on: Day;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** What it is about, without any customer's data. */
  readonly about: string;
}

export interface DayReminders {
  /** null = the exports do not tell. */
  readonly counts: Readonly<Record<ReminderKind, number | null>>;
  /** The most pressing ones, at most eight. */
  readonly first: readonly Reminder[];
}

export interface WorkDay {
  readonly day: Day;
  /** At most as many as the form has rows. */
  readonly followUps: readonly FollowUp[];
  /** Due, but without a row in the form. */
  readonly moreFollowUps: number;
  readonly sales: readonly SalesLine[];
  readonly reminders: DayReminders;
  /** Distinct customers in the contacts of the day (G16); null = no contacts given, or the day is after the as-of day. */
  readonly contacted: number | null;
}

/** G16, over the days up to asOf with at least one contact. */
export interface ContactFigures {
  readonly days: number;
  readonly customersPerDay: Ratio;
  readonly mostCustomers: number;
  /** Only contacts that state their length; null = none does. */
  readonly minutesPerContact: Ratio | null;
}

/** One employee, one month: plain JSON. */
export interface WorkLog {
  readonly report: 'work-log';
  readonly asOf: Day;
  /** YYYY-MM. */
  readonly month: string;
  readonly branchName: string | null;
  readonly branchNo: string | null;
  readonly employeeNo: string;
  readonly employeeName: string;
  readonly profile: Profile;
  /** Ascending by customerId. */
  readonly customers: readonly LogCustomer[];
  /** Monday to Friday. */
  readonly days: readonly WorkDay[];
  /** null = no contacts given. */
  readonly contacts: ContactFigures | null;
}
