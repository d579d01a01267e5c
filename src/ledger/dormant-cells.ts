// What the cells of every dormant sheet have in common.
import type { DormantReport } from '../analysis/dormant/report.js';
import type { Ratio } from '../model/ratio.js';
import type { CellValue, FormulaTemplate } from './sheet.js';

/** Days since the last customer transaction; its cached value is `idleCell`. */
export const idleFormula: FormulaTemplate = 'IF({lastActiveOn}="","—",数据日期-{lastActiveOn})';

/** @example idleCell(null) // => '—' */
export function idleCell(idleDays: number | null): CellValue {
  return idleDays ?? '—';
}

/** The quotient of two columns; its cached value is `rateCell`. */
export function rateFormula(numerator: string, denominator: string): FormulaTemplate {
  return `IF({${denominator}}=0,"—",{${numerator}}/{${denominator}})`;
}

/** 未提供 where nothing was provided (§1.13), — where there is nothing to divide by (§1.8). */
export function rateCell(rate: Ratio | null): CellValue {
  return rate === null ? '未提供' : (rate.value ?? '—');
}

/** @example given(null) // => '未提供' */
export function given(value: string | number | null): CellValue {
  return value ?? '未提供';
}

/** How a customer without manager is shown: 未分配 among others that have one, 未提供 where nobody has. */
export function managerCell({ byManager }: Pick<DormantReport, 'byManager'>): (name: string | null) => string {
  const without = byManager.some(({ managerName }) => managerName !== null) ? '未分配' : '未提供';
  return (name) => name ?? without;
}

/** @example flagsCell(['社保卡', '零余额']) // => '社保卡、零余额' */
export function flagsCell(flags: readonly string[]): CellValue {
  return flags.length === 0 ? null : flags.join('、');
}

/** The sum, null as soon as one part is unknown. */
export function sumOrMissing(parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}

/** Larger amounts first, the unknown last, then by id. */
export function byAmount(aFen: number | null, a: string, bFen: number | null, b: string): number {
  if (aFen !== bFen) return aFen === null ? 1 : bFen === null ? -1 : bFen - aFen;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Second line of every dormant sheet. */
export function dormantSubtitle({ asOf, preset }: DormantReport, unit: string): string {
  return `数据日期：${asOf}　睡眠标准：${preset.test}　单位：${unit}`;
}
