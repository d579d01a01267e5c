// One line of the totals of 转介统计.
import type { Ratio } from '../model/ratio.js';
import type { CellValue } from './sheet.js';

/** One line; what does not apply is left out, what was not given says so in `rate`. */
export interface Total {
  readonly name: string;
  readonly count?: number;
  /** What the rate is a share of. */
  readonly n?: number;
  readonly rate?: CellValue;
  readonly amountFen?: CellValue;
  readonly remark?: string;
}

/** A share with its parts; — where there is nothing to divide by, 未提供 for null. */
export function shareTotal(name: string, share: Ratio | null, remark = ''): Total {
  if (share === null) return { name, rate: '未提供', remark };
  const { numerator, denominator, value } = share;
  return { name, count: numerator, n: denominator, rate: value ?? '—', remark };
}
