// AUM by day of snapshot.
import type { Balance } from '../model/balance.js';
import type { Day } from '../model/day.js';
import type { Fen } from '../model/fen.js';
import { aumOf, balancesByDate, datedSnapshot, depositOf } from './aum.js';

export interface DatedAum {
  /** Days with a snapshot that holds AUM, ascending. */
  readonly dates: readonly Day[];
  /** The last of them on or before `on`. */
  latest(on: Day): Day | undefined;
  /** In 分 on one of `dates`; somebody missing from that snapshot holds 0. null = no such snapshot. */
  on(customerId: string, date: Day): number | null;
}

/** A referral report asks for the same list many times, and a list of a year holds a row for every customer and month. */
const known = new WeakMap<readonly Balance[], DatedAum>();
const knownDeposits = new WeakMap<readonly Balance[], DatedAum>();

export function datedAum(balances: readonly Balance[] | undefined): DatedAum {
  return remembered(known, balances, aumOf);
}

/** The same of deposits alone. */
export function datedDeposits(balances: readonly Balance[] | undefined): DatedAum {
  return remembered(knownDeposits, balances, depositOf);
}

type FigureOf = (balance: Balance) => Fen | undefined;

function remembered(
  memory: WeakMap<readonly Balance[], DatedAum>,
  balances: readonly Balance[] | undefined,
  figureOf: FigureOf,
): DatedAum {
  if (balances === undefined) return datedFigures([], figureOf);
  const found = memory.get(balances) ?? datedFigures(balances, figureOf);
  memory.set(balances, found);
  return found;
}

function datedFigures(balances: readonly Balance[], figureOf: FigureOf): DatedAum {
  const fenOf = new Map<Day, ReadonlyMap<string, number>>();
  for (const [date, rows] of balancesByDate(balances)) {
    const snapshot = datedSnapshot(date, rows, figureOf);
    if (snapshot !== null) fenOf.set(date, snapshot.fenOf);
  }
  const dates = [...fenOf.keys()].sort();
  return {
    dates,
    latest: (on) => dates.findLast((date) => date <= on),
    on(customerId, date) {
      const snapshot = fenOf.get(date);
      return snapshot === undefined ? null : (snapshot.get(customerId) ?? 0);
    },
  };
}
