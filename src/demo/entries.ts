// The bookings of one customer before balances are struck: those of the plan, and the noise around them.
import type { ReversalFlag } from '../model/transaction.js';
import { type BookingKind, kindFor, type Need, noise, salary } from './booking.js';
import type { Plan } from './habit.js';
import { flagsFrom, interestIndexes, lastIndex, monthly, windowIndex } from './history.js';
import type { Random } from './random.js';

/** A booking that waits for its balance. */
export interface Entry {
  readonly day: number;
  /** Second of the day. */
  readonly second: number;
  /** Both legs of an own transfer, and its fee, share it: it becomes the 流水号. */
  readonly ref: number;
  readonly kind: BookingKind;
  /** With its sign (红字 is negative); null = settled with the balance (interest, closing). */
  readonly amountFen: number | null;
  readonly account: 'main' | 'second' | 'dollar';
  readonly reversal: ReversalFlag;
  /** The booking that this one takes back, where the core says so. */
  readonly undoes: { readonly day: number; readonly ref: number } | undefined;
}

/** Where the drafts of one customer are collected; hands out the references. */
export interface Drafts {
  readonly entries: Entry[];
  readonly random: Random;
  nextRef: number;
}

/** Notes a booking: by day in the main account unless said otherwise. Returns its reference. */
export function add(drafts: Drafts, entry: Partial<Entry> & Pick<Entry, 'day' | 'kind' | 'amountFen'>): number {
  const ref = entry.ref ?? drafts.nextRef++;
  // Field by field: spreading is several times slower, and a large branch comes here ten million times.
  drafts.entries.push({
    day: entry.day,
    second: entry.second ?? drafts.random.int(8 * 3600, 22 * 3600 - 1),
    ref,
    kind: entry.kind,
    amountFen: entry.amountFen,
    account: entry.account ?? 'main',
    reversal: entry.reversal ?? 'normal',
    undoes: entry.undoes,
  });
  return ref;
}

/** Shares of `total` that add up to it; the largest comes last. */
function split(total: number, parts: number, random: Random): readonly number[] {
  const weights = Array.from({ length: parts }, () => 0.02 + random.fraction() ** 3).sort((a, b) => a - b);
  const sum = weights.reduce((a, b) => a + b, 0);
  const amounts = weights.map((weight) => Math.max(100, Math.floor((total * weight) / sum)));
  const rest = amounts.slice(0, -1).reduce((a, b) => a + b, 0);
  return [...amounts.slice(0, -1), total - rest];
}

interface Habits {
  readonly has: readonly Need[];
  /** Opened with nothing inside the history: money only comes in, so that no balance falls below 0. */
  readonly onlyCredits: boolean;
  readonly hasSalary: boolean;
}

/** Pay days of the plan: none unless wages fit into half of its amount. */
function addSalary(drafts: Drafts, plan: Plan): Plan {
  const { random } = drafts;
  const payDays = monthly(random.int(5, 25));
  const counted = payDays.filter((day) => day >= windowIndex && day < plan.last);
  const fen = Math.min(random.int(4_000, 18_000) * 100, Math.floor(plan.amountFen / 2 / Math.max(1, counted.length)));
  if (plan.count < counted.length + 2 || fen < 200_000) return plan;
  for (const day of payDays) if (day < plan.last) add(drafts, { day, second: 9 * 3600, kind: salary, amountFen: fen });
  return { ...plan, count: plan.count - counted.length, amountFen: plan.amountFen - fen * counted.length };
}

/** The bookings that make the customer's R, F and M: exactly `plan.count` of them, to the 分. */
export function addPlanned(drafts: Drafts, whole: Plan, habits: Habits): void {
  const { random } = drafts;
  const plan = habits.hasSalary ? addSalary(drafts, whole) : whole;
  const dates = Array.from({ length: plan.count }, () => random.int(plan.from, plan.last));
  dates[0] = plan.last;
  if (habits.onlyCredits && plan.count > 1) dates[1] = plan.from;
  let missing = 0;
  let net = 0;
  const amounts = split(plan.amountFen, plan.count, random);
  for (const [position, share] of amounts.entries()) {
    const isRest = position === amounts.length - 1;
    const wantsCredit = habits.onlyCredits || random.chance(net < 0 ? 0.65 : 0.25);
    const kind = kindFor(share, wantsCredit ? 'C' : 'D', habits.has, isRest, random);
    const amountFen = isRest ? share + missing : Math.max(kind.step, share - (share % kind.step));
    missing += share - amountFen;
    net += kind.direction === 'C' ? amountFen : -amountFen;
    const ref = add(drafts, { day: dates[position]!, kind, amountFen });
    if (kind.summary === '跨行汇款' && random.chance(0.3)) {
      const { second } = drafts.entries[drafts.entries.length - 1]!;
      add(drafts, {
        day: dates[position]!,
        second,
        ref,
        kind: noise.wireFee,
        amountFen: random.pick([500, 1_000, 1_500]),
      });
    }
  }
}

/** Bookings of February and March 2024: before the window of F and M, so they only show that the window is kept. */
export function addBeforeWindow(drafts: Drafts): void {
  const { random } = drafts;
  for (let n = random.int(0, 3); n > 0; n--) {
    const share = random.int(1_000, 500_000);
    const kind = kindFor(share, random.pick(['D', 'C']), [], true, random);
    add(drafts, { day: random.int(0, windowIndex - 1), kind, amountFen: share });
  }
}

/** Interest of every quarter; its amount is settled when balances are struck. */
export function addInterest(drafts: Drafts, accounts: readonly Entry['account'][]): void {
  for (const day of interestIndexes) {
    for (const account of accounts) add(drafts, { day, second: 1_800, kind: noise.interest, amountFen: null, account });
  }
}

/** Monthly fees and standing orders, a product that matures. */
export function addOrders(drafts: Drafts): void {
  const { random } = drafts;
  const orders: readonly (readonly [BookingKind, number, () => number])[] = [
    [noise.smsFee, 0.6, () => 200],
    [noise.power, 0.25, () => random.int(3_000, 30_000)],
    [noise.water, 0.15, () => random.int(1_000, 9_000)],
    [noise.fundPlan, 0.06, () => 50_000],
  ];
  for (const [kind, share, amountFen] of orders) {
    if (!random.chance(share)) continue;
    for (const day of monthly(random.int(3, 27))) add(drafts, { day, second: 7_200, kind, amountFen: amountFen() });
  }
  if (!random.chance(0.1)) return;
  const amountFen = random.int(1, 10) * 1_000_000;
  add(drafts, { day: random.int(0, lastIndex), second: 10_800, kind: noise.matured, amountFen });
}

/** A transfer and its reversal on the next day, `last` at the latest; also after R, to show that neither leg counts. */
export function addReversal(drafts: Drafts, last: number): void {
  const { random } = drafts;
  const day = random.int(0, last - 1);
  // An odd amount that no other booking of the customer has: a reversal without 原流水号 is found by its amount.
  const taken = new Set(drafts.entries.map((entry) => entry.amountFen));
  let amountFen = random.int(10_000, 900_000) * 2 + 1;
  while (taken.has(amountFen)) amountFen += 2;
  const isFlagged = day >= flagsFrom;
  const ref = add(drafts, { day, kind: noise.undone, amountFen, reversal: isFlagged ? 'reversed' : 'normal' });
  const isRed = !isFlagged && random.chance(0.5);
  add(drafts, {
    day: day + 1,
    kind: isRed ? { ...noise.undoing, direction: 'D' } : noise.undoing,
    amountFen: isRed ? -amountFen : amountFen,
    ...(isFlagged && { reversal: 'reversal', undoes: { day, ref } }),
  });
}

/** Foreign currency: a few rows in a dollar account; they count nowhere. */
export function addDollars(drafts: Drafts): void {
  const { random } = drafts;
  for (let n = 0; n < 5; n++) {
    const day = random.int(flagsFrom, lastIndex);
    const kind = n < 3 ? noise.foreignIn : noise.foreignOut;
    add(drafts, { day, kind, amountFen: random.int(100, 2_000) * 100, account: 'dollar' });
  }
}
