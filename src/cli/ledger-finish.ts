// The workbooks as they are written: with what staff typed into earlier ones, and with 勾稽 over all of it.
import { existsSync } from 'node:fs';
import { type Carried, type CarriedAcross, carryAcross } from '../ledger/carry/carry.js';
import { entryIndexOf } from '../ledger/carry/entry-index.js';
import { failedChecks } from '../ledger/reconciliation.js';
import type { Sheet } from '../ledger/sheet.js';
import { reconciledAgain } from '../ledger/workbook.js';
import type { Day } from '../model/day.js';
import type { NameHider } from '../model/known-names.js';
import { withoutNames } from './hand-names.js';
import type { LedgerBook } from './ledger-books.js';
import { pathInside } from './ledger-file-name.js';
import type { LedgerOrder } from './ledger-options.js';
import { type PreviousLedgers, readPrevious } from './ledger-previous.js';
import { refuseToLose } from './ledger-protect.js';

const unbalanced = '_勾稽不平';

export interface FinishedBook {
  /** A workbook that does not balance says so in its name. */
  readonly name: string;
  /** The same workbook under the other of its two names: never beside it. */
  readonly otherName: string;
  readonly sheets: readonly Sheet[];
  /** ✘ on 勾稽. */
  readonly failedChecks: number;
}

/** 已移出 stands before 口径与数据质量, which stays the last to be seen. */
export function finishBook({ stem, scene, sheets }: LedgerBook, carried: Carried | undefined): FinishedBook {
  const typed = carried?.sheets ?? sheets;
  const own = scene === null || carried === undefined || carried.carried === 0 ? typed : reconciledAgain(typed, scene);
  const place = scene === null ? own.length : own.length - 1;
  const { removedSheet = null, indexSheet } = carried ?? {};
  const failed = failedChecks(own);
  const names = [`${stem}.xlsx`, `${stem}${unbalanced}.xlsx`] as const;
  return {
    name: names[failed > 0 ? 1 : 0],
    otherName: names[failed > 0 ? 0 : 1],
    sheets: [
      ...own.slice(0, place),
      ...(removedSheet === null ? [] : [removedSheet]),
      ...own.slice(place),
      ...(indexSheet === undefined ? [] : [indexSheet]),
    ],
    failedChecks: failed,
  };
}

interface FinishedBooks {
  readonly books: readonly FinishedBook[];
  readonly carried: CarriedAcross;
  readonly previous: PreviousLedgers;
  readonly outdated: readonly string[];
}

/** The workbooks of the run, and the files whose place they take under another name. Throws UserError (2, 3). */
export async function finishBooks(
  books: readonly LedgerBook[],
  { folder, previous: files }: LedgerOrder,
  asOf: Day,
  hideNames: NameHider,
): Promise<FinishedBooks> {
  const read = await readPrevious(files, books, asOf);
  const previous = { ...read, entries: withoutNames(read.entries, hideNames) };
  const named = books.map(({ stem, sheets }) => ({ name: `${stem}.xlsx`, sheets }));
  const carried = carryAcross(named, previous.entries, asOf);
  const finished = books.map((book, index) => finishBook(book, carried.books[index]));
  const outdated: string[] = [];
  for (const [index, { name, otherName }] of finished.entries()) {
    const current = entryIndexOf(books[index]?.sheets ?? [], asOf);
    const other = pathInside(folder, otherName);
    await refuseToLose(pathInside(folder, name), previous, current);
    await refuseToLose(other, previous, current);
    if (existsSync(other)) outdated.push(other);
  }
  return { books: finished, carried, previous, outdated };
}

/** One sentence for each file that keeps hand entries. */
export function leftSentences({ left }: CarriedAcross): readonly string[] {
  return [...left].map(
    ([file, count]) => `${file}: ${count} 处手填内容没有带过来（它的客户不在这次的任何一本里），原文件保留`,
  );
}
