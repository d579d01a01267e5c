// exceljs' streaming writer, with the elements added that it cannot write, and held back while the disk is busy.

import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Worksheet } from 'exceljs';
import { ignoredErrors } from './mend.js';
import { addRowMarks, markedPaper, type RowMarks } from './row-marks.js';
import type { CellStyle } from './workbook-styles.js';
import { addNamedCells, type WorkbookTasks } from './workbook-tasks.js';
import type { WorkbookTally } from './workbook-value.js';
import { fillWorksheet } from './worksheet.js';
import { hasInput, openToStaff, worksheetColumns, worksheetOptions } from './worksheet-options.js';
import { type LooksAndTexts, worksheetPaper } from './worksheet-paper.js';

const mostWaiting = 4 << 20;

/** What the streaming workbook of exceljs 4.4 has beside its published type. */
interface WorkbookInternals {
  readonly styles: { addStyleModel(style: CellStyle): number };
  readonly sharedStrings: { add(text: string): number; readonly totalRefs: number };
}

/** What the streaming worksheet of exceljs 4.4 has beside its published type. */
interface WorksheetInternals {
  sheetProtection: object | null;
  readonly stream: {
    readonly pipes?: readonly { readonly writableLength?: number; readonly readableLength?: number }[];
  };
  _write(xml: string): void;
  _writeAutoFilter(): void;
  _writeSheetProtection(): void;
  _writePageMargins(): void;
  _writeLegacyData(): void;
}

/**
 * Adds <printOptions> before the margins and <ignoredErrors> at the end, and puts the protection before the filter, where the
 * schema has them.
 */
function completed(worksheet: Worksheet, isBounded: boolean): WorksheetInternals {
  const internals = worksheet as unknown as WorksheetInternals;
  const writeFilter = internals._writeAutoFilter.bind(internals);
  const writeProtection = internals._writeSheetProtection.bind(internals);
  const writeMargins = internals._writePageMargins.bind(internals);
  return Object.assign(internals, {
    _writeAutoFilter() {
      writeProtection();
      writeFilter();
    },
    _writeSheetProtection() {},
    _writePageMargins() {
      internals._write('<printOptions horizontalCentered="1"/>');
      writeMargins();
    },
    _writeLegacyData() {
      if (!isBounded) internals._write(ignoredErrors('A1:XFD1048576'));
    },
  });
}

/** The writer never waits for what comes after it: lets the event loop turn until little is left. */
function patience(internals: WorksheetInternals): () => Promise<void> {
  const waiting = () =>
    (internals.stream.pipes ?? []).reduce(
      (sum, pipe) => sum + (pipe.writableLength ?? 0) + (pipe.readableLength ?? 0),
      0,
    );
  return async () => {
    do await setImmediate();
    while (waiting() > mostWaiting);
  };
}

/** The writer knows a look by its object; it is asked once for each. */
function looksOf({ styles }: WorkbookInternals): LooksAndTexts['styleOf'] {
  const known = new Map<CellStyle, number>();
  return (style) => {
    const found = known.get(style) ?? styles.addStyleModel(style);
    known.set(style, found);
    return found;
  };
}

export interface StreamOptions {
  /**
   * Everything is kept until the end: texts are shared and parts are only stored, to be mended and compressed afterwards. Else
   * texts stand in their cells and memory does not grow with the rows.
   */
  readonly isSmall: boolean;
  /** Filled while the rows are written, and written themselves. */
  readonly marks: RowMarks | undefined;
}

/** Sheet after sheet, row after row into the stream. Returns how many cells refer to shared texts. */
export async function streamWorkbook(
  tasks: WorkbookTasks,
  stream: Writable,
  tally: WorkbookTally,
  { isSmall, marks }: StreamOptions,
): Promise<number> {
  // The streaming writer alone: all of exceljs takes twice as long to load.
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  const write = async () => {
    const zip = isSmall ? { zip: { store: true } } : {};
    const workbook = new WorkbookWriter({
      stream,
      useStyles: true,
      useSharedStrings: isSmall,
      ...zip,
    });
    const internals = workbook as unknown as WorkbookInternals;
    const { sharedStrings } = internals;
    const looks: LooksAndTexts = {
      styleOf: looksOf(internals),
      numberOf: isSmall ? (text) => sharedStrings.add(text) : null,
    };
    for (const task of tasks.sheets) {
      const worksheet = workbook.addWorksheet(task.name, worksheetOptions(task.sheet, task.plan));
      worksheet.columns = worksheetColumns(task.plan);
      const open = completed(worksheet, isSmall);
      if (hasInput(task.sheet)) open.sheetProtection = { sheet: true, ...openToStaff };
      const paper = worksheetPaper(worksheet, looks, isSmall);
      await fillWorksheet(markedPaper(paper, task, marks), task, tally, patience(open));
      paper.finish();
      worksheet.commit();
    }
    addNamedCells(workbook, tasks);
    if (marks !== undefined) addRowMarks(workbook, marks);
    await workbook.commit();
    return sharedStrings.totalRefs;
  };
  return Promise.race([failed, write()]);
}
