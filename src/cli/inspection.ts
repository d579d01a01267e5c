// What one file is and how it was read: plain JSON, personal values masked.

import { cellText } from '../exports/cell-text.js';
import type { OpenExport, PreambleFacts, ReadTally } from '../exports/export.js';
import type { Day } from '../model/day.js';
import { UserError } from '../model/errors.js';
import type { ControlTotal, CountedRows, ExportKind } from '../model/intake.js';
import { maskAccount, maskField, maskName } from '../model/mask.js';
import type { Problem } from '../model/problem.js';
import { shownHeaders } from './shown-headers.js';

export interface Inspection {
  readonly file: string;
  readonly kind: ExportKind;
  readonly container: string;
  readonly encoding: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly hiddenSheets: readonly string[];
  readonly delimiter: string | null;
  readonly headerLine: number;
  /** What the lines above the header say. */
  readonly preamble: PreambleFacts;
  readonly columns: readonly { readonly header: string; readonly field: string | null; readonly unit: number | null }[];
  /** The first data rows, cell by cell in the order of `columns`. */
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly rows: Omit<CountedRows, 'duplicate' | 'future'>;
  readonly coverage: { readonly from: Day; readonly to: Day } | null;
  readonly sums: { readonly creditFen: number; readonly debitFen: number } | null;
  readonly controlTotals: readonly ControlTotal[];
  readonly problems: readonly Problem[];
  readonly refused: boolean;
}

/** The parts of a record that an inspection adds up. */
interface Dated {
  readonly txnDate?: Day;
  readonly dataDate?: Day;
  readonly direction?: 'D' | 'C';
  readonly amountFen?: number;
  readonly isForeign?: boolean;
}

/** Reads the whole file, counting in `tally`; a refusal is part of the answer. */
export async function inspectExport(of: OpenExport, sampleRows: number, tally: ReadTally): Promise<Inspection> {
  let [from, to]: [Day | undefined, Day | undefined] = [undefined, undefined];
  const sums = { creditFen: 0, debitFen: 0 };
  const refusals: Problem[] = [];
  let refused = false;
  try {
    for await (const batch of (of as OpenExport<Dated>).read(tally)) {
      for (const record of batch) {
        const day = record.txnDate ?? record.dataDate;
        if (day !== undefined && (from === undefined || day < from)) from = day;
        if (day !== undefined && (to === undefined || day > to)) to = day;
        if (record.amountFen === undefined || record.isForeign === true) continue;
        if (record.direction === 'C') sums.creditFen += record.amountFen;
        else sums.debitFen += record.amountFen;
      }
    }
  } catch (error) {
    if (!(error instanceof UserError) || error.problems.length === 0) throw error;
    refused = true;
    refusals.push(...error.problems);
  }
  return {
    file: of.raw.file,
    kind: of.kind,
    container: of.raw.container,
    encoding: of.raw.encoding,
    sha256: of.raw.sha256,
    sheet: of.table.sheet ?? null,
    hiddenSheets: of.raw.hiddenSheets,
    delimiter: of.layout.delimiter ?? null,
    headerLine: of.headerLine,
    preamble: preambleOf(of),
    columns: columnsOf(of),
    sample: sampleOf(of, sampleRows),
    rows: {
      read: tally.read,
      used: tally.records,
      rejected: tally.rejected,
      header: tally.header,
      preamble: tally.preamble,
      blank: tally.blank,
      total: tally.total,
      ...(tally.corrected > 0 ? { corrected: tally.corrected } : {}),
    },
    coverage: coverageOf(of, from, to),
    sums: of.kind === 'transactions' ? sums : null,
    controlTotals: tally.controlTotals,
    problems: distinct([...of.problems, ...tally.problems, ...refusals]),
    refused,
  };
}

/** Of the rows; transactions begin with 起止日期 where that is earlier, and without any row it says since when there was none (clarification 16). */
function coverageOf({ kind, facts }: OpenExport, from: Day | undefined, to: Day | undefined): Inspection['coverage'] {
  const [statedFrom, statedTo] = kind === 'transactions' ? [facts.from, facts.to] : [];
  const first = statedFrom !== undefined && (from === undefined || statedFrom < from) ? statedFrom : from;
  if (first === undefined) return null;
  const last = statedTo !== undefined && statedTo >= first ? statedTo : first;
  return { from: first, to: to ?? last };
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function columnsOf(of: OpenExport): Inspection['columns'] {
  const headers = shownHeaders(of);
  return of.columns.map(({ header, field, unit }, at) => ({
    header: headers[at] ?? header,
    field: field ?? null,
    unit: unit ?? null,
  }));
}

function preambleOf({ facts }: OpenExport): PreambleFacts {
  const { acctNo, holderName } = facts;
  return {
    ...facts,
    ...(acctNo === undefined ? {} : { acctNo: maskAccount(acctNo) }),
    ...(holderName === undefined ? {} : { holderName: maskName(holderName) }),
  };
}

function sampleOf({ table, layout, dataLine, columns }: OpenExport, rows: number): Inspection['sample'] {
  return table
    .head(layout)
    .filter((row) => row.line >= dataLine && row.cells.some((cell) => cellText(cell) !== ''))
    .slice(0, rows)
    .map(({ line, cells }) => ({
      line,
      cells: columns.map(({ index, field }) => maskField(field, cellText(cells[index] ?? null))),
    }));
}
