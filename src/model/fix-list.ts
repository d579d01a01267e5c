// The fix list (待改清单): what staff are told of a rejected cell, and what became of it once they mended it.
import type { ProblemCode } from './problem.js';

/** Name of the sheet and headers of the columns, for those who write the list and those who read it back. */
export const fixListSheetName = '待改清单';

export const fixListHeaders = {
  file: '文件',
  sheet: '工作表',
  line: '行',
  column: '列',
  rowKey: '行标识',
  message: '问题',
  found: '原内容',
  expected: '应为',
  suggestion: '建议',
  correction: '更正为',
  sha256: '文件指纹',
} as const;

/** A cell for which a row was rejected. Personal values are masked already. */
export interface RejectedCell {
  readonly file: string;
  /** SHA-256 of the file; with line and `rowKey` it binds a correction to this very row. */
  readonly sha256: string;
  readonly sheet?: string;
  readonly line: number;
  /** Header text as the file writes it; absent where no single cell is at fault, which cannot be mended in the list. */
  readonly column?: string;
  /** '流水号 T0001', '客户号 C01' or a masked account; '' where the row has none of them. */
  readonly rowKey: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  /** Only where the cell leaves no doubt what was meant, and never for a personal value. */
  readonly suggestion?: string;
}

/** A cell that was read as staff corrected it. Personal values are masked. */
export interface CorrectedCell {
  readonly line: number;
  readonly column: string;
  readonly was: string;
  readonly now: string;
}
