import type { Day } from './day.js';
import type { Moment } from './moment.js';

/** One complaint (投诉), from the complaint system or a register kept by hand. */
export interface Complaint {
  readonly complaintNo?: string | undefined;
  readonly receivedAt: Moment;
  readonly custNo?: string | undefined;
  readonly custName?: string | undefined;
  /** Decides the time limit (I1); undefined = not stated. */
  readonly level?: ComplaintLevel | undefined;
  readonly category?: string | undefined;
  readonly firstResponseAt?: Moment | undefined;
  /** Undefined = still open. */
  readonly resolvedAt?: Moment | undefined;
  /** 首问责任人: name or 工号, as written. */
  readonly firstHandler?: string | undefined;
  readonly handler?: string | undefined;
  readonly status?: string | undefined;
  readonly npsScore?: number | undefined;
  readonly satisfaction?: string | undefined;
  /** The days of the revisits that took place, in the order of their columns (I3: 3, 7 and 30 days after). */
  readonly revisits: readonly (Day | undefined)[];
}

export type ComplaintLevel = '普通' | '紧急' | '重大';
