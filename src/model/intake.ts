import type { Day } from './day.js';
import type { CorrectedCell } from './fix-list.js';

/** Row accounting of one file: read = the sum of all the others, always. */
export interface RowCounts {
  /** Physical records of the file (a quoted cell may span lines), blank ones included. */
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly future: number;
  readonly header: number;
  /** Text around the table: titles and facts above it, signatures and notes below it. */
  readonly preamble: number;
  readonly blank: number;
  /** 合计, 小计, 本页 … rows. */
  readonly total: number;
}

export interface CountedRows extends RowCounts {
  /** No part of the sum: of the records, those with a cell corrected from a fix list. Absent where there is none. */
  readonly corrected?: number;
}

export interface ControlTotal {
  readonly line: number;
  readonly column: string;
  readonly statedFen: number;
  /** Sum of all data rows above in that column (小计: since the last one), whatever becomes of them later. */
  readonly computedFen: number;
  readonly agrees: boolean;
}

/** Every kind of export (§6.3) and what people call it; `--kind` takes either name. */
export const exportTitles = {
  customers: '客户信息',
  accounts: '账户',
  transactions: '交易明细',
  balances: '资产快照',
  holdings: '产品持有',
  wealthSales: '理财销售',
  fundTransactions: '基金交易',
  loans: '贷款',
  referrals: '转介登记',
  contacts: '联系记录',
  complaints: '投诉',
  nps: '客户评分',
  riskTests: '风险测评',
  employees: '员工',
  assignments: '管户关系',
  targets: '目标',
  events: '活动',
  points: '积分',
  customerMerges: '客户号合并映射',
} as const;

export type ExportKind = keyof typeof exportTitles;

/** How one file was read; part of every report. */
export interface FileIntake {
  /** Path below the folder that was given, or the base name of a file that was given; always with `/`. */
  readonly file: string;
  readonly sheet?: string;
  readonly kind: ExportKind;
  readonly encoding: string;
  readonly container: string;
  readonly sha256: string;
  readonly rows: CountedRows;
  readonly coverage: { readonly from: Day; readonly to: Day } | null;
  /** Transactions only: money in and out of the used CNY rows. */
  readonly sums?: { readonly creditFen: number; readonly debitFen: number };
  readonly controlTotals: readonly ControlTotal[];
  /** What fix lists changed, cell by cell; absent where nothing was. */
  readonly corrections?: readonly CorrectedCell[];
}
