// The data-quality report over all files of a folder: counts against limits, nothing about single customers.
import type { EngineReport } from '../../engine/activity.js';
import type { Account } from '../../model/account.js';
import type { Assignment } from '../../model/assignment.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import type { Employee } from '../../model/employee.js';
import { isIdentityNumber, isMobileNumber } from '../../model/identity-number.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem, ProblemCode } from '../../model/problem.js';
import { type QualityCheckId, qualityCheckIds, qualityChecks } from '../../model/quality-checks.js';
import { type Ratio, ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import { assignmentReader } from '../portfolio/assigned.js';
import type { CheckState, QualityCheck, QualityReport } from './quality-report.js';
import { missingMonths, type TransactionSurvey } from './transaction-survey.js';

export interface QualityInput {
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
  /** All files that were looked at, and those that were refused. */
  readonly files: number;
  readonly refusedFiles: number;
  readonly columns: readonly {
    readonly file: string;
    readonly column: string;
    readonly isUnderstood: boolean;
    /** Its cells are codes of a closed list (借贷标志, 客户状态 …). */
    readonly isCode: boolean;
  }[];
  readonly customers: readonly Customer[] | undefined;
  readonly accounts: readonly Account[] | undefined;
  readonly employees: readonly Employee[] | undefined;
  readonly assignments: readonly Assignment[] | undefined;
  /** undefined = no transactions were read. */
  readonly engine: EngineReport | undefined;
  readonly survey: TransactionSurvey;
}

/** Shares that cannot be looked at (denominator 0) are 未提供, never 通过. */
export function qualityReport(input: QualityInput, rules: Rules, asOf: Day): QualityReport {
  const shares = sharesOf(input, asOf);
  const checks = qualityCheckIds.map((id) => judged(id, shares[id], rules.check[id]));
  const inState = (state: CheckState) => checks.filter((check) => check.state === state).length;
  return {
    report: 'check',
    asOf,
    rules,
    intake: input.intake,
    problems: input.problems,
    summary: {
      files: input.files,
      refusedFiles: input.refusedFiles,
      readRows: sum(input.intake.map(({ rows }) => rows.read)),
      rejectedRows: sum(input.intake.map(({ rows }) => rows.rejected)),
      failed: inState('不通过'),
      noticed: inState('注意'),
    },
    checks,
    reasons: reasonsOf(input.problems),
    unknownColumns: input.columns
      .filter(({ isUnderstood }) => !isUnderstood)
      .map(({ file, column }) => ({ file, column })),
    months: [...input.survey.months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, rows]) => ({ month, rows })),
    missingMonths: missingMonths(input.survey.months.keys()),
    unknownSummaries: input.engine?.unknownSummaries.top ?? [],
  };
}

function judged(id: QualityCheckId, found: Ratio, limit: number): QualityCheck {
  const { title } = qualityChecks[id];
  const share = found.value;
  const state: CheckState =
    share === null ? '未提供' : found.numerator === 0 ? '通过' : share <= limit ? '注意' : '不通过';
  return { id, title, state, found, limit };
}

function sharesOf(input: QualityInput, asOf: Day): Readonly<Record<QualityCheckId, Ratio>> {
  const { intake, engine, survey, customers, accounts } = input;
  const rows = (of: keyof FileIntake['rows']) => sum(intake.map((file) => file.rows[of] ?? 0));
  const data = rows('used') + rows('rejected') + rows('duplicate') + rows('future');
  const transactions = sum([...survey.months.values()]);
  const totals = intake.flatMap(({ controlTotals }) => controlTotals);
  const missing = missingMonths(survey.months.keys()).length;
  const withCode = (code: ProblemCode) =>
    new Set(input.problems.filter((one) => one.code === code).map(({ file }) => file)).size;
  return {
    refusedFiles: ratio(input.refusedFiles, input.files),
    rejectedRows: ratio(rows('rejected'), data),
    unknownCodes: ratio(unknownCodes(input), data),
    controlTotals: ratio(totals.filter(({ agrees }) => !agrees).length, totals.length),
    missingMonths: ratio(missing, survey.months.size + missing),
    duplicateRows: ratio(rows('duplicate'), transactions),
    futureRows: ratio(rows('future'), data),
    earlyRows: ratio(survey.tooEarly, transactions),
    unknownColumns: share(input.columns, ({ isUnderstood }) => !isUnderstood),
    unknownSummaries: ratio(engine?.classes.UNKNOWN ?? 0, sum(Object.values(engine?.classes ?? {}))),
    unknownAccounts: ratio(engine?.unjoinedRows ?? 0, accounts === undefined ? 0 : transactions),
    unknownCustomers: strangers(accounts, customers),
    unknownManagers: unknownManagers(input, asOf),
    identityNumbers: share(
      (customers ?? []).filter(isIdentityCard).map(({ idNo }) => idNo ?? ''),
      (idNo) => !isIdentityNumber(idNo),
    ),
    mobileNumbers: share(
      (customers ?? []).flatMap(({ phone }) => phone ?? []),
      (phone) => !isMobileNumber(phone),
    ),
    balanceSteps: ratio(survey.balances.breaks, survey.balances.steps),
    implausibleUnits: ratio(withCode('implausible-unit'), intake.length),
  };
}

/** Rejected cells of columns that hold codes. */
function unknownCodes({ problems, columns }: QualityInput): number {
  const codes = new Set(columns.filter(({ isCode }) => isCode).map(({ file, column }) => `${file}\n${column}`));
  return problems.filter(({ code, file, column }) => code === 'unreadable-value' && codes.has(`${file}\n${column}`))
    .length;
}

/** A number is judged as an identity card's where the document is one, or is not named and looks like one. */
function isIdentityCard({ idType, idNo }: Customer): boolean {
  if (idNo === undefined || idNo.includes('*')) return false;
  return idType === undefined ? /^\d{15}$|^\d{17}[\dXx]$/.test(idNo) : /身份证/.test(idType);
}

function strangers(accounts: readonly Account[] | undefined, customers: readonly Customer[] | undefined): Ratio {
  if (accounts === undefined || customers === undefined) return ratio(0, 0);
  const known = new Set(customers.map(({ custNo }) => custNo));
  return share(accounts, ({ custNo }) => !known.has(custNo));
}

/** Of those who have a manager on that day, by 管户关系, else by the customer export. */
function unknownManagers({ customers, assignments, employees }: QualityInput, asOf: Day): Ratio {
  if (employees === undefined) return ratio(0, 0);
  const { holderOn } = assignmentReader(assignments, employees);
  const known = new Set(customers?.map(({ custNo }) => custNo));
  const others = new Set(assignments?.map(({ custNo }) => custNo).filter((custNo) => !known.has(custNo)));
  const managers = [
    ...(customers ?? []).flatMap((customer) => holderOn(customer.custNo, customer, asOf) ?? []),
    ...[...others].flatMap((custNo) => holderOn(custNo, undefined, asOf) ?? []),
  ];
  const numbers = new Set<string | null>(employees.map(({ empNo }) => empNo));
  const names = new Set<string | null>(employees.map(({ empName }) => empName));
  return share(managers, ({ employeeNo, employeeName }) =>
    employeeNo === null ? !names.has(employeeName) : !numbers.has(employeeNo),
  );
}

function share<T>(items: readonly T[], isBad: (item: T) => boolean): Ratio {
  return ratio(items.filter(isBad).length, items.length);
}

function reasonsOf(problems: readonly Problem[]): QualityReport['reasons'] {
  const counted = new Map<string, QualityReport['reasons'][number]>();
  for (const { severity, file, code, line } of problems) {
    if (severity !== 'error' || line === undefined) continue;
    const key = `${file}\n${code}`;
    counted.set(key, { file, code, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).map(([, reason]) => reason);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
