// R, F, M and the tier of every customer, worked out once more: from the records, with loops over loops, by the words of DOMAIN.md
// §3.A, §3.B B9, §5.2 and CLARIFICATIONS.md, and with nothing of the product.
import type { AccountRecord, BookingRecord, Branch, CustomerRecord } from './branch.js';
import { dayAfter, daysFrom } from './calendar.js';

export interface ExpectedCustomer {
  readonly customerId: string;
  readonly tier: string;
  readonly recencyDays: number | null;
  readonly frequency: number;
  readonly amountFen: number;
  readonly lastActiveOn: string | null;
  readonly aumFen: number | null;
}

export interface Expected {
  readonly customers: readonly ExpectedCustomer[];
  readonly duplicates: number;
  readonly future: number;
  readonly unmatched: number;
  readonly pairs: number;
  readonly foreign: number;
  readonly unjoined: number;
}

/** A row that is looked at, with what becomes of it. */
interface Entry {
  readonly row: BookingRecord;
  readonly customer: string | undefined;
  isGone: boolean;
}

export function expectedOf(branch: Branch): Expected {
  const { asOf } = branch;
  const past = branch.bookings.filter((row) => row.date <= asOf);
  const firstsOf = (rows: readonly BookingRecord[]) =>
    rows.filter((row, at) => row.txnId === undefined || !rows.slice(0, at).some((other) => isSame(row, other)));
  const kept = firstsOf(past);
  const later = branch.bookings.filter((row) => row.date > asOf);
  const future = firstsOf(later).length;
  const entries = kept.map((row): Entry => ({ row, customer: customerOf(branch, row), isGone: false }));
  const undoing = undo(entries);
  const foreign = entries.filter(({ row }) => isForeign(row));
  for (const entry of foreign) entry.isGone = true;
  const qualifying = entries.filter(
    ({ row, isGone, customer }) =>
      !isGone && customer !== undefined && ['ACTIVE', 'THIRD_PARTY', 'UNKNOWN'].includes(row.is),
  );
  const coveredFrom = past.map(({ date }) => date).toSorted()[0]!;
  return {
    customers: membersOf(branch, entries).map((id) => figuresOf(branch, id, qualifying, coveredFrom)),
    duplicates: past.length - kept.length + later.length - future,
    future,
    ...undoing,
    foreign: foreign.length,
    unjoined: entries.filter(({ customer }) => customer === undefined).length,
  };
}

function isSame(a: BookingRecord, b: BookingRecord): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof BookingRecord>;
  return [...names].every((name) => a[name] === b[name]);
}

function customerOf({ accounts }: Branch, row: BookingRecord): string | undefined {
  const owner = accounts?.find(({ acctNo }) => acctNo === row.acctNo)?.custNo;
  return owner ?? row.custNo ?? (accounts === undefined ? row.acctNo : undefined);
}

function isForeign(row: BookingRecord): boolean {
  return row.currency !== undefined && row.amountCnyFen === undefined;
}

function worthFen(row: BookingRecord): number {
  return row.currency === undefined ? row.amountFen : (row.amountCnyFen ?? row.amountFen);
}

function effect(row: BookingRecord): number {
  return row.direction === 'C' ? worthFen(row) : -worthFen(row);
}

const moment = ({ date, time }: BookingRecord) => `${date} ${time}`;

/** Takes reversals and their originals away: the earliest reversal chooses first, the nearest earlier original is chosen. */
function undo(entries: readonly Entry[]): Pick<Expected, 'pairs' | 'unmatched'> {
  const reversals = entries.filter(({ row }) => row.is === 'REVERSAL' && row.flag !== 'reversed');
  const undone = entries.filter(({ row }) => row.flag === 'reversed');
  reversals.sort((a, b) => (moment(a.row) < moment(b.row) ? -1 : 1));
  const open = new Set(reversals);
  const taken = new Set<Entry>();
  const holder = ({ row, customer }: Entry) => row.acctNo ?? customer;
  const fits = (reversal: Entry, original: Entry): boolean =>
    !taken.has(original) &&
    holder(original) === holder(reversal) &&
    isForeign(original.row) === isForeign(reversal.row) &&
    effect(original.row) === -effect(reversal.row);
  const give = (reversal: Entry, candidates: readonly Entry[]): void => {
    const nearest = candidates.toSorted((a, b) => (moment(a.row) > moment(b.row) ? -1 : 1))[0];
    if (nearest === undefined) return;
    taken.add(nearest);
    open.delete(reversal);
  };
  const ordinary = entries.filter(({ row }) => row.is !== 'REVERSAL');
  for (const pool of [undone, ordinary]) {
    for (const reversal of [...open]) {
      const { origTxnId } = reversal.row;
      if (origTxnId === undefined) continue;
      give(
        reversal,
        pool.filter((original) => original.row.txnId === origTxnId && fits(reversal, original)),
      );
    }
    for (const reversal of [...open]) {
      const earlier = pool.filter(
        (original) => fits(reversal, original) && moment(original.row) <= moment(reversal.row),
      );
      give(
        reversal,
        earlier.filter(({ row }) => pool === undone || daysFrom(row.date, reversal.row.date) <= 30),
      );
    }
  }
  for (const entry of [...reversals, ...undone, ...taken]) entry.isGone = true;
  return {
    pairs: reversals.length - open.size,
    unmatched: open.size + undone.filter((entry) => !taken.has(entry)).length,
  };
}

/** Everybody in scope: the customer export, else all whom the other files name. */
function membersOf(branch: Branch, entries: readonly Entry[]): readonly string[] {
  const { customers, accounts, balances, asOf } = branch;
  const named = [
    ...(accounts ?? []).map(({ custNo }) => custNo),
    ...(balances ?? []).filter(({ dataDate }) => dataDate <= asOf).map(({ custNo }) => custNo),
    ...entries.flatMap(({ customer }) => customer ?? []),
  ];
  const all = customers === undefined ? named : customers.map(({ custNo }) => custNo);
  return [...new Set(all)].filter((id) => isInScope(branch, id)).sort((a, b) => (a < b ? -1 : 1));
}

function isInScope({ customers, accounts, asOf }: Branch, id: string): boolean {
  const customer = customers?.find(({ custNo }) => custNo === id);
  const own = (accounts ?? []).filter(({ custNo }) => custNo === id);
  if (customer?.custType === '对公' || customer?.status === '死亡') return false;
  if (customer?.closeDate !== undefined ? customer.closeDate <= asOf : customer?.status === '销户') return false;
  if (own.length > 0 && own.every(({ closeDate }) => closeDate !== undefined && closeDate <= asOf)) return false;
  const opened = openedOn(customer, own);
  return opened === undefined || opened <= asOf;
}

function openedOn(customer: CustomerRecord | undefined, own: readonly AccountRecord[]): string | undefined {
  return customer?.openDate ?? own.map(({ openDate }) => openDate).sort()[0];
}

function figuresOf(branch: Branch, id: string, qualifying: readonly Entry[], coveredFrom: string): ExpectedCustomer {
  const { asOf, balances } = branch;
  const rows = qualifying.filter(({ customer }) => customer === id).map(({ row }) => row);
  const lastActiveOn =
    rows
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? null;
  const inWindow = rows.filter(({ date }) => date > dayAfter(asOf, -365));
  // One leg of an own transfer: the debit, or what comes first where there is none.
  const counted = inWindow.filter((row, at) => {
    const legs = inWindow.filter((other) => row.txnId !== undefined && other.txnId === row.txnId);
    return legs.length < 2 || row === (legs.find(({ direction }) => direction === 'D') ?? inWindow[at]);
  });
  const frequency = counted.length;
  const amountFen = counted.reduce((sum, row) => sum + Math.abs(worthFen(row)), 0);
  const recencyDays = lastActiveOn === null ? null : daysFrom(lastActiveOn, asOf);
  const dates = (balances ?? []).map(({ dataDate }) => dataDate).filter((date) => date <= asOf);
  const snapshot = dates.sort().at(-1);
  const aumFen =
    snapshot === undefined
      ? null
      : (balances!.find((row) => row.custNo === id && row.dataDate === snapshot)?.aumFen ?? 0);
  const tier = recencyDays === null ? silentTier(branch, id, coveredFrom) : tierOf(recencyDays, frequency, amountFen);
  return { customerId: id, tier, recencyDays, frequency, amountFen, lastActiveOn, aumFen };
}

function tierOf(recencyDays: number, frequency: number, amountFen: number): string {
  if (recencyDays >= 180) return '睡眠客户';
  if (recencyDays <= 30 && frequency >= 5 && amountFen >= 50_000_000) return '核心客户';
  if (recencyDays <= 60 && frequency >= 3 && amountFen >= 20_000_000) return '潜力客户';
  if (recencyDays <= 90 && frequency >= 2 && amountFen >= 5_000_000) return '基础客户';
  return recencyDays <= 90 ? '一般活跃' : '沉寂预警';
}

/** B9 with clarifications 18 and 19. */
function silentTier({ customers, accounts, asOf }: Branch, id: string, coveredFrom: string): string {
  const customer = customers?.find(({ custNo }) => custNo === id);
  const own = (accounts ?? []).filter(({ custNo }) => custNo === id);
  const opened = openedOn(customer, own);
  if (opened !== undefined && opened >= coveredFrom) return daysFrom(opened, asOf) >= 180 ? '睡眠客户' : '新开未动户';
  if (opened !== undefined && daysFrom(opened, asOf) < 180) return '无法判定';
  if (daysFrom(coveredFrom, asOf) + 1 >= 180) return '睡眠客户';
  const moved = customer?.lastTxnDate;
  return moved !== undefined && daysFrom(moved, asOf) >= 180 ? '睡眠客户' : '无法判定';
}
