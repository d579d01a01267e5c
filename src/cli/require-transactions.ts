import type { TransactionSource } from '../engine/activity.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';

/** Throws UserError (exit 6) without transactions; `analysis` is what needs them: 分层 … */
export function requireTransactions(
  branch: { readonly transactions: readonly TransactionSource[]; problems(): readonly Problem[] },
  analysis: string,
): void {
  if (branch.transactions.length > 0) return;
  throw new UserError(
    `没有交易明细：${analysis}需要交易明细导出；用 taizhang inspect 看看文件是怎样被识别的`,
    exitCodes.nothingToDo,
    branch.problems(),
  );
}
