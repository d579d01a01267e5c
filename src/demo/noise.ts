// The bookings around the plan: none of them may move R, F or M.
import { type BookingKind, noise } from './booking.js';
import { add, type Drafts, type Entry } from './drafts.js';
import { flagsFrom, interestIndexes, lastIndex, monthly } from './history.js';

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
