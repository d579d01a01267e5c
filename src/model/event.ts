import type { Day } from './day.js';

/** One event (活动) with the customers that a row invites; online events state counts only. */
export interface BranchEvent {
  readonly eventNo?: string | undefined;
  readonly eventName?: string | undefined;
  readonly eventDate: Day;
  /** Usually one in each row; several where one cell lists them. */
  readonly invitedCustNos: readonly string[];
  /** 是否签到; undefined = not stated. */
  readonly attended?: boolean | undefined;
  readonly clicks?: number | undefined;
  readonly viewers?: number | undefined;
  readonly questions?: number | undefined;
}
