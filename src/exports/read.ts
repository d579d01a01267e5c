// Raw files → recognised exports, ready to be read.
import { type ExitCode, exitCodes, UserError } from '../model/errors.js';
import { type ExportKind, exportTitles } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import { bulkReading, type Walk } from './bulk.js';
import { endReading } from './ending.js';
import type { Export, IntakeOptions, OpenExport, ReadTally } from './export.js';
import { type KindMatcher, kindMatcher } from './kind-matcher.js';
import { exportKinds } from './kinds.js';
import { titleOf } from './missing.js';
import { columnUses, dataLine } from './plan.js';
import type { Reading } from './reading.js';
import { forcedKind, recognise } from './recognise.js';
import { newRowReader } from './rows.js';
import type { HeadRow, RawFile } from './table.js';
import { unreadSheets } from './unread-sheets.js';
import { type ForcedKind, unusedFile, type Verdict, verdict } from './verdict.js';

export interface OpenedExports {
  readonly exports: readonly OpenExport[];
  /** Warnings about files that are no export that we know. */
  readonly problems: readonly Problem[];
}

const everyKind: ReadonlySet<ExportKind> = new Set(Object.keys(exportTitles) as ExportKind[]);

/**
 * Recognises every file by its header. Throws one UserError with the problems of all files if any of them must be refused;
 * a file of no known kind is a warning, and so is one of a kind that is not `needed`, whatever may be wrong with it.
 */
export async function openExports(
  files: readonly RawFile[],
  options: IntakeOptions,
  kinds: readonly Export<unknown>[] = exportKinds(options),
  needed: ReadonlySet<ExportKind> = everyKind,
): Promise<OpenedExports> {
  const matchers = kinds.map((spec) => kindMatcher(spec, options.columns, options.units));
  const exports: OpenExport[] = [];
  const problems: Problem[] = [];
  const refused: Verdict[] = [];
  for (const file of files) {
    const judged = judge(file, matchers, options, needed);
    if (judged.reading !== undefined) {
      const unread = await unreadSheets(file, judged.reading, judged.others ?? []);
      const told = [...(file.problems ?? []), ...judged.problems, ...unread];
      exports.push(openExport(file, judged.reading, told, options));
    } else if (judged.exitCode === undefined) problems.push(...judged.problems);
    else refused.push(judged);
  }
  if (refused.length > 0) throw refusalOf(refused);
  return { exports, problems };
}

function judge(
  file: RawFile,
  matchers: readonly KindMatcher[],
  options: IntakeOptions,
  needed: ReadonlySet<ExportKind>,
): Verdict {
  const kind = forcedKind(file, options);
  const chosen = kind === undefined ? matchers : matchers.filter((matcher) => matcher.spec.kind === kind);
  const recognition = recognise(file, chosen, kind !== undefined);
  const unused = unusedFile(file, recognition, needed);
  if (unused !== undefined) return { problems: [unused] };
  return verdict(file, recognition, kind === undefined ? undefined : forced(chosen));
}

function forced(matchers: readonly KindMatcher[]): ForcedKind | undefined {
  const matcher = matchers[0];
  if (matcher === undefined) return undefined;
  const columns = matcher.required.map((group) => titleOf(matcher, group[0]?.[0] ?? ''));
  return { kind: matcher.spec.kind, title: matcher.spec.title, columns };
}

function refusalOf(refused: readonly Verdict[]): UserError {
  const problems = refused.flatMap((one) => one.problems);
  const exitCode = refused.some((one) => one.exitCode === exitCodes.refused) ? exitCodes.refused : exitCodes.usage;
  return refusalWith(problems, exitCode);
}

function refusalWith(problems: readonly Problem[], exitCode: ExitCode): UserError {
  const [first] = problems;
  const where = [first?.file, first?.sheet, first?.line, first?.column].filter((part) => part !== undefined).join(':');
  const count = problems.length > 1 ? `（共 ${problems.length} 个问题）` : '';
  return new UserError(`${where}: ${first?.message ?? ''}${count}`, exitCode, problems);
}

function openExport(raw: RawFile, reading: Reading, problems: readonly Problem[], options: IntakeOptions): OpenExport {
  const { table, layout, heading, facts, matcher } = reading;
  return {
    kind: matcher.spec.kind,
    raw,
    table,
    layout,
    headerLine: (heading.rows[0] as HeadRow).line,
    dataLine: dataLine(reading),
    columns: columnUses(reading),
    facts,
    problems,
    read: (tally) => readRecords(raw, reading, tally, options),
    ...bulkReading(raw, reading, options, (tally) => beginReading(raw, reading, tally, options)),
  };
}

function beginReading(raw: RawFile, reading: Reading, tally: ReadTally, options: IntakeOptions): Walk {
  const { table, heading, above } = reading;
  const place = { file: raw.file, ...(table.sheet === undefined ? {} : { sheet: table.sheet }) };
  const corrections = options.corrections?.get(raw.sha256) ?? [];
  const rows = newRowReader(reading, place, tally, { sha256: raw.sha256, corrections });
  countAbove(tally, above, heading.rows.length);
  return {
    rows,
    end() {
      rows.endCorrections();
      endReading(reading, rows, place, tally, options);
    },
  };
}

async function* readRecords(
  raw: RawFile,
  reading: Reading,
  tally: ReadTally,
  options: IntakeOptions,
): AsyncGenerator<readonly unknown[]> {
  const { rows, end } = beginReading(raw, reading, tally, options);
  const { table, layout } = reading;
  for await (const batch of table.rows(layout, dataLine(reading))) {
    const records: unknown[] = [];
    for (const row of batch) {
      const record = rows.take(row);
      if (record !== undefined) records.push(record);
    }
    if (records.length > 0) yield records;
  }
  end();
}

function countAbove(tally: ReadTally, above: readonly HeadRow[], headerRows: number): void {
  const blank = above.filter((row) =>
    row.cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === '')),
  );
  tally.read += above.length + headerRows;
  tally.header += headerRows;
  tally.blank += blank.length;
  tally.preamble += above.length - blank.length;
}
