// The kinds of export that are read. A new kind is one declaration and one line here.
import type { ExportKind } from '../model/intake.js';
import { accountExport } from './accounts.js';
import { balanceExport } from './balances.js';
import { customerExport } from './customers.js';
import { type DateForm, readConfiguredDay } from './date.js';
import type { Export, Field } from './export.js';
import { type CodeOptions, transactionExport } from './transactions.js';

/** What differs from bank to bank. */
export type KindOptions = CodeOptions & { readonly dateForm?: DateForm | undefined };

/** All declarations, under a bank's own codes and date form. */
export function exportKinds(options: KindOptions): readonly Export<unknown>[] {
  const kinds: readonly Export<unknown>[] = [customerExport, accountExport, transactionExport(options), balanceExport];
  const { dateForm } = options;
  return dateForm === undefined ? kinds : kinds.map((kind) => withDateForm(kind, dateForm));
}

function withDateForm(kind: Export<unknown>, form: DateForm): Export<unknown> {
  const fields = Object.entries(kind.fields).map(([name, field]) => [
    name,
    field.kind === 'day' ? dated(field, form) : field,
  ]);
  return { ...kind, fields: Object.fromEntries(fields) };
}

function dated(field: Field<unknown>, form: DateForm): Field<unknown> {
  return {
    ...field,
    read(text, unit) {
      const day = field.read(text, unit);
      return day === undefined ? readConfiguredDay(text, form) : day;
    },
  };
}

/** The declaration of one kind; throws RangeError for a kind that is not in the list (a mistake of ours). */
export function exportKind(kinds: readonly Export<unknown>[], kind: ExportKind): Export<unknown> {
  const found = kinds.find((one) => one.kind === kind);
  if (found === undefined) throw new RangeError(`no declaration of ${kind}`);
  return found;
}
