// Corrections from a fix list, put into the rows they were made for. The files themselves are never changed.
import { exitCodes, UserError } from '../model/errors.js';
import type { CorrectedCell } from '../model/fix-list.js';
import { cleanText } from './amount.js';
import { cellText } from './cell-text.js';
import type { Column } from './column.js';
import { rowKey, shownCell } from './row-key.js';
import type { Cell, RawRow } from './table.js';

/** One cell as staff want it to be read. */
export interface Correction {
  /** Where the correction stands, for messages: the list and its row. */
  readonly list: string;
  readonly listLine: number;
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string | undefined;
  readonly line: number;
  readonly column: string;
  readonly rowKey: string;
  readonly cell: Cell;
}

/** Corrections by the SHA-256 of the file they belong to. */
export type Corrections = ReadonlyMap<string, readonly Correction[]>;

/** All corrections by file; of two for the same cell the later one counts. */
export function correctionsByFile(corrections: readonly Correction[]): Corrections {
  const cells = new Map<string, Correction>();
  for (const one of corrections) cells.set([one.sha256, one.sheet ?? '', one.line, one.column].join('\n'), one);
  const files = new Map<string, Correction[]>();
  for (const one of cells.values()) {
    const own = files.get(one.sha256) ?? [];
    files.set(one.sha256, own);
    own.push(one);
  }
  return files;
}

/** A row with its corrections. */
export interface CorrectedRow {
  readonly row: RawRow;
  readonly cells: readonly CorrectedCell[];
}

export interface Corrector {
  /** The data row as corrected; undefined where there is nothing to correct. */
  correct(row: RawRow): CorrectedRow | undefined;
  /** Throws UserError (exit 2) with every correction that does not belong to this file any more. */
  end(): void;
}

/** The corrector of one walk through a file; undefined where no correction is meant for it. */
export function newCorrector(
  corrections: readonly Correction[],
  columns: readonly Column[],
  sheet: string | undefined,
): Corrector | undefined {
  if (corrections.length === 0) return undefined;
  const byLine = new Map<number, Correction[]>();
  const unused = new Map<Correction, string>();
  for (const one of corrections) {
    const isOurs =
      one.sheet === (sheet === undefined ? undefined : cleanText(sheet)) && columnOf(columns, one) !== undefined;
    unused.set(one, isOurs ? '没有这一行数据' : `没有读取这一列 “${one.column}”`);
    if (isOurs) byLine.set(one.line, [...(byLine.get(one.line) ?? []), one]);
  }

  function correct(row: RawRow): CorrectedRow | undefined {
    const own = byLine.get(row.line);
    if (own === undefined) return undefined;
    const key = rowKey(columns, row);
    const bound = own.filter((one) => one.rowKey === key);
    for (const one of own) {
      if (one.rowKey === key) unused.delete(one);
      else unused.set(one, '行标识与清单不符');
    }
    return bound.length === 0 ? undefined : withCorrections(row, bound, columns);
  }

  function end(): void {
    if (unused.size > 0) throw staleList([...unused]);
  }

  return { correct, end };
}

function columnOf(columns: readonly Column[], { column }: Correction): Column | undefined {
  return columns.find(({ header }) => cleanText(header) === column);
}

function withCorrections(row: RawRow, own: readonly Correction[], columns: readonly Column[]): CorrectedRow {
  const cells = [...row.cells];
  const corrected: CorrectedCell[] = [];
  for (const correction of own) {
    const column = columnOf(columns, correction) as Column;
    const { cell } = correction;
    while (cells.length <= column.index) cells.push(null);
    const was = shownCell(column, cellText(cells[column.index] ?? null));
    cells[column.index] = cell;
    corrected.push({ line: row.line, column: column.header, was, now: shownCell(column, cellText(cell)) });
  }
  return { row: { line: row.line, cells }, cells: corrected };
}

const toldCorrections = 20;

function staleList(unused: readonly (readonly [Correction, string])[]): UserError {
  const lines = unused
    .slice(0, toldCorrections)
    .map(([one, why]) => `${one.list}:${one.listLine}: ${one.file} 第 ${one.line} 行${why}；请重新生成清单`);
  const more = unused.length - lines.length;
  return new UserError([...lines, ...(more > 0 ? [`另有 ${more} 处更正同样用不上`] : [])].join('\n'), exitCodes.usage);
}
