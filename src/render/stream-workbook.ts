// Long lists: exceljs' streaming writer, with the two elements added that it cannot write, and held back while the disk is busy.

import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Worksheet } from 'exceljs';
import type { Sheet } from '../ledger/sheet.js';
import { ignoredErrors } from './mend.js';
import { planSheet } from './sheet-plan.js';
import type { WorkbookTally } from './workbook-value.js';
import { fillWorksheet } from './worksheet.js';
import { worksheetOptions } from './worksheet-options.js';

const mostWaiting = 4 << 20;

/** What the streaming worksheet of exceljs 4.4 has beside its published type. */
interface Internals {
  readonly dimensions: { toString(): string };
  readonly stream: {
    readonly pipes?: readonly { readonly writableLength?: number; readonly readableLength?: number }[];
  };
  _write(xml: string): void;
  _writePageMargins(): void;
  _writeLegacyData(): void;
}

/** Adds <printOptions> before the margins and <ignoredErrors> at the end, where the schema has them. */
function completed(worksheet: Worksheet): Internals {
  const internals = worksheet as unknown as Internals;
  const writeMargins = internals._writePageMargins.bind(internals);
  return Object.assign(internals, {
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
export async function streamWorkbook(sheets: readonly Sheet[], file: FileHandle, tally: WorkbookTally): Promise<void> {
  const { default: excel } = await import('exceljs');
  const stream = new Writable({
    write: (bytes: Uint8Array, _encoding, done) => void file.writeFile(bytes).then(() => done(), done),
  });
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  const write = async () => {
    const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    for (const sheet of sheets) {
      const plan = planSheet(sheet);
      const worksheet = workbook.addWorksheet(sheet.name, worksheetOptions(plan));
      await fillWorksheet(worksheet, sheet, plan, tally, patience(completed(worksheet)));
      worksheet.commit();
    }
    await workbook.commit();
  };
  await Promise.race([failed, write()]);
}
