import type { Day } from './day.js';

/** One risk assessment of a customer (风险测评); of several the latest counts. */
export interface RiskTest {
  readonly custNo: string;
  readonly testedOn: Day;
  /** C1…C5 where the text is a known level, else the text. */
  readonly riskLevel: string;
  /** Undefined = not stated. */
  readonly expiresOn?: Day | undefined;
}
