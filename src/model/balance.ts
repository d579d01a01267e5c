import type { Day } from './day.js';
import type { Fen } from './fen.js';

/** One customer on one 数据日期 of an AUM snapshot (balanceSnapshot); a customer missing from a given file holds 0 (§1.13). */
export interface Balance {
  readonly custNo: string;
  readonly dataDate: Day;
  readonly aumFen?: Fen | undefined;
  readonly aumMonthAvgFen?: Fen | undefined;
  readonly aumQuarterAvgFen?: Fen | undefined;
  readonly aumYearAvgFen?: Fen | undefined;
  readonly depositFen?: Fen | undefined;
  readonly demandFen?: Fen | undefined;
  readonly timeFen?: Fen | undefined;
  readonly wealthFen?: Fen | undefined;
  readonly fundFen?: Fen | undefined;
  readonly insuranceFen?: Fen | undefined;
  readonly trustFen?: Fen | undefined;
  readonly metalFen?: Fen | undefined;
  readonly bondFen?: Fen | undefined;
  readonly structuredFen?: Fen | undefined;
  readonly loanFen?: Fen | undefined;
  /** 余额积数 of AUM in 分·日: the balances of all days of a period that ends on dataDate, added up. */
  readonly cumulFenDays?: Fen | undefined;
  /** 天数 of that period; undefined = not stated. */
  readonly cumulDays?: number | undefined;
}
