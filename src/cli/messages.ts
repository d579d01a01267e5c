// What a run says on stderr: problems, row accounting, one last line. Never a customer's value.
import type { CountedRows, FileIntake, RowCounts } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Shell } from './shell.js';

const rowNames: readonly (readonly [keyof RowCounts, string])[] = [
  ['used', '采用'],
  ['rejected', '拒绝'],
  ['duplicate', '重复'],
  ['future', '未来'],
  ['header', '表头'],
  ['preamble', '说明'],
  ['blank', '空行'],
  ['total', '合计'],
];

/**
 * Row accounting of one file; what is 0 is left out.
 * @example rowLine('a.csv', { read: 3, used: 2, rejected: 0, duplicate: 0, future: 0, header: 1, preamble: 0, blank: 0, total: 0 }) // => 'a.csv：读入 3 行 = 采用 2 + 表头 1'
 */
export function rowLine(file: string, rows: CountedRows): string {
  const parts = rowNames
    .filter(([key]) => key === 'used' || rows[key] > 0)
    .map(([key, name]) => `${name} ${rows[key]}`);
  const corrected = rows.corrected === undefined ? '' : `；其中按清单更正 ${rows.corrected} 行`;
  return `${file}：读入 ${rows.read} 行 = ${parts.join(' + ')}${corrected}`;
}

/** Place, then sentence: `a.csv:17:金额: 无法识别`; the sentence alone where all files are meant. */
function problemLine(problem: Problem): string {
  const place = [problem.file, problem.sheet, problem.line, problem.column].filter(
    (part) => part !== undefined && part !== '',
  );
  return place.length === 0 ? problem.message : `${place.join(':')}: ${problem.message}`;
}

const shown = 20;
const wayToTheRest = { error: '；加 --fixes 待改清单.xlsx 可把被拒绝的单元格全部列出', warning: '' } as const;

/** The problems, errors first, at most twenty of each severity; how many more there are is said. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return (['error', 'warning'] as const).flatMap((severity) => {
    const those = problems.filter((problem) => problem.severity === severity);
    const mark = severity === 'error' ? '错误' : '提示';
    const lines = those.slice(0, shown).map((problem) => `${mark} ${problemLine(problem)}`);
    return those.length > shown
      ? [...lines, `${mark} 另有 ${those.length - shown} 条${wayToTheRest[severity]}`]
      : lines;
  });
}

/** What a terminal obeys instead of showing it; a file may bear such a name. */
const commands = /[^\P{Cc}\n]/gu;

export function say(shell: Shell, lines: readonly string[]): void {
  for (const line of lines) shell.stderr.write(`${line.replace(commands, '�')}\n`);
}

/** For the last line: the rows that were rejected, if any. */
export function rejectedPart(intake: readonly FileIntake[]): string {
  const rejected = intake.reduce((sum, { rows }) => sum + rows.rejected, 0);
  return rejected === 0 ? '' : `，拒绝 ${rejected} 行`;
}

/** The files of a run, at most twenty one by one. */
export function writtenLines(files: readonly string[]): readonly string[] {
  const lines = files.slice(0, shown).map((file) => `写出 ${file}`);
  return files.length > shown ? [...lines, `写出 另有 ${files.length - shown} 本`] : lines;
}

/** Row accounting of every file and the problems. */
export function sayIntake(shell: Shell, intake: readonly FileIntake[], problems: readonly Problem[]): void {
  say(shell, [...intake.map((entry) => rowLine(entry.file, entry.rows)), ...problemLines(problems)]);
}
