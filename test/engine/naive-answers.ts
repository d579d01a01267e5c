// Measures worked out once more, by loops over plain rows and with nothing of the engine. Rows are of known words, without
// reversals that look for an original, and name at least an account or a customer.
import type { Measure, Ownership } from '../../src/engine/activity.js';
import type { Transaction, TxnClass } from '../../src/model/transaction.js';
import { asOf } from './bookings.js';

/** The words of the rows, with the class that each has in both directions. */
export const wordClasses: Readonly<Record<string, TxnClass>> = {
  转账: 'ACTIVE',
  销户: 'ACTIVE',
  代扣: 'MANDATE',
  结息: 'SYSTEM',
  xyz: 'UNKNOWN',
  被冲正: 'REVERSAL',
};

interface Entry {
  readonly row: Transaction;
  readonly customer: string;
  readonly class: TxnClass;
  /** 销户, or a leg of it. */
  readonly closes: boolean;
}

type Answers = Readonly<Record<string, readonly (number | null)[]>>;

export function naiveAnswers(
  rows: readonly Transaction[],
  ownership: Ownership,
  measures: readonly Measure[],
  unknownAs: TxnClass,
): { readonly activities: Answers; readonly accounts: Answers } {
  const known = distinct(rows.filter(({ txnDate }) => txnDate <= asOf)).flatMap((row) => {
    const customer = customerOf(row, ownership);
    return customer === undefined ? [] : [{ row, customer, class: classOf(row, unknownAs) }];
  });
  const closings = known.filter((entry) => entry.row.summary === '销户' && entry.class !== 'REVERSAL');
  const entries = known.map((entry): Entry => ({ ...entry, closes: closings.some((one) => isOneWith(one, entry)) }));
  const owners = rows
    .filter(({ txnDate }) => txnDate <= asOf)
    .flatMap(({ acctNo }) => ownership.ownerOf?.get(acctNo ?? '') ?? []);
  const customers = new Set([...owners, ...entries.map(({ customer }) => customer)]);
  const accounts = measures.some(({ per }) => per === 'account')
    ? new Set(entries.flatMap(({ row }) => row.acctNo ?? []))
    : new Set<string>();
  const answers = (keys: ReadonlySet<string>, per: 'customer' | 'account'): Answers =>
    Object.fromEntries(
      [...keys].map((key) => [
        key,
        measures.map((measure) => ((measure.per ?? 'customer') === per ? figure(entries, key, measure) : null)),
      ]),
    );
  return { activities: answers(customers, 'customer'), accounts: answers(accounts, 'account') };
}

function distinct(rows: readonly Transaction[]): readonly Transaction[] {
  return rows.filter(
    (row, at) => row.txnId === undefined || !rows.slice(0, at).some((other) => contentOf(row) === contentOf(other)),
  );
}

export function contentOf(row: Transaction): string {
  return JSON.stringify(
    Object.entries(row)
      .filter(([name, value]) => name !== 'custNo' && value !== undefined)
      .sort(),
  );
}

function customerOf({ acctNo, custNo }: Transaction, { ownerOf }: Ownership): string | undefined {
  return ownerOf?.get(acctNo ?? '') ?? custNo ?? (ownerOf === undefined ? acctNo : undefined);
}

function classOf({ summary, amountFen, reversal }: Transaction, unknownAs: TxnClass): TxnClass {
  if (reversal !== 'normal') return 'REVERSAL';
  if (amountFen === 0) return 'NONFIN';
  const known = wordClasses[summary ?? ''] ?? 'UNKNOWN';
  return known === 'UNKNOWN' ? unknownAs : known;
}

/** The same row, or the same 流水号 of one customer and day. */
function isOneWith(a: Omit<Entry, 'closes'>, b: Omit<Entry, 'closes'>): boolean {
  if (a.row === b.row) return true;
  const { txnId, txnDate } = a.row;
  return txnId !== undefined && txnId === b.row.txnId && txnDate === b.row.txnDate && a.customer === b.customer;
}

function figure(entries: readonly Entry[], key: string, measure: Measure): number | null {
  if (measure.of === 'moved' || measure.of === 'movedDays') return movement(entries, key, measure);
  const isAccount = measure.per === 'account';
  const own = entries.filter(
    (entry) =>
      (isAccount ? entry.row.acctNo : entry.customer) === key &&
      !entry.row.isForeign &&
      entry.class !== 'REVERSAL' &&
      measure.classes.includes(entry.class),
  );
  const kept = isAccount ? own : own.filter((entry) => isKeptLeg(entry, own));
  const found = kept.filter((entry) => isTaken(entry, key, measure)).map(({ row }) => row);
  if (measure.of === 'count') return found.length;
  if (measure.of === 'sum') return found.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const serials = found.map(({ txnDate }) => numberOf(txnDate) - numberOf('1900-01-01')).sort((a, b) => a - b);
  return (measure.of === 'first' ? serials[0] : serials.at(-1)) ?? null;
}

/** Day after day; no row here undoes another one, so that those flagged as undone stand alone. */
function movement(entries: readonly Entry[], key: string, measure: Measure): number | null {
  const { direction, ...whole } = measure;
  const { within, per } = whole;
  const found = entries
    .filter((entry) => (per === 'account' ? entry.row.acctNo : entry.customer) === key && entry.class !== 'REVERSAL')
    .filter((entry) => isTaken(entry, key, whole))
    .map(({ row }) => row)
    .filter((row) => direction === undefined || (row.direction === 'C' && row.amountFen > 0) === (direction === 'C'));
  if (found.some(({ isForeign }) => isForeign)) return null;
  if (measure.of === 'moved') return found.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if ('anchors' in within) return found.length === 0 ? 0 : null;
  let sum = 0;
  for (const { txnDate, amountFen } of found) {
    for (let day = numberOf(txnDate); day <= numberOf(within.through); day += 1) sum += amountFen;
  }
  return sum;
}

/** The debit, else the larger amount, of the customer's rows of one 流水号 and day. */
function isKeptLeg(entry: Entry, own: readonly Entry[]): boolean {
  const { txnId, txnDate } = entry.row;
  if (txnId === undefined) return true;
  const legs = own.filter(({ row }) => row.txnId === txnId && row.txnDate === txnDate);
  const debits = legs.filter(({ row }) => row.direction === 'D');
  const candidates = debits.length > 0 ? debits : legs;
  const largest = Math.max(...candidates.map(({ row }) => row.amountFen));
  return entry === candidates.find(({ row }) => row.amountFen === largest);
}

function isTaken({ row, closes }: Entry, key: string, measure: Measure): boolean {
  const { within, direction, minFen, channel, closings } = measure;
  if (direction !== undefined && row.direction !== direction) return false;
  if (minFen !== undefined && row.amountFen < minFen) return false;
  if (channel !== undefined && row.channel !== '柜面') return false;
  if (closings === 'out' && closes) return false;
  if (!('anchors' in within)) {
    return (within.after === null || row.txnDate > within.after) && row.txnDate <= within.through;
  }
  const anchor = within.anchors.get(key);
  if (anchor === undefined) return false;
  const days = numberOf(row.txnDate) - numberOf(anchor);
  return days >= within.fromDays && days <= within.throughDays;
}

function numberOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000;
}
