// The workbooks of one run: one for the branch, or one per employee, and the work logs where they are asked for.
import { keepingOf } from '../analysis/own-customers.js';
import { recordsOfKeepers } from '../analysis/own-records.js';
import { ownPortfolios } from '../analysis/portfolio/own-portfolio.js';
import { workLogs } from '../analysis/worklog/work-log.js';
import type { Sheet } from '../ledger/sheet.js';
import { workLogSheets } from '../ledger/work-log.js';
import { ledgerSheets, workLogLedger } from '../ledger/workbook.js';
import type { LedgerScene } from '../ledger/workbook-scene.js';
import { type Period, parsePeriod } from '../model/period.js';
import type { Rules } from '../model/rules.js';
import { compactDay, datedStem, uniqueStems } from './ledger-file-name.js';
import type { PreparedLedgers } from './ledger-input.js';
import { branchPortfolio, type LedgerFrame, ledgerScene } from './ledger-scene.js';

export interface LedgerBook {
  /** File name without its extension, and without what a failed check adds to it. */
  readonly stem: string;
  /** null = a work log, which is a form and says nothing of the files. */
  readonly scene: LedgerScene | null;
  readonly sheets: readonly Sheet[];
}

/** What the command line asks for. */
export interface LedgerWish {
  /** Names of ledgers; undefined = all but the work logs. */
  readonly ledgers: readonly string[] | undefined;
  readonly withLog: boolean;
  readonly splitsByEmployee: boolean;
}

export interface LedgerBooks {
  readonly books: readonly LedgerBook[];
  /** Customers in no workbook, because nobody looks after them. */
  readonly unassigned: number;
}

function bookOf(stem: string, scene: LedgerScene, { ledgers }: LedgerWish): LedgerBook {
  return { stem, scene, sheets: ledgerSheets(scene, ledgers) };
}

function branchBook(prepared: PreparedLedgers, rules: Rules, frame: LedgerFrame, wish: LedgerWish): LedgerBook {
  const scene = ledgerScene(prepared.input, prepared, rules, frame, branchPortfolio(prepared, rules));
  const stem = datedStem('台账', [frame.branchNo, frame.branchName], compactDay(scene.asOf));
  return bookOf(stem, scene, wish);
}

/** Everybody sees the own customers with their full names, and no others. */
function employeeBooks(prepared: PreparedLedgers, rules: Rules, frame: LedgerFrame, wish: LedgerWish): LedgerBooks {
  const { asOf } = prepared.asOf;
  const { keepers, unassigned } = keepingOf(prepared.input, asOf);
  const stems = uniqueStems(
    keepers.map(({ employeeNo, employeeName }) => datedStem('台账', [employeeNo, employeeName], compactDay(asOf))),
  );
  const recordsOf = recordsOfKeepers(prepared.input, keepers);
  const branch = branchPortfolio(prepared, rules);
  const portfolioOf = branch && ownPortfolios(branch);
  const books = keepers.map((keeper, index): LedgerBook => {
    const own = portfolioOf?.(keeper) ?? null;
    const scene = ledgerScene(recordsOf(keeper), prepared, rules, frame, own);
    return bookOf(stems[index] ?? '', scene, wish);
  });
  return { books, unassigned };
}

/** The month of the period, where it is one, else that of asOf. */
function logMonth({ input: { period }, asOf: { asOf } }: PreparedLedgers): Period {
  const isMonth = /^\d{4}-\d{2}$/.test(period.label);
  return isMonth ? period : (parsePeriod(asOf.slice(0, 7)) ?? period);
}

function logBooks(
  prepared: PreparedLedgers,
  rules: Rules,
  { branchName, branchNo }: LedgerFrame,
): readonly LedgerBook[] {
  const month = logMonth(prepared);
  const logs = workLogs(prepared.input, rules, prepared.asOf.asOf, month);
  const stems = uniqueStems(
    logs.map(({ employeeNo }) => datedStem('工作日志', [employeeNo], month.label.replace('-', ''))),
  );
  return logs.map((log, index) => ({
    stem: stems[index] ?? '',
    scene: null,
    sheets: workLogSheets({ ...log, branchName, branchNo }),
  }));
}

/** In the order in which they are named; file names are unique. */
export function ledgerBooks(
  prepared: PreparedLedgers,
  rules: Rules,
  frame: LedgerFrame,
  wish: LedgerWish,
): LedgerBooks {
  const ownRules: Rules = wish.splitsByEmployee ? { ...rules, privacy: { ...rules.privacy, profile: 'owner' } } : rules;
  const onlyLogs = wish.ledgers?.every((name) => name === workLogLedger) === true;
  const made = onlyLogs
    ? { books: [], unassigned: 0 }
    : wish.splitsByEmployee
      ? employeeBooks(prepared, ownRules, frame, wish)
      : { books: [branchBook(prepared, ownRules, frame, wish)], unassigned: 0 };
  const hasLogs = wish.withLog || wish.ledgers?.includes(workLogLedger) === true;
  return { ...made, books: [...made.books, ...(hasLogs ? logBooks(prepared, ownRules, frame) : [])] };
}
