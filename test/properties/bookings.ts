// What happened on the accounts of an invented branch: every trap of DOMAIN.md §5.2 and §6.1 that rows can hold.
import type { AccountRecord, BookingRecord, CustomerRecord } from './branch.js';
import { dayAfter } from './calendar.js';
import type { Dice } from './dice.js';
import { reversals } from './reversals.js';
import { idle, qualifying, type Wording } from './summaries.js';

export interface Scene {
  readonly customers: readonly CustomerRecord[];
  readonly accounts: readonly AccountRecord[];
  readonly asOf: string;
  /** How far back the file reaches. */
  readonly historyDays: number;
  /** Whether a row names its account or its customer. */
  readonly identified: 'account' | 'customer';
}

type Holder = Pick<BookingRecord, 'acctNo' | 'custNo'>;

const edgesOfRecency = [0, 1, 30, 31, 60, 61, 90, 91, 179, 180, 181, 364, 365, 366];
const edgesOfAmount = [4_999_999, 5_000_000, 19_999_999, 20_000_000, 49_999_999, 50_000_000, 80_000_000];

/** 50 to 400 rows, in no order. */
export function inventBookings(dice: Dice, scene: Scene): readonly BookingRecord[] {
  let nextId = 7_000_001;
  const id = (): string => {
    nextId += dice.between(1, 9);
    return `S${nextId}`;
  };
  const rows: BookingRecord[] = [];
  const ago = (days: number): string => dayAfter(scene.asOf, -Math.min(days, scene.historyDays));
  const book = (holder: Holder, wording: Wording, daysAgo: number, amountFen: number): BookingRecord => {
    const { is, party, ...words } = wording;
    const row: BookingRecord = {
      ...words,
      ...holder,
      date: ago(daysAgo),
      time: `${pad(dice.below(24))}:${pad(dice.below(60))}:${pad(dice.below(60))}`,
      ...(dice.chance(0.9) ? { txnId: id() } : {}),
      amountFen,
      ...(dice.chance(0.6) ? { balanceFen: dice.between(0, 90_000_000) } : {}),
      ...partyOf(scene, holder, party),
      flag: 'normal',
      is: amountFen === 0 ? 'NONFIN' : is,
    };
    rows.push(row);
    return row;
  };

  for (const customer of scene.customers) {
    const holders = holdersOf(scene, customer);
    const latest = dice.pick(edgesOfRecency);
    const count = dice.pick([0, 0, 1, 2, 3, 4, 5, 5, 6, 9]);
    const parts = partsOf(dice, dice.pick(edgesOfAmount), count);
    parts.forEach((part, at) => {
      const daysAgo = at === 0 ? latest : latest + dice.between(0, 380 - Math.min(latest, 370));
      book(dice.pick(holders), dice.pick(qualifying), daysAgo, part);
    });
    for (let n = dice.between(0, 4); n > 0; n -= 1) {
      book(dice.pick(holders), dice.pick(idle), dice.between(0, 400), dice.pick([0, 1, dice.between(1, 500_000)]));
    }
    const wording = dice.pick(qualifying);
    const amount = dice.between(1000, 30_000_000);
    const original = (daysAgo: number) => book(dice.pick(holders), wording, daysAgo, amount);
    if (dice.chance(0.65)) dice.pick(reversals)({ rows, original, id, ago });
    if (holders.length > 1 && dice.chance(0.4)) addOwnTransfer(dice, rows, holders, book);
  }
  while (rows.length < 50) {
    book(dice.pick(holdersOf(scene, dice.pick(scene.customers))), dice.pick(idle), dice.between(0, 400), 100);
  }
  addStrays(dice, rows, scene, id);
  return dice.shuffled(rows).slice(0, 400);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function holdersOf({ accounts, identified }: Scene, { custNo }: CustomerRecord): readonly Holder[] {
  if (identified === 'customer') return [{ custNo }];
  return accounts.filter((account) => account.custNo === custNo).map(({ acctNo }) => ({ acctNo }));
}

function partyOf(scene: Scene, holder: Holder, party: Wording['party']): Pick<BookingRecord, 'cpName' | 'cpAcct'> {
  if (party === 'stranger') return { cpName: '外行户名', cpAcct: '955880001112223334' };
  if (party === undefined) return {};
  return holder.acctNo === undefined ? { cpName: nameOf(scene, holder) } : { cpAcct: holder.acctNo };
}

function nameOf({ customers }: Scene, { custNo }: Holder): string {
  return customers.find((customer) => customer.custNo === custNo)?.name ?? '';
}

/** Positive amounts that add up to `total`. */
function partsOf(dice: Dice, total: number, count: number): readonly number[] {
  const parts: number[] = [];
  let rest = total;
  for (let left = count; left > 1; left -= 1) {
    const part = dice.between(1, Math.floor((rest / left) * 1.5));
    parts.push(part);
    rest -= part;
  }
  return count === 0 ? [] : [...parts, rest];
}

/** Two legs with one 流水号 on two accounts of one customer, and the fee that bears the same number. */
function addOwnTransfer(
  dice: Dice,
  rows: BookingRecord[],
  holders: readonly Holder[],
  book: (holder: Holder, wording: Wording, daysAgo: number, amountFen: number) => BookingRecord,
): void {
  const amount = dice.between(100, 20_000_000);
  const out = book(holders[0]!, { summary: '网银转账', direction: 'D', is: 'ACTIVE' }, dice.between(0, 400), amount);
  const txnId = out.txnId ?? `T${amount}`;
  rows[rows.indexOf(out)] = { ...out, txnId };
  const { balanceFen: _, ...rest } = out;
  rows.push({ ...rest, ...holders[1], txnId, direction: 'C', summary: '转账存入' });
  if (dice.chance(0.5)) rows.push({ ...rest, txnId, amountFen: 200, summary: '手续费', is: 'SYSTEM' });
}

/** Rows that are not what they seem: copies, twins without 流水号, later days, foreign money, strangers' accounts. */
function addStrays(dice: Dice, rows: BookingRecord[], scene: Scene, id: () => string): void {
  const share = (part: number) => rows.filter(() => dice.chance(part));
  const copies = share(0.04);
  const foreign = share(0.03).map((row): BookingRecord => {
    const cny = dice.chance(0.5) ? { amountCnyFen: dice.between(1, 9_999_999) } : {};
    return { ...transferBeside(row, id()), currency: 'USD', ...cny };
  });
  const later = share(0.03).map((row) => ({ ...row, date: dayAfter(scene.asOf, dice.pick([1, 2, 31])) }));
  const lost = share(0.02)
    .filter((row) => row.acctNo !== undefined)
    .map((row): BookingRecord => ({ ...transferBeside(row, id()), acctNo: '6222999988887777666' }));
  rows.push(...copies, ...foreign, ...later, ...lost);
}

/** An ordinary transfer on the day and the account of another row. */
function transferBeside({ date, acctNo, custNo }: BookingRecord, txnId: string): BookingRecord {
  const holder = { ...(acctNo === undefined ? {} : { acctNo }), ...(custNo === undefined ? {} : { custNo }) };
  return {
    date,
    ...holder,
    txnId,
    direction: 'D',
    amountFen: 66_600,
    summary: '网银转账',
    flag: 'normal',
    is: 'ACTIVE',
  };
}
