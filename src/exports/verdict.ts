// What is said of a file once it is recognised, or not: one Problem per thing the user has to know or settle.
import { type ExitCode, exitCodes } from '../model/errors.js';
import type { ExportKind } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import { headerText } from './header.js';
import { fieldOf } from './matching.js';
import { missingColumns, titleOf } from './missing.js';
import { statedUnits } from './preamble.js';
import type { Reading, Recognition } from './recognise.js';
import { isHeaderLike, suggestHeader } from './suggestion.js';
import type { HeadRow, RawFile } from './table.js';

export interface Verdict {
  /** Present when the file can be read. */
  readonly reading?: Reading;
  /** Present when the file must be refused; `problems` holds the errors. */
  readonly exitCode?: ExitCode;
  readonly problems: readonly Problem[];
}

type Place = Pick<Problem, 'file' | 'sheet' | 'line' | 'column'>;

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

function placeOf(file: RawFile, reading: Reading | undefined): Place {
  if (reading === undefined) return { file: file.file };
  const { line } = reading.heading.rows.at(-1) as HeadRow;
  const { sheet } = reading.table;
  return { file: file.file, ...(sheet === undefined ? {} : { sheet }), line };
}

function accepted(file: RawFile, reading: Reading, others: readonly Reading[]): Verdict {
  const usage = [...doubledColumns(file, reading), ...absentColumns(file, reading)];
  const mixed = mixedUnits(file, reading);
  if (mixed.length > 0) return { exitCode: exitCodes.refused, problems: [...usage, ...mixed] };
  if (usage.length > 0) return { exitCode: exitCodes.usage, problems: usage };
  return { reading, problems: warnings(file, reading, others) };
}

function warnings(file: RawFile, reading: Reading, others: readonly Reading[]): readonly Problem[] {
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
  for (const { table, matcher } of others) {
    if (table.sheet === undefined || found.some((one) => one.sheet === table.sheet)) continue;
    const message = `这张工作表也符合${matcher.spec.title}，没有读取，只读取了 “${reading.table.sheet}”；如需读取请另存为单独的文件`;
    found.push({ severity: 'warning', code: 'ambiguous-sheet', file: file.file, sheet: table.sheet, message });
  }
  return found;
}

function doubledColumns(file: RawFile, reading: Reading): readonly Problem[] {
  const { matcher, match } = reading;
  return match.doubled.map(({ field, columns }) => {
    const names = columns.map((column) => `第 ${column.index + 1} 列 “${column.header}”`).join('、');
    const way = `--map ${matcher.spec.kind}.${field}=列名`;
    const message = `${names}都对应 ${titleOf(matcher, field)}；用 ${way} 选定一列，列名相同时请先改名`;
    const column = (columns[0] as { readonly header: string }).header;
    return { severity: 'error', code: 'ambiguous-column', ...placeOf(file, reading), column, message };
  });
}

function absentColumns(file: RawFile, reading: Reading): readonly Problem[] {
  const { matcher, match, heading } = reading;
  const used = new Set(match.columns.values());
  const unused = heading.columns.filter((column) => !used.has(column)).map((column) => column.header);
  return match.absent.map(({ field, header }) => {
    const meant = suggestHeader([header, ...fieldOf(matcher.spec, field).headers], unused);
    const message = absentText(matcher.spec.kind, field, header, meant);
    return { severity: 'error', code: 'unknown-column', ...placeOf(file, reading), message };
  });
}

function absentText(kind: ExportKind, field: string, header: string, meant: string | undefined): string {
  const hint = meant === undefined ? '请核对列名' : `是否是 “${meant}”？用 --map ${kind}.${field}=${meant}`;
  return `找不到为 ${kind}.${field} 指定的列 “${header}”，${hint}`;
}

/** A column is refused only if its own unit is contradicted: different columns may well have different units. */
function mixedUnits(file: RawFile, reading: Reading): readonly Problem[] {
  const { matcher, match, above } = reading;
  const isTold = statedUnits(above).length < 2;
  const found: Problem[] = [];
  for (const [name, column] of match.columns) {
    if (fieldOf(matcher.spec, name).kind !== 'fen') continue;
    if (!column.unitsDiffer && (column.unit !== undefined || isTold)) continue;
    const message = column.unitsDiffer
      ? '两行表头写的金额单位不同，无法判断是元还是万元；请改正表头'
      : '表头上方写了几种金额单位，而这一列没有写；请在列名后注明，例如（元）或（万元）';
    found.push({ severity: 'error', code: 'mixed-units', ...placeOf(file, reading), column: column.header, message });
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
