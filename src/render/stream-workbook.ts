// Long lists: exceljs' streaming writer, with the two elements added that it cannot write, and held back while the disk is busy.

import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Worksheet } from 'exceljs';
import { ignoredErrors } from './mend.js';
import { excelPaper } from './paper.js';
import { addNamedCells, type WorkbookTasks } from './workbook-tasks.js';
import type { WorkbookTally } from './workbook-value.js';
import { fillWorksheet } from './worksheet.js';
import { hasInput, openToStaff, worksheetColumns, worksheetOptions } from './worksheet-options.js';

const mostWaiting = 4 << 20;

/** What the streaming worksheet of exceljs 4.4 has beside its published type. */
interface Internals {
  sheetProtection: object | null;
  readonly dimensions: { toString(): string };
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
function completed(worksheet: Worksheet): Internals {
  const internals = worksheet as unknown as Internals;
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
      internals._write(ignoredErrors('A1:XFD1048576'));
    },
  });
}

/** The writer never waits for what comes after it: lets the event loop turn until little is left. */
function patience(internals: Internals): () => Promise<void> {
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

/** Sheet after sheet, row after row into the file; memory does not grow with the rows. */
export async function streamWorkbook(tasks: WorkbookTasks, file: FileHandle, tally: WorkbookTally): Promise<void> {
  const { default: excel } = await import('exceljs');
  const stream = new Writable({
    write: (bytes: Uint8Array, _encoding, done) => void file.writeFile(bytes).then(() => done(), done),
  });
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  const write = async () => {
    const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    for (const task of tasks.sheets) {
      const worksheet = workbook.addWorksheet(task.name, worksheetOptions(task.sheet, task.plan));
      worksheet.columns = worksheetColumns(task.plan);
      const internals = completed(worksheet);
      if (hasInput(task.sheet)) internals.sheetProtection = { sheet: true, ...openToStaff };
      await fillWorksheet(excelPaper(worksheet), task, tally, patience(internals));
      worksheet.commit();
    }
    addNamedCells(workbook, tasks);
    await workbook.commit();
  };
  await Promise.race([failed, write()]);
}
