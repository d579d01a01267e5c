// One run of `ledger`: the workbooks are made, checked and put into the folder together.
import { basename } from 'node:path';
import type { Carried } from '../ledger/carry/carry.js';
import { type ExitCode, exitCodes, UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import { type Leak, type Secrets, scanForLeaks } from '../render/leak-scan.js';
import { writeWorkbook } from '../render/xlsx.js';
import { type LedgerBook, ledgerBooks } from './ledger-books.js';
import { branchOf } from './ledger-branch.js';
import { pathInside } from './ledger-file-name.js';
import type { PreparedLedgers } from './ledger-input.js';
import type { LedgerOrder } from './ledger-options.js';
import { type PendingFile, writeTogether } from './ledger-output.js';
import { carryFrom, refuseToLoseEntries } from './ledger-previous.js';
import { uniqueProblems } from './ledger-scene.js';
import { secretsOf } from './ledger-secrets.js';
import { say } from './messages.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { verdictOf } from './verdict.js';

export interface LedgerResult {
  /** File names, in their order. */
  readonly files: readonly string[];
  readonly code: ExitCode;
  readonly unassigned: number;
  /** ✘ on 勾稽, over all workbooks. */
  readonly failedChecks: number;
  /** Hand entries of earlier workbooks: carried, moved to 已移出, other than the export. */
  readonly carried: number;
  readonly removed: number;
  readonly conflicts: number;
  /** What could not be carried, one sentence each. */
  readonly warnings: readonly string[];
  /** Of the files and of all workbooks, each once. */
  readonly problems: readonly Problem[];
}

function refuseLeaks(name: string, leaks: readonly Leak[]): void {
  const [first] = leaks;
  if (first === undefined) return;
  throw new UserError(
    `“${name}”的 ${first.place} 有未脱敏的${first.kind}，没有写出任何台账；若是手工填写的内容，请在原台账中改掉后重试，否则请告诉维护人`,
    exitCodes.failed,
  );
}

/** 目录, 勾稽 and 口径与数据质量. */
const frameSheets = 3;

function refuseEmpty(books: readonly LedgerBook[], order: LedgerOrder): void {
  if (books.some(({ scene, sheets }) => scene === null || sheets.length > frameSheets)) return;
  const why = order.splitsByEmployee ? '客户都没有管户员工，或没有所需的导出' : '没有所需的导出';
  throw new UserError(`没有台账可写：${why}；用 taizhang inspect 看看文件是怎样被识别的`, exitCodes.nothingToDo);
}

function pendingFile(book: LedgerBook, target: string, prepared: PreparedLedgers, secrets: Secrets): PendingFile {
  return {
    target,
    async write(temporary) {
      await writeWorkbook(book.sheets, temporary, { asOf: prepared.asOf.asOf });
      refuseLeaks(basename(target), await scanForLeaks(temporary, secrets));
    },
  };
}

/** 已移出 stands before 口径与数据质量, which stays the last to be seen. */
function withEntries(book: LedgerBook, carried: Carried | undefined): LedgerBook {
  if (carried === undefined) return book;
  const { sheets, removedSheet, indexSheet } = carried;
  const place = book.scene === null ? sheets.length : sheets.length - 1;
  const removed = removedSheet === null ? [] : [removedSheet];
  return { ...book, sheets: [...sheets.slice(0, place), ...removed, ...sheets.slice(place), indexSheet] };
}

function verdictOfAll(books: readonly LedgerBook[]): ExitCode {
  const codes = books.flatMap(({ scene }) =>
    scene === null ? [] : verdictOf({ ...scene, ...(scene.segment && { coverage: scene.segment.coverage }) }),
  );
  const failed = books.some((book) => book.failedChecks > 0) ? exitCodes.rejectedRows : exitCodes.done;
  return codes.find((code) => code !== exitCodes.done) ?? failed;
}

/** Writes all workbooks of the order, or none. Throws UserError. */
export async function writeLedgers(
  prepared: PreparedLedgers,
  order: LedgerOrder,
  { rules, stages }: Settings,
  shell: Shell,
): Promise<LedgerResult> {
  const { asOf } = prepared.asOf;
  const known = order.branch ?? branchOf(prepared.input);
  const { includesRedemptions } = order;
  const frame = { ...known, printDate: order.printDate ?? asOf, includesRedemptions };
  const { books, unassigned } = await stages.time('分析', () => ledgerBooks(prepared, rules, frame, order));
  refuseEmpty(books, order);
  const targets = books.map(({ stem }) => pathInside(order.folder, `${stem}.xlsx`));
  for (const [index, book] of books.entries())
    await refuseToLoseEntries(targets[index] ?? '', book, order.previous, asOf);
  const { books: carried, warnings } = await carryFrom(order.previous, targets, books, asOf);
  const whole = books.map((book, index) => withEntries(book, carried[index]));
  const secrets = secretsOf(prepared.input);
  const files = whole.map((book, index) => pendingFile(book, targets[index] ?? '', prepared, secrets));
  const warn = (sentence: string) => say(shell, [sentence]);
  await stages.time('写出', () => writeTogether(order.folder, files, warn));
  return {
    files: targets.map((target) => basename(target)),
    code: verdictOfAll(books),
    unassigned,
    failedChecks: books.reduce((sum, book) => sum + book.failedChecks, 0),
    carried: carried.reduce((sum, book) => sum + book.carried, 0),
    removed: carried.reduce((sum, book) => sum + book.removed.length, 0),
    conflicts: carried.reduce((sum, book) => sum + book.conflicts.length, 0),
    warnings,
    problems: uniqueProblems(
      [prepared.input, ...books.flatMap(({ scene }) => scene ?? [])].flatMap((of) => of.problems),
    ),
  };
}
