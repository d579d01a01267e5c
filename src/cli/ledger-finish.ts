// The workbooks as they are written: with what staff typed into earlier ones, and with 勾稽 over all of it.
import type { Carried } from '../ledger/carry/carry.js';
import { failedChecks } from '../ledger/reconciliation.js';
import type { Sheet } from '../ledger/sheet.js';
import { reconciledAgain } from '../ledger/workbook.js';
import type { LedgerBook } from './ledger-books.js';

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
