// What the segmentation itself finds wrong with the input; warnings, never customers' values.
import type { Day } from '../model/day.js';
import { type ExportKind, exportTitles } from '../model/intake.js';
import type { Problem, ProblemCode } from '../model/problem.js';
import type { Rules } from '../model/rules.js';
import type { SegmentInput } from './assess.js';
import type { AumSnapshot } from './aum.js';
import { shownWindowDays } from './measures.js';
import type { Roster } from './roster.js';
import { coveredDays } from './silence.js';

function filesOf(input: Pick<SegmentInput, 'intake'>, kind: ExportKind): string {
  const files = [...new Set(input.intake.filter((file) => file.kind === kind).map(({ file }) => file))];
  if (files.length === 0) return exportTitles[kind];
  return files.length <= 3 ? files.join('、') : `${files.slice(0, 3).join('、')} 等 ${files.length} 个文件`;
}

function shortCoverage(input: SegmentInput, rules: Rules, on: Day): string | undefined {
  const from = input.engine.coverage?.from;
  const days = coveredDays(from, on);
  const needed = shownWindowDays(rules);
  if (days >= needed) return undefined;
  const actual = from === undefined || days === 0 ? '没有记录' : `自 ${from} 起，只有 ${days} 天`;
  const dormantDays = rules.rfm.tiers.睡眠客户.minRecencyDays;
  const silence = days < dormantDays ? `；不足 ${dormantDays} 天，无交易的客户多为“无法判定”` : '';
  return `覆盖不足：截至 ${on} 的交易明细${actual}，F、M 的窗口需要 ${needed} 天，F、M 可能偏低${silence}；请补充更早的交易明细`;
}

type Warn = (code: ProblemCode, kind: ExportKind, message: string) => void;

/** Collects warnings beside the files of their kind. */
export function warnings(input: Pick<SegmentInput, 'intake'>): {
  readonly found: readonly Problem[];
  readonly warn: Warn;
} {
  const found: Problem[] = [];
  return {
    found,
    warn: (code, kind, message) => {
      found.push({ severity: 'warning', code, file: filesOf(input, kind), message });
    },
  };
}

/** Repeated customers and balances, and customers of other exports; `left` says what these were left out of: 没有参加分层. */
export function rosterProblems(warn: Warn, roster: Roster, aum: AumSnapshot | null, left: string): void {
  if (roster.repeated.same > 0) {
    warn('duplicate-key', 'customers', `${roster.repeated.same} 行客户与同一客户号的另一行完全相同，只计一次`);
  }
  if (roster.repeated.different > 0) {
    const count = roster.repeated.different;
    warn('duplicate-key', 'customers', `${count} 行客户的客户号重复而内容不同，取数据日期较晚的一行；请核对客户导出`);
  }
  if (aum !== null && aum.repeated.same > 0) {
    warn('duplicate-key', 'balances', `${aum.repeated.same} 行余额与同一客户、同一数据日期的另一行完全相同，只计一次`);
  }
  if (aum !== null && aum.repeated.different > 0) {
    const count = aum.repeated.different;
    warn('duplicate-key', 'balances', `${count} 行余额的客户号与数据日期重复而内容不同，金额已相加；请核对余额导出`);
  }
  if (roster.strangers > 0) {
    const count = roster.strangers;
    warn('unknown-customer', 'customers', `${count} 个客户号见于其他导出而不在客户导出中，${left}；请补全客户导出`);
  }
}

/** In a fixed order; nothing of it stops the run. */
export function segmentProblems(
  input: SegmentInput,
  roster: Roster,
  aum: AumSnapshot | null,
  rules: Rules,
  asOf: Day,
): readonly Problem[] {
  const { found, warn } = warnings(input);
  rosterProblems(warn, roster, aum, '没有参加分层');
  for (const on of input.compareTo === undefined ? [asOf] : [asOf, input.compareTo]) {
    const message = shortCoverage(input, rules, on);
    if (message !== undefined) warn('short-coverage', 'transactions', message);
  }
  return found;
}
