// The kinds of export that are read. A new kind is one declaration and one line here.
import type { ExportKind } from '../model/intake.js';
import { accountExport } from './accounts.js';
import { balanceExport } from './balances.js';
import { customerExport } from './customers.js';
import type { Export } from './export.js';
import { type CodeOptions, transactionExport } from './transactions.js';

/** All declarations, under a bank's own codes. */
export function exportKinds(codes: CodeOptions): readonly Export<unknown>[] {
  return [customerExport, accountExport, transactionExport(codes), balanceExport];
}

/** The declaration of one kind; throws RangeError for a kind that is not in the list (a mistake of ours). */
export function exportKind(kinds: readonly Export<unknown>[], kind: ExportKind): Export<unknown> {
  const found = kinds.find((one) => one.kind === kind);
  if (found === undefined) throw new RangeError(`no declaration of ${kind}`);
  return found;
}
