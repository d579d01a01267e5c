import type { Period } from '../model/period.js';

export interface LedgerSubtitle {
  /** null = the exports do not say. */
  readonly branchName: string | null;
  readonly branchNo: string | null;
  /** A text where the days are not from … to …. */
  readonly period: Pick<Period, 'from' | 'through'> | string;
  readonly asOf: string;
  /** As the sheet counts: 万元/户. */
  readonly unit: string;
  /** 制表时间; a day that was given, never the clock. */
  readonly printDate: string;
}

function branchText(name: string | null, no: string | null): string {
  if (name === null) return no ?? '未提供';
  return no === null ? name : `${name}（${no}）`;
}

/** Row 2 of every ledger (§4.1); 制表人 is written by hand. */
export function ledgerSubtitle(of: LedgerSubtitle): string {
  return [
    `机构：${branchText(of.branchName, of.branchNo)}`,
    `统计区间：${typeof of.period === 'string' ? of.period : `${of.period.from} 至 ${of.period.through}`}`,
    `数据日期：${of.asOf}`,
    `单位：${of.unit}`,
    '制表人：＿＿＿＿',
    `制表时间：${of.printDate}`,
  ].join('　');
}
