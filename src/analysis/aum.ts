// AUM on a day, from snapshots (§3.J J2, clarification 20).
import { ascendingMapOf } from '../model/ascending-map.js';
import type { Balance } from '../model/balance.js';
import type { Day } from '../model/day.js';
import { addFen, type Fen, zeroFen } from '../model/fen.js';
import { contentKey } from './content-key.js';

/** One 数据日期 of the balance export. */
export interface AumSnapshot {
  readonly dataDate: Day;
  /** A customer who is absent holds 0. */
  readonly fenOf: ReadonlyMap<string, Fen>;
  /** Rows that repeat a customer: the same again (counted once) and different ones (added up). */
  readonly repeated: { readonly same: number; readonly different: number };
}

/**
 * The AUM column, else the sum of the components present; loans never count, a 结构性存款 column only where no 存款 column
 * already holds it. Undefined when the row says nothing of any of them.
 */
export function aumOf(balance: Balance): Fen | undefined {
  if (balance.aumFen !== undefined) return balance.aumFen;
  const deposits =
    balance.depositFen === undefined
      ? [balance.demandFen, balance.timeFen, balance.structuredFen]
      : [balance.depositFen];
  const { wealthFen, fundFen, insuranceFen, trustFen, metalFen, bondFen } = balance;
  const held = [...deposits, wealthFen, fundFen, insuranceFen, trustFen, metalFen, bondFen].filter(
    (component) => component !== undefined,
  );
  return held.length === 0 ? undefined : held.reduce(addFen, zeroFen);
}

const known = new WeakMap<readonly Balance[], ReadonlyMap<Day, readonly Balance[]>>();

/** The rows of each 数据日期. The same export is asked for many figures and many days: it is put in order once. */
export function balancesByDate(balances: readonly Balance[]): ReadonlyMap<Day, readonly Balance[]> {
  const found = known.get(balances);
  if (found !== undefined) return found;
  const rowsOf = new Map<Day, Balance[]>();
  for (const balance of balances) {
    const rows = rowsOf.get(balance.dataDate);
    if (rows === undefined) rowsOf.set(balance.dataDate, [balance]);
    else rows.push(balance);
  }
  known.set(balances, rowsOf);
  return rowsOf;
}

function latestDataDate(dates: Iterable<Day>, on: Day): Day | undefined {
  let latest: Day | undefined;
  for (const date of dates) {
    if (date <= on && (latest === undefined || date > latest)) latest = date;
  }
  return latest;
}

/** Deposits alone: the 存款 column, else the sum of its components present; undefined when the row says nothing of them. */
export function depositOf({ depositFen, demandFen, timeFen, structuredFen }: Balance): Fen | undefined {
  if (depositFen !== undefined) return depositFen;
  const held = [demandFen, timeFen, structuredFen].filter((component) => component !== undefined);
  return held.length === 0 ? undefined : held.reduce(addFen, zeroFen);
}

/** The snapshot of the latest 数据日期 on or before `on`; null without a balance export, such a date or any AUM in it. */
export function aumSnapshotOn(balances: readonly Balance[] | undefined, on: Day): AumSnapshot | null {
  return snapshotOn(balances, on, aumOf);
}

/** The same of another figure of the rows: null where no row of that date has it. */
export function snapshotOn(
  balances: readonly Balance[] | undefined,
  on: Day,
  figureOf: (balance: Balance) => Fen | undefined,
): AumSnapshot | null {
  const rowsOf = balances && balancesByDate(balances);
  const dataDate = rowsOf && latestDataDate(rowsOf.keys(), on);
  const dated = dataDate && rowsOf.get(dataDate);
  if (dataDate === undefined || dated === undefined) return null;
  return datedSnapshot(dataDate, dated, figureOf);
}

/** `dated` are the rows of one 数据日期. */
export function datedSnapshot(
  dataDate: Day,
  dated: readonly Balance[],
  figureOf: (balance: Balance) => Fen | undefined,
): AumSnapshot | null {
  if (!dated.some((balance) => figureOf(balance) !== undefined)) return null;
  const heldIn = (balance: Balance) => figureOf(balance) ?? zeroFen;
  const sorted = ascendingMapOf(dated, ({ custNo }) => custNo, heldIn);
  if (sorted !== undefined) return { dataDate, fenOf: sorted, repeated: { same: 0, different: 0 } };
  return { dataDate, ...repeatedFigures(dated, heldIn) };
}

/** Rows in any order, several of one customer among them. */
function repeatedFigures(
  dated: readonly Balance[],
  heldIn: (balance: Balance) => Fen,
): Pick<AumSnapshot, 'fenOf' | 'repeated'> {
  const fenOf = new Map<string, Fen>();
  const repeats = new Map<string, Balance[]>();
  for (const balance of dated) {
    const before = fenOf.size;
    fenOf.set(balance.custNo, heldIn(balance));
    if (fenOf.size === before) repeats.set(balance.custNo, []);
  }
  if (repeats.size > 0) for (const balance of dated) repeats.get(balance.custNo)?.push(balance);
  let same = 0;
  let different = 0;
  for (const [custNo, rows] of repeats) {
    const distinct = [...new Map(rows.map((row) => [contentKey(row), row])).values()];
    same += rows.length - distinct.length;
    different += distinct.length - 1;
    fenOf.set(custNo, distinct.map(heldIn).reduce(addFen, zeroFen));
  }
  return { fenOf, repeated: { same, different } };
}

/** A customer's figure in a snapshot: 0 for whoever is absent, null without a snapshot (§1.13). */
export function fenIn(snapshot: AumSnapshot | null, id: string): number | null {
  return snapshot === null ? null : (snapshot.fenOf.get(id) ?? 0);
}
