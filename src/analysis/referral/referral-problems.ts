// What the analysis finds wrong with the register; warnings, never customers' values.
import type { Day } from '../../model/day.js';
import { type ExportKind, exportTitles } from '../../model/intake.js';
import type { Problem, ProblemCode } from '../../model/problem.js';
import type { Episode } from './episode.js';
import type { ReferralInput } from './input.js';

function filesOf({ intake }: ReferralInput, kind: ExportKind): string {
  const files = [...new Set(intake.filter((file) => file.kind === kind).map(({ file }) => file))];
  return files.length === 0 ? exportTitles[kind] : fileNames(files);
}

/** The first three of them. */
export function fileNames(files: readonly string[]): string {
  return files.length <= 3 ? files.join('、') : `${files.slice(0, 3).join('、')} 等 ${files.length} 个文件`;
}

function repeatedNumbers(episodes: readonly Episode[]): number {
  const seen = new Set<string>();
  return episodes.filter(({ referralNo }) => seen.size === seen.add(referralNo).size).length;
}

/** In a fixed order; nothing of it stops the run. */
export function referralProblems(input: ReferralInput, episodes: readonly Episode[], asOf: Day): readonly Problem[] {
  const known = new Set((input.customers ?? []).map(({ custNo }) => custNo));
  const strangers = episodes.filter(({ customerId }) => customerId !== null && !known.has(customerId)).length;
  const future = (input.referrals ?? []).filter(({ registeredAt }) => registeredAt.day > asOf).length;
  const undated = episodes.filter(({ row }) => row.status === '已成交' && row.dealDate === undefined).length;
  const repeated = repeatedNumbers(episodes);
  const found: readonly (readonly [boolean, ProblemCode, string])[] = [
    [future > 0, 'future-rows', `${future} 笔转介在数据日期之后登记，没有计入；请核对数据日期`],
    [repeated > 0, 'duplicate-key', `${repeated} 行转介的转介编号与另一行相同；请核对转介登记`],
    [
      undated > 0,
      'missing-value',
      `${undated} 笔转介的状态为“已成交”而没有成交日期，不知道用了几天：计入原始成功率，登记未满期限的计为成功，其余不计入期限内成功；请补填成交日期`,
    ],
    [
      input.customers !== undefined && strangers > 0,
      'unknown-customer',
      `${strangers} 笔转介的客户号不在客户导出中，客户类型按存量客户计；请补全客户导出`,
    ],
  ];
  return found.flatMap(([holds, code, message]) =>
    holds ? [{ severity: 'warning', code, file: filesOf(input, 'referrals'), message }] : [],
  );
}
