// Records of a table, one after the other: counted, told apart, turned into the records of their kind.
import type { Problem } from '../model/problem.js';
import { type CellFault, type Column, readCell, warn } from './column.js';
import { type CorrectedRow, type Correction, newCorrector } from './corrections.js';
import type { ReadTally, RowFault } from './export.js';
import { fieldOf } from './kind-matcher.js';
import { factTexts } from './matching.js';
import { constantValues, headingWidth, namedWidth, newColumns, recordKey, rowShape } from './plan.js';
import { harvestFacts } from './preamble.js';
import { newProblemList, type ProblemList } from './problemlist.js';
import type { Reading } from './reading.js';
import { refusal } from './refusal.js';
import { rejectListener } from './rejected-cells.js';
import { isEmptyAt, rowKind, rowText } from './rowkind.js';
import { type Turn, turnFinder } from './second-heading.js';
import type { RawRow } from './table.js';
import { newTotals, type TotalColumn } from './totals.js';

/** A walk through one file: `take` each record in order, then ask what was found. */
export interface RowReader {
  /** The record of a data row; undefined for every other row, and for a rejected one. Throws UserError for a column with lost digits. */
  take(row: RawRow): unknown;
  readonly columns: readonly Column[];
  readonly problems: ProblemList;
  /** The first rejected rows, to be shown when there are too many. */
  readonly rejects: readonly Problem[];
  /** Accounts for data rows that were read elsewhere since the last `take`: how many, and the sums of their totalled columns. */
  pass(count: number, sums: readonly Readonly<Record<string, unknown>>[]): void;
  /** A line between the rows has changed what stands for the rows below it. */
  hasMoved(): boolean;
  /** To be called behind the last row: throws UserError (exit 2) for corrections that fit no row. */
  endCorrections(): void;
}

/** What binds a file to fix lists. */
export interface Mending {
  readonly sha256: string;
  readonly corrections: readonly Correction[];
}

export type Place = Pick<Problem, 'file' | 'sheet'>;

const shownRejects = 20;

export function newRowReader(reading: Reading, place: Place, tally: ReadTally, mending: Mending): RowReader {
  const { spec } = reading.matcher;
  const shape = rowShape(reading);
  const columns = newColumns(reading);
  const width = headingWidth(reading);
  const named = namedWidth(reading);
  const problems = newProblemList(place);
  const rejects: Problem[] = [];
  const corrector = newCorrector(mending.corrections, columns, place.sheet);
  const noteReject = rejectListener(columns, { ...place, sha256: mending.sha256 }, tally);
  const totalled = columns.flatMap((column) => (spec.totalled.includes(column.name) ? totalColumn(column) : []));
  const totals = newTotals(totalled, (values) => values.dc);
  const turns = turnFinder(reading);
  const canonical = new Map(columns.map((column) => [column.field.headers[0], column.header]));
  // Cloned for every row: with all names in place a row's values keep one shape, which is read and written fastest.
  let template: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(columns.flatMap(({ key }) => (key === null ? [] : [[key, undefined]]))),
    ...constantValues(reading),
  };
  let moved = false;
  let faults: RowFault[] = [];

  function onFault(column: Column, fault: CellFault, line: number): void {
    column.seen.unreadable += 1;
    if (column.field.isIncidental === true) warn(column.seen, fault.code, line);
    else faults.push({ ...fault, column: column.header });
  }

  function take(row: RawRow): unknown {
    tally.read += 1;
    const kind = rowKind(shape, row);
    if (kind === 'data' || kind === 'words') return takeData(row, corrector?.correct(row), kind === 'words');
    if (kind === 'blank') tally.blank += 1;
    else if (kind === 'header') takeHeader(row);
    else if (kind === 'total') takeTotal(row);
    else takeNote(row);
    return undefined;
  }

  function takeData(original: RawRow, corrected: CorrectedRow | undefined, isWords: boolean): unknown {
    const row = corrected?.row ?? original;
    const { cells, line } = row;
    const values: Record<string, unknown> = { ...template };
    faults = [];
    for (const column of columns) {
      const value = readCell(column, cells[column.index], line, onFault);
      if (column.key !== null) values[column.key] = value;
      if (column.isUnitAssumed && typeof value === 'number') {
        column.seen.largestFen = Math.max(column.seen.largestFen, Math.abs(value));
      }
    }
    totals.add(values);
    if (isWords && corrected === undefined) faults.push(loneText);
    if (cells.length > width) checkWidth(row);
    if (faults.length > 0) return reject(faults, original, corrected);
    const record = spec.assemble(values);
    if (Array.isArray(record)) return reject(record as readonly RowFault[], original, corrected);
    tally.records += 1;
    if (corrected !== undefined) {
      tally.corrected += 1;
      tally.corrections.push(...corrected.cells);
    }
    return record;
  }

  function checkWidth({ cells }: RawRow): void {
    for (let index = named; index < cells.length; index += 1) {
      if (isEmptyAt(cells, index)) continue;
      const message = `本行有 ${cells.length} 列，表头只有 ${width} 列；内容里可能有没加引号的分隔符，请核对原文件`;
      faults.push({ code: 'too-many-cells', message });
      return;
    }
  }

  function takeHeader(row: RawRow): void {
    tally.header += 1;
    refuseAt(row, turns.atHeader(row));
  }

  function refuseAt({ line }: RawRow, turn: Turn | undefined): void {
    if (turn !== undefined) throw refusal({ ...place, line }, turn.code, turn.message);
  }

  function reject(found: readonly RowFault[], original: RawRow, corrected: CorrectedRow | undefined): undefined {
    tally.rejected += 1;
    refuseAt(original, turns.atReject(original));
    for (const fault of found) {
      const { code, column } = fault;
      const header = column === undefined ? undefined : (canonical.get(column) ?? column);
      const isCorrection = corrected?.cells.some((cell) => cell.column === header) === true;
      const message = isCorrection ? `清单中的更正：${fault.message}` : fault.message;
      const where = { ...place, line: original.line, ...(header === undefined ? {} : { column: header }) };
      if (code === 'digits-lost') throw refusal(where, code, message);
      noteReject({ ...fault, message }, original, corrected?.row ?? original);
      const problem: Problem = { severity: 'error', code, ...where, message };
      problems.add(problem);
      if (rejects.length < shownRejects) rejects.push(problem);
    }
    return undefined;
  }

  function takeTotal(row: RawRow): void {
    tally.total += 1;
    const found = totals.check(row);
    tally.controlTotals.push(...found);
    if (found.length > 0) return;
    const message = '合计行里没有能与明细核对的金额，没有核对';
    problems.add({ severity: 'warning', code: 'total-unmatched', ...place, line: row.line, message });
  }

  /** Lines above the table that come again further down may name another account. */
  function takeNote(row: RawRow): void {
    tally.preamble += 1;
    refuseAt(row, turns.atNote(row));
    const told = harvestFacts([row]);
    for (const [name, text] of factTexts(reading.matcher, told)) {
      if (reading.match.columns.has(name) || reading.matcher.constants.has(name)) continue;
      const key = recordKey(spec, name);
      if (key !== null) template = { ...template, [key]: fieldOf(spec, name).read(text, 1) ?? undefined };
      moved = true;
    }
    const isOtherAccount = told.acctNo === undefined && /^(?:账|帐|卡)号.*\*/.test(rowText(row));
    if (!isOtherAccount || reading.facts.acctNo === undefined) return;
    template = { ...template, acctNo: undefined };
    moved = true;
  }

  function pass(count: number, sums: readonly Readonly<Record<string, unknown>>[]): void {
    tally.read += count;
    tally.records += count;
    for (const values of sums) totals.add(values);
  }

  const hasMoved = () => moved;
  return { take, pass, hasMoved, columns, problems, rejects, endCorrections: () => corrector?.end() };
}

const loneText: RowFault = {
  code: 'unreadable-value',
  message: '整行只有一段文字，在编号列里却不是编号；若是标题或说明，请删去这一行',
};

function totalColumn({ key, index, header, field, unit }: Column): readonly TotalColumn[] {
  return key === null ? [] : [{ key, index, header, read: (text: string) => field.read(text, unit) }];
}
