import type { Day } from './day.js';
import type { Fen } from './fen.js';
import type { Moment } from './moment.js';

/** One entry of the referral register (转介登记), filled by hand or by the CRM. */
export interface Referral {
  readonly referralNo?: string | undefined;
  readonly registeredAt: Moment;
  /** 工号 of an employee, or 客户号 of a customer who refers. */
  readonly referrerNo?: string | undefined;
  readonly referrerName?: string | undefined;
  /** Known posts in one spelling (柜员(高柜) is 高柜柜员), else the text. */
  readonly referrerRole?: string | undefined;
  /** 员工, 存量客户 … as written. */
  readonly referrerType?: string | undefined;
  readonly receiverNo?: string | undefined;
  readonly receiverName?: string | undefined;
  readonly receiverRole?: string | undefined;
  /** Undefined = not accepted yet. */
  readonly receivedAt?: Moment | undefined;
  /** Undefined for a person who was no customer yet; one of custNo, custName, phone and idNo is always there. */
  readonly custNo?: string | undefined;
  readonly custName?: string | undefined;
  readonly phone?: string | undefined;
  readonly idNo?: string | undefined;
  readonly trigger?: string | undefined;
  readonly intendedProduct?: string | undefined;
  readonly intendedFen?: Fen | undefined;
  /** Undefined = not visited yet. */
  readonly firstVisitAt?: Moment | undefined;
  readonly feedbackAt?: Moment | undefined;
  /** 已登记, 已接收, 已首访, 跟进中, 已成交, 未成交, 退回 or 失效, else the text. */
  readonly status?: string | undefined;
  readonly dealDate?: Day | undefined;
  readonly dealProduct?: string | undefined;
  readonly dealFen?: Fen | undefined;
  readonly aumAtReceiptFen?: Fen | undefined;
  readonly aumGainFen?: Fen | undefined;
  readonly note?: string | undefined;
}
