// What is said of a file once it is recognised, or not: one Problem per thing the user has to know or settle.
import { type ExitCode, exitCodes } from '../model/errors.js';
import type { ExportKind } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import { headerText } from './header.js';
import { missingColumns } from './missing.js';
import { absentColumns, absentText, doubledColumns, mixedUnits, placeOf } from './objections.js';
import type { Reading } from './reading.js';
import { type Recognition, readingsFound } from './recognise.js';
import { sensitiveColumns } from './sensitive-columns.js';
import { isHeaderLike } from './suggestion.js';
import type { RawFile } from './table.js';

export interface Verdict {
  /** Present when the file can be read. */
  readonly reading?: Reading;
  /** Beside it: the readings of other sheets that fit a kind. */
  readonly others?: readonly Reading[];
  /** Present when the file must be refused; `problems` holds the errors. */
  readonly exitCode?: ExitCode;
  readonly problems: readonly Problem[];
}

/** Judges one recognised file. `kindTitle` is the Chinese name of a kind that the user forced and no row fits. */
export function verdict(file: RawFile, recognition: Recognition, forced: ForcedKind | undefined): Verdict {
  switch (recognition.outcome) {
    case 'fits':
      return accepted(file, recognition.reading, recognition.others);
    case 'near':
      return nearMiss(file, recognition.reading);
    case 'kinds':
      return ambiguousKind(file, recognition.readings);
    case 'sheets':
      return ambiguousSheet(file, recognition.readings);
    case 'unknown':
      return forced === undefined ? unrecognised(file, recognition.likeliest) : unfit(file, forced);
  }
}

export interface ForcedKind {
  readonly kind: ExportKind;
  readonly title: string;
  /** Names of the required columns. */
  readonly columns: readonly string[];
}

function accepted(file: RawFile, reading: Reading, others: readonly Reading[]): Verdict {
  const usage = [...doubledColumns(file, reading), ...absentColumns(file, reading)];
  const refused = [...sensitiveColumns(file, reading), ...mixedUnits(file, reading)];
  if (refused.length > 0) return { exitCode: exitCodes.refused, problems: [...usage, ...refused] };
  if (usage.length > 0) return { exitCode: exitCodes.usage, problems: usage };
  return { reading, others, problems: warnings(file) };
}

function warnings(file: RawFile): readonly Problem[] {
  const found: Problem[] = [];
  if (file.container === 'xls') {
    const message = '旧格式 .xls 没有校验码，文件若已损坏也看不出来；请核对行数与合计，最好导出为 .xlsx 或 CSV';
    found.push({ severity: 'warning', code: 'unchecked-container', file: file.file, message });
  }
  if (file.hiddenSheets.length > 0) {
    const names = file.hiddenSheets.map((name) => `“${name}”`).join('、');
    const message = `有 ${file.hiddenSheets.length} 张隐藏的工作表没有读取：${names}；如需读取请先取消隐藏`;
    found.push({ severity: 'warning', code: 'hidden-sheet', file: file.file, message });
  }
  return found;
}

function nearMiss(file: RawFile, reading: Reading): Verdict {
  const { matcher, match, heading } = reading;
  const { kind, title } = matcher.spec;
  const problems = missingColumns(matcher, heading, match).map((one): Problem => {
    const place = placeOf(file, reading);
    if (one.configured !== undefined) {
      const message = absentText(kind, one.field, one.configured, one.meant);
      return { severity: 'error', code: 'unknown-column', ...place, message };
    }
    const hint =
      one.meant === undefined
        ? `这份文件像是${title}；列名不同时用 --map ${kind}.${one.field}=列名，整份文件只有一个值时用 --map ${kind}.${one.field}==值`
        : `是否是 “${one.meant}”？用 --map ${kind}.${one.field}=${one.meant}`;
    return { severity: 'error', code: 'missing-column', ...place, message: `找不到 ${one.title}，${hint}` };
  });
  return { exitCode: exitCodes.refused, problems };
}

function unfit(file: RawFile, { kind, title, columns }: ForcedKind): Verdict {
  const message = `已指定为${title}，但前 30 行里没有它的表头；需要的列是 ${columns.join('、')}，列名不同时用 --map ${kind}.字段=列名`;
  const problem: Problem = { severity: 'error', code: 'missing-column', file: file.file, message };
  return { exitCode: exitCodes.refused, problems: [problem] };
}

function ambiguousKind(file: RawFile, readings: readonly Reading[]): Verdict {
  const names = readings.map(({ matcher }) => `${matcher.spec.title}（${matcher.spec.kind}）`).join('、');
  const kind = readings[0]?.matcher.spec.kind ?? '种类';
  const message = `同时符合 ${names}；用 --kind 种类=文件 指定其一，例如 --kind ${kind}=${file.file}`;
  const problem: Problem = { severity: 'error', code: 'ambiguous-kind', ...placeOf(file, readings[0]), message };
  return { exitCode: exitCodes.refused, problems: [problem] };
}

function ambiguousSheet(file: RawFile, readings: readonly Reading[]): Verdict {
  const names = readings.map(({ table, matcher }) => `“${table.sheet}”（${matcher.spec.title}）`).join('、');
  const message = `工作表 ${names}同样符合，无法判断读哪一张；请只留一张，或把各表另存为单独的文件`;
  const problem: Problem = { severity: 'error', code: 'ambiguous-sheet', file: file.file, message };
  return { exitCode: exitCodes.refused, problems: [problem] };
}

/** A file of a kind that the command has no use for, whole or not; undefined where it may be of use. */
export function unusedFile(
  file: RawFile,
  recognition: Recognition,
  needed: ReadonlySet<ExportKind>,
): Problem | undefined {
  const found = readingsFound(recognition);
  if (found.length === 0 || found.some(({ matcher }) => needed.has(matcher.spec.kind))) return undefined;
  const names = [...new Set(found.map(({ matcher }) => `${matcher.spec.title}（${matcher.spec.kind}）`))].join('或');
  const [is, way] =
    recognition.outcome === 'fits' ? ['是', ''] : ['像是', '；若其实是别的导出，用 --kind 种类=文件 指定'];
  const message = `这份文件${is}${names}，本命令用不到，没有读取${way}`;
  return { severity: 'warning', code: 'unused-file', file: file.file, message };
}

/** Header words are shown only where the row has several words we know and no value: it is then surely a header. */
function unrecognised(file: RawFile, likeliest: Reading | undefined): Verdict {
  const row = likeliest?.heading.rows.at(-1);
  const texts = row?.cells.map(headerText).filter((text) => text !== '') ?? [];
  const isHeader = (likeliest?.match.columns.size ?? 0) >= 2 && texts.every((text) => !/\d{4}|\*/.test(text));
  const seen = isHeader ? texts.filter(isHeaderLike).slice(0, 12) : [];
  const words = seen.length > 0 ? `，看到的列是 ${seen.join('、')}` : '';
  const message = `不像任何一种已知的导出${words}；没有读取，确实需要时用 --kind 种类=文件 指定`;
  const place = isHeader ? placeOf(file, likeliest) : { file: file.file };
  return { problems: [{ severity: 'warning', code: 'unrecognised-file', ...place, message }] };
}
