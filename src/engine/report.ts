// What is on the tape → the report: reversals, own transfers and measures walk over it.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import { type TxnClass, txnClasses } from '../model/transaction.js';
import type { Activity, EngineReport, Measure, Ownership, SourceCounts } from './activity.js';
import { ascending } from './ascending.js';
import { markClosingDays } from './closing-days.js';
import { engineProblems } from './engine-problems.js';
import { free } from './free.js';
import type { Keys } from './gauge.js';
import { interpret } from './interpret.js';
import { markClosingLegs } from './own-transfers.js';
import { cancelReversed } from './reversals.js';
import type { Loaded, LoadedSource } from './settling.js';
import { classIndex, isForeign, type Tape, unknownClass, wasSecondLeg } from './tape.js';
import { type SummaryUse, topSummaries, useSummary } from './unknown-summaries.js';

/** Everything that is asked of the loaded bookings, whose tape is empty afterwards. Throws UserError (exit 3) when a sum exceeds 90 万亿元. */
export function reportOf(
  loaded: Loaded,
  ownership: Ownership,
  measures: readonly Measure[],
  rules: Rules,
): EngineReport {
  const { tape, holders } = loaded;
  const { unmatchedUndone, ...reversals } = cancelReversed(tape, loaded.origOf, rules.txn.reversalDays);
  if (measures.some(({ closings }) => closings === 'out')) markClosings(loaded, ownership);
  const answers = (per: Keys['per'], names: readonly string[]) =>
    interpret(tape, { per, names }, measures, rules.txn.unknownAs);
  // Before the rows are counted: the walk over customers finds the own transfers.
  const activities = byName(holders.customers, answers('customer', holders.customers));
  const asksAccounts = measures.some(({ per }) => per === 'account');
  const counted = countRows(loaded, ownership);
  const report = {
    activities,
    accounts: asksAccounts
      ? byName(holders.accounts, answers('account', holders.accounts), joinedAccounts(tape))
      : new Map(),
    sources: loaded.sources.map(
      ({ duplicate, future, coverage, creditFen, debitFen }): SourceCounts => ({
        duplicate,
        future,
        coverage,
        creditFen,
        debitFen,
      }),
    ),
    coverage: unitedCoverage(loaded.sources),
    reversals,
    statesChannel: loaded.sources.some(({ statesChannel }) => statesChannel),
    filesWithoutChannel: filesWithoutChannel(loaded.sources),
    accountsAsCustomers: holders.accountsAsCustomers,
    ...counted,
  };
  const isTwoGuessed = unmatchedUndone > 0 && !Object.hasOwn(rules.txn.reversalCodes, '2');
  free(Object.values(tape).filter((column) => ArrayBuffer.isView(column)));
  return { ...report, problems: engineProblems(report, loaded.sources, isTwoGuessed) };
}

function filesWithoutChannel(sources: Loaded['sources']): readonly string[] {
  const without = sources.filter(({ statesChannel, coverage }) => !statesChannel && coverage !== null);
  return [...new Set(without.map(({ file }) => file))].sort();
}

function markClosings({ tape, holders }: Loaded, { closingDays }: Ownership): void {
  if (closingDays !== undefined) markClosingDays(tape, holders, closingDays());
  markClosingLegs(tape);
}

/** By name ascending; only the keys of `among`, if it is given. */
function byName(
  names: readonly string[],
  activities: readonly Activity[],
  among?: ReadonlySet<number>,
): ReadonlyMap<string, Activity> {
  const byName = new Map<string, Activity>();
  for (const index of ascending(names))
    if (among === undefined || among.has(index)) byName.set(names[index]!, activities[index]!);
  return byName;
}

/** Accounts that have a row whose customer is known. */
function joinedAccounts(tape: Tape): ReadonlySet<number> {
  const joined = new Set<number>();
  for (let row = 0; row < tape.rows; row += 1) {
    if (tape.customer[row]! >= 0 && tape.account[row]! >= 0) joined.add(tape.account[row]!);
  }
  return joined;
}

function unitedCoverage(sources: readonly LoadedSource[]): EngineReport['coverage'] {
  let from: Day | undefined;
  let to: Day | undefined;
  const hasRows = sources.some(({ isStatedOnly }) => !isStatedOnly);
  for (const { coverage, isStatedOnly } of sources) {
    if (coverage === null) continue;
    if (from === undefined || coverage.from < from) from = coverage.from;
    if (hasRows && isStatedOnly) continue;
    if (to === undefined || coverage.to > to) to = coverage.to;
  }
  return from === undefined || to === undefined ? null : { from, to };
}

function countRows({ tape, texts, holders }: Loaded, { nameOf }: Ownership) {
  const perClass = new Array<number>(txnClasses.length).fill(0);
  const uses = new Map<string, SummaryUse>();
  // 1 for each customer who has one.
  const withMandate = new Uint8Array(holders.customers.length);
  let foreignRows = 0;
  let unjoinedRows = 0;
  let ownTransfers = 0;
  for (let row = 0; row < tape.rows; row += 1) {
    const bits = tape.bits[row]!;
    const index = classIndex(bits);
    perClass[index]! += 1;
    if ((bits & isForeign) !== 0) foreignRows += 1;
    if ((bits & wasSecondLeg) !== 0) ownTransfers += 1;
    if (tape.customer[row]! < 0) unjoinedRows += 1;
    else if (index === mandateClass) withMandate[tape.customer[row]!] = 1;
    if (index === unknownClass) useSummary(uses, texts[tape.text[row]!]!, tape.customer[row]!);
  }
  const classes = Object.fromEntries(txnClasses.map((name, index) => [name, perClass[index]!])) as Record<
    TxnClass,
    number
  >;
  const mandates = { rows: classes.MANDATE, customers: withMandate.filter((has) => has === 1).length };
  const unknownSummaries = topSummaries(uses, nameOf.values());
  return { classes, unknownSummaries, ownTransfers, foreignRows, mandates, unjoinedRows };
}

const mandateClass = txnClasses.indexOf('MANDATE');
