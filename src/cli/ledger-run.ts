// One run of `ledger`: the workbooks are made, checked and put into the folder together.
import { basename } from 'node:path';
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

function pendingFile({ stem, scene, sheets }: LedgerBook, folder: string, secrets: Secrets): PendingFile {
  const target = pathInside(folder, `${stem}.xlsx`);
  return {
    target,
    async write(temporary) {
      await writeWorkbook(sheets, temporary, { asOf: scene.asOf });
      refuseLeaks(basename(target), await scanForLeaks(temporary, secrets));
    },
  };
}

/** Writes all workbooks of the order, or none. Throws UserError. */
export async function writeLedgers(
  prepared: PreparedLedgers,
  order: LedgerOrder,
  { rules }: Settings,
  shell: Shell,
): Promise<LedgerResult> {
  const known = order.branch ?? branchOf(prepared.input);
  const frame = { ...known, printDate: order.printDate ?? prepared.asOf.asOf };
  const { books, unassigned } = ledgerBooks(prepared, rules, frame, order);
  if (books.length === 0)
    throw new UserError(
      '没有一户客户有管户员工，无法按员工分开；请提供管户关系或客户信息中的管户人',
      exitCodes.nothingToDo,
    );
  const secrets = secretsOf(prepared.input);
  const files = books.map((book) => pendingFile(book, order.folder, secrets));
  await writeTogether(order.folder, files, (sentence) => say(shell, [sentence]));
  const codes = books.map(({ scene }) =>
    verdictOf({ ...scene, ...(scene.segment === null ? {} : { coverage: scene.segment.coverage }) }),
  );
  return {
    files: files.map(({ target }) => basename(target)),
    code: codes.find((code) => code !== exitCodes.done) ?? exitCodes.done,
    unassigned,
    problems: uniqueProblems(books.flatMap(({ scene }) => scene.problems)),
  };
}
