// The rows of the lists in `referral -f json`: referrals, missed ones, points, questions, what the morning meeting hears.
import type { Day } from '../../model/day.js';

export const firstVisitStates = ['达标', '超时', '未到期', '超时未访', '未提供', '数据有误'] as const;
export type FirstVisitState = (typeof firstVisitStates)[number];

/** Exactly one per row of the register up to asOf. */
export const referralStates = [
  '成功',
  '逾期成交',
  '在途',
  '在途未成交',
  '未成功',
  '撤销',
  '重复',
  '自荐',
  '期外',
  '未提供',
] as const;
export type ReferralState = (typeof referralStates)[number];

export interface ReferralRow {
  /** As the register gives it, else ZJ<yyyymmdd><branch><serial>. */
  readonly referralNo: string;
  /** 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM'. */
  readonly registeredAt: string;
  readonly referrerType: string;
  /** Employees in full, customers masked. */
  readonly referrerName: string | null;
  readonly referrerNo: string | null;
  readonly referrerRole: string | null;
  readonly receiverName: string | null;
  readonly receiverNo: string | null;
  readonly receiverRole: string | null;
  readonly receivedAt: string | null;
  readonly customerId: string | null;
  /** Masked. */
  readonly customerName: string | null;
  readonly customerType: '新客户' | '存量' | '潜在';
  readonly trigger: string | null;
  readonly intendedProduct: string | null;
  readonly intendedFen: number | null;
  readonly direction: '合规' | '方向不符' | '岗位缺失' | '需求缺失' | '不适用';
  readonly firstVisitAt: string | null;
  /** Hours to one decimal from the clock's start; null = not visited or only days are known. */
  readonly firstVisitHours: number | null;
  readonly firstVisit: FirstVisitState;
  /** Whole hours left of the limit where 未到期. */
  readonly hoursLeft: number | null;
  readonly feedbackAt: string | null;
  readonly status: string | null;
  readonly dealDate: Day | null;
  readonly dealProduct: string | null;
  readonly dealFen: number | null;
  readonly state: ReferralState;
  /** 90天内成功. */
  readonly succeeded: '是' | '否' | '在途' | '未提供';
  readonly daysToSuccess: number | null;
  readonly aumAtReceiptFen: number | null;
  readonly aumFen: number | null;
  readonly repurchased: '是' | '否' | '未到期' | null;
  readonly points: number | null;
  readonly note: string | null;
  /** For 重复: the referralNo of the first registration that it was merged into. */
  readonly mergedInto: string | null;
}

/** C6, C7. Without accounts or transactions the lists are null: 未提供. */
export interface MissedReferrals {
  readonly newAccounts: readonly MissedReferral[] | null;
  readonly largeDeposits: readonly MissedReferral[] | null;
  /** Triggers met / those with a referral in time. */
  readonly newAccountTriggers: number | null;
  readonly largeDepositTriggers: number | null;
}

export interface MissedReferral {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly managerName: string | null;
  readonly reason: '新开户存入' | '大额入账';
  readonly on: Day;
  readonly amountFen: number;
}

/** C8 staff points and C9, C10 customer points: two accounts that are never added up. */
export interface PointsAccounts {
  readonly staff: readonly StaffPoints[];
  readonly customers: readonly CustomerPoints[];
}

export interface PointsEntryFigures {
  readonly referralNo: string;
  readonly on: Day;
  readonly points: number;
  /** 转介, 接收, 引荐新客户, 引荐存量客户, 冲回 … */
  readonly reason: string;
}

export interface StaffPoints {
  readonly staffNo: string | null;
  readonly staffName: string | null;
  readonly points: number;
  readonly entries: readonly PointsEntryFigures[];
}

export interface CustomerPoints {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly points: number;
  /** C10: of the points, those whose referred customer has reached the standard; null = snapshots of month ends are missing. */
  readonly redeemable: number | null;
  readonly entries: readonly PointsEntryFigures[];
}

export interface ReviewQuestion {
  readonly rule: ReviewRule;
  readonly referralNos: readonly string[];
  /** Whom to ask: staff in full, customers by 客户号. */
  readonly about: string;
  /** What the files show, with days and counts, no phone, address or account number. */
  readonly evidence: string;
  /** A question in Chinese that ends with ？. */
  readonly question: string;
}

export const reviewRules = [
  '自荐',
  '互相转介',
  '电话相同',
  '地址相同',
  '成交后销户',
  '资金快进快出',
  '月末集中登记',
] as const;
export type ReviewRule = (typeof reviewRules)[number];

export interface MorningCase {
  readonly referralNo: string;
  readonly outcome: '成功' | '失败';
  readonly on: Day;
  readonly referrerName: string | null;
  readonly receiverName: string | null;
  readonly product: string | null;
  readonly reason: string | null;
}
