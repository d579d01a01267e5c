// The workbooks of one run: one for the branch, or one per employee.
import { keepingOf, ofKeeper } from '../analysis/own-customers.js';
import type { Sheet } from '../ledger/sheet.js';
import { ledgerSheets } from '../ledger/workbook.js';
import type { LedgerScene } from '../ledger/workbook-scene.js';
import type { Rules } from '../model/rules.js';
import { compactDay, ledgerStem, uniqueStems } from './ledger-file-name.js';
import type { PreparedLedgers } from './ledger-input.js';
import { type LedgerFrame, ledgerScene } from './ledger-scene.js';

export interface LedgerBook {
  /** File name without its extension. */
  readonly stem: string;
  readonly scene: LedgerScene;
  readonly sheets: readonly Sheet[];
}

/** What the command line asks for. */
export interface LedgerWish {
  /** Names of ledgers; undefined = all. */
  readonly ledgers: readonly string[] | undefined;
  readonly splitsByEmployee: boolean;
}

export interface LedgerBooks {
  readonly books: readonly LedgerBook[];
  /** Customers in no workbook, because nobody looks after them. */
  readonly unassigned: number;
}

function branchBook(prepared: PreparedLedgers, rules: Rules, frame: LedgerFrame, wish: LedgerWish): LedgerBook {
  const scene = ledgerScene(prepared.input, prepared, rules, frame);
  const stem = ledgerStem('台账', [frame.branchNo, frame.branchName], compactDay(scene.asOf));
  return { stem, scene, sheets: ledgerSheets(scene, wish.ledgers) };
}

/** Everybody sees the own customers with their full names, and no others. */
function employeeBooks(prepared: PreparedLedgers, rules: Rules, frame: LedgerFrame, wish: LedgerWish): LedgerBooks {
  const { asOf } = prepared.asOf;
  const { keepers, unassigned } = keepingOf(prepared.input, asOf);
  const ownRules: Rules = { ...rules, privacy: { ...rules.privacy, profile: 'owner' } };
  const stems = uniqueStems(
    keepers.map(({ empNo, empName }) => ledgerStem('台账', [empNo, empName], compactDay(asOf))),
  );
  const books = keepers.map((keeper, index): LedgerBook => {
    const scene = ledgerScene(ofKeeper(prepared.input, keeper), prepared, ownRules, frame);
    return { stem: stems[index] ?? '', scene, sheets: ledgerSheets(scene, wish.ledgers) };
  });
  return { books, unassigned };
}

export function ledgerBooks(
  prepared: PreparedLedgers,
  rules: Rules,
  frame: LedgerFrame,
  wish: LedgerWish,
): LedgerBooks {
  if (wish.splitsByEmployee) return employeeBooks(prepared, rules, frame, wish);
  return { books: [branchBook(prepared, rules, frame, wish)], unassigned: 0 };
}
