// The kinds of export that are read. A new kind is one declaration and one line here.
import type { ExportKind } from '../model/intake.js';
import { accountExport } from './accounts.js';
import { assignmentExport } from './assignments.js';
import { balanceExport } from './balances.js';
import { complaintExport } from './complaints.js';
import { contactExport } from './contacts.js';
import { customerMergeExport } from './customer-merges.js';
import { customerExport } from './customers.js';
import { type DateForm, readConfiguredDay } from './date.js';
import { employeeExport } from './employees.js';
import { eventExport } from './events.js';
import type { Export, Field } from './export.js';
import { fundTransactionExport } from './fund-transactions.js';
import { holdingExport } from './holdings.js';
import { loanExport } from './loans.js';
import { npsExport } from './nps.js';
import { pointsExport } from './points.js';
import { referralExport } from './referrals.js';
import { riskTestExport } from './risk-tests.js';
import { targetExport } from './targets.js';
import { type CodeOptions, transactionExport } from './transactions.js';
import { wealthSaleExport } from './wealth-sales.js';

/** What differs from bank to bank. */
export type KindOptions = CodeOptions & { readonly dateForm?: DateForm | undefined };

/** All declarations, under a bank's own codes and date form. */
export function exportKinds(options: KindOptions): readonly Export<unknown>[] {
  const kinds: readonly Export<unknown>[] = [
    customerExport,
    accountExport,
    transactionExport(options),
    balanceExport,
    holdingExport,
    wealthSaleExport,
    fundTransactionExport,
    loanExport,
    referralExport,
    contactExport,
    complaintExport,
    npsExport,
    riskTestExport,
    employeeExport,
    assignmentExport,
    targetExport,
    eventExport,
    pointsExport,
    customerMergeExport,
  ];
  const { dateForm } = options;
  return dateForm === undefined ? kinds : kinds.map((kind) => withDateForm(kind, dateForm));
}

function withDateForm(kind: Export<unknown>, form: DateForm): Export<unknown> {
  const fields = Object.entries(kind.fields).map(([name, field]) => [
    name,
    field.kind === 'day' || field.kind === 'moment' ? dated(field, form) : field,
  ]);
  return { ...kind, fields: Object.fromEntries(fields) };
}

function dated(field: Field<unknown>, form: DateForm): Field<unknown> {
  return {
    ...field,
    read(text, unit) {
      const value = field.read(text, unit);
      if (value !== undefined) return value;
      const day = readConfiguredDay(text, form);
      return day === undefined || field.kind === 'day' ? day : { day };
    },
  };
}

/** The declaration of one kind; throws RangeError for a kind that is not in the list (a mistake of ours). */
export function exportKind(kinds: readonly Export<unknown>[], kind: ExportKind): Export<unknown> {
  const found = kinds.find((one) => one.kind === kind);
  if (found === undefined) throw new RangeError(`no declaration of ${kind}`);
  return found;
}
