import type { Day } from './day.js';
import type { Ratio } from './ratio.js';

/** One booking of points (积分) for an employee or a customer; negative where points are taken back. */
export interface PointsEntry {
  readonly day: Day;
  readonly custNo?: string | undefined;
  readonly empNo?: string | undefined;
  /** 对象, where the file does not say whether it is a 工号 or a 客户号. */
  readonly holderNo?: string | undefined;
  readonly type?: string | undefined;
  readonly sourceNo?: string | undefined;
  readonly basePoints?: Ratio | undefined;
  readonly multiplier?: Ratio | undefined;
  /** Undefined = not stated: base points × multiplier. */
  readonly points?: Ratio | undefined;
  readonly note?: string | undefined;
}
