import type { Day } from './day.js';
import type { Fen } from './fen.js';
import type { Ratio } from './ratio.js';

/** One application or confirmation of the fund system (基金交易). An application that is not confirmed yet has no confirmed values. */
export interface FundTransaction {
  /** At least one of the two days is present. */
  readonly applyDate?: Day | undefined;
  readonly confirmDate?: Day | undefined;
  readonly custNo?: string | undefined;
  readonly custName?: string | undefined;
  readonly fundCode: string;
  readonly fundName?: string | undefined;
  readonly fundType?: string | undefined;
  /** 认购, 申购, 赎回, 定投, 红利 or 认购确认 (also from their TA codes), else the text. */
  readonly business: string;
  readonly appliedFen?: Fen | undefined;
  readonly appliedShare?: Ratio | undefined;
  readonly confirmedFen?: Fen | undefined;
  readonly confirmedShare?: Ratio | undefined;
  /** 元 per share. */
  readonly confirmedNav?: Ratio | undefined;
  readonly feeFen?: Fen | undefined;
  /** 折扣率 as written. */
  readonly discount?: string | undefined;
  /** 红利转投 or 现金分红, else the text. */
  readonly dividendMode?: string | undefined;
  readonly taNo?: string | undefined;
  /** 成功 or 失败, else the text. */
  readonly status?: string | undefined;
  readonly channel?: string | undefined;
  /** 工号 of the employee who sold. */
  readonly managerNo?: string | undefined;
  readonly managerName?: string | undefined;
  readonly recordingNo?: string | undefined;
}
