// One run of `ledger`: the workbooks are made, checked and put into the folder together.
import { basename } from 'node:path';
import type { Carried } from '../ledger/carry/carry.js';
import { onPaper } from '../ledger/on-paper.js';
import { personalColumns } from '../ledger/personal-columns.js';
import type { Day } from '../model/day.js';
import { type ExitCode, exitCodes, UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import type { Rules } from '../model/rules.js';
import { type Leak, type Secrets, scanForLeaks } from '../render/leak-scan.js';
import type { WorkbookTally } from '../render/workbook-value.js';
import { writeWorkbook } from '../render/xlsx.js';
import { announcing } from './audit.js';
import { type LedgerBook, ledgerBooks } from './ledger-books.js';
import { branchOf } from './ledger-branch.js';
import { pathInside } from './ledger-file-name.js';
import { type FinishedBook, finishBooks, leftSentences } from './ledger-finish.js';
import type { PreparedLedgers } from './ledger-input.js';
import { neighbourHints } from './ledger-neighbours.js';
import type { LedgerOrder } from './ledger-options.js';
import { type PendingFile, writeTogether } from './ledger-output.js';
import { uniqueProblems } from './ledger-scene.js';
import { secretsOf } from './ledger-secrets.js';
import { say } from './messages.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { verdictOf } from './verdict.js';
import { typedNameHider } from './without-persons.js';
import { lossSentences } from './workbook-losses.js';

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
  /** What could not be carried, or not be written as it was, one sentence each. */
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

interface Writing {
  readonly asOf: Day;
  readonly rules: Rules;
  readonly secrets: Secrets;
  /** One for each workbook that is written. */
  readonly tallies: Readonly<WorkbookTally>[];
}

/** Under `full` the workbook is meant to show what is looked for. */
function pendingFile(book: FinishedBook, target: string, { asOf, rules, secrets, tallies }: Writing): PendingFile {
  return {
    target,
    async write(temporary) {
      const sheets = onPaper(book.sheets, rules.ledger.paper);
      tallies.push(await writeWorkbook(sheets, temporary, { asOf, remembersRows: true }));
      if (rules.privacy.profile !== 'full') refuseLeaks(basename(target), await scanForLeaks(temporary, secrets));
    },
  };
}

function verdictOfAll(books: readonly LedgerBook[], finished: readonly FinishedBook[]): ExitCode {
  const codes = books.flatMap(({ scene }) =>
    scene === null ? [] : verdictOf({ ...scene, ...(scene.segment && { coverage: scene.segment.coverage }) }),
  );
  const failed = finished.some((book) => book.failedChecks > 0) ? exitCodes.rejectedRows : exitCodes.done;
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
  const { audit, folder, includesRedemptions } = order;
  const known = order.branch ?? branchOf(prepared.input);
  const frame = { ...known, printDate: order.printDate ?? asOf, includesRedemptions };
  const { books, unassigned } = await stages.time('分析', () => ledgerBooks(prepared, rules, frame, order));
  refuseEmpty(books, order);
  const hideNames = typedNameHider(prepared.input, order.splitsByEmployee ? 'owner' : rules.privacy.profile);
  const { books: finished, carried, previous, outdated } = await finishBooks(books, order, asOf, hideNames);
  const writing: Writing = { asOf, rules, secrets: secretsOf(prepared.input), tallies: [] };
  const names = finished.map(({ name }) => name);
  const hints = neighbourHints(folder, [...names, ...finished.map(({ otherName }) => otherName)], order);
  const files = finished.map((book) => pendingFile(book, pathInside(folder, book.name), writing));
  const columns = () => personalColumns(finished.flatMap(({ sheets }) => sheets));
  const warn = (sentence: string) => say(shell, [sentence]);
  const announce = audit && announcing(audit, folder, columns, shell);
  await stages.time('写出', () => writeTogether({ folder, files, outdated }, { warn, announce }));
  const sumOf = (count: (book: Carried) => number) => carried.books.reduce((sum, book) => sum + count(book), 0);
  return {
    files: names,
    code: verdictOfAll(books, finished),
    unassigned,
    failedChecks: finished.reduce((sum, book) => sum + book.failedChecks, 0),
    carried: sumOf((book) => book.carried),
    removed: sumOf(({ removed }) => removed.length),
    conflicts: sumOf(({ conflicts }) => conflicts.length),
    warnings: [
      ...order.previousHints,
      ...previous.entries.warnings,
      ...leftSentences(carried),
      ...hints,
      ...lossSentences(writing.tallies),
    ],
    problems: uniqueProblems(
      [prepared.input, ...books.flatMap(({ scene }) => scene ?? [])].flatMap((of) => of.problems),
    ),
  };
}
