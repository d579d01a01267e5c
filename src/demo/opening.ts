// What a customer's accounts hold when the story begins: enough that no balance ever falls below 0.
import { addMonths, type Day } from '../model/day.js';
import type { Entry } from './drafts.js';
import { assetsYuan } from './habit.js';
import { days, shifted } from './history.js';
import { acctNoOf } from './people.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

/** One account while the bookings pass by. */
export interface Running {
  readonly acctNo: string;
  readonly acctType: string;
  readonly currency: string;
  readonly openDate: Day;
  readonly term?: string;
  readonly maturityDate?: Day;
  balance: number;
  lastIndex: number | null;
}

export interface Holdings {
  wealth: number;
  fund: number;
}

/** What must be there at the beginning so that nothing falls below 0. */
function needed(entries: readonly Entry[], flow: (entry: Entry) => number): number {
  let sum = 0;
  let lowest = 0;
  for (const entry of entries) {
    sum += flow(entry);
    if (sum < lowest) lowest = sum;
  }
  return -lowest;
}

/** What an entry does to its account, 分; 0 while it is not settled. */
function signed(entry: Entry): number {
  return entry.kind.direction === 'C' ? (entry.amountFen ?? 0) : -(entry.amountFen ?? 0);
}

function opening(entries: readonly Entry[], account: Entry['account'], isNew: boolean, random: Random): number {
  if (isNew) return 0;
  const floor = needed(entries, (entry) => (entry.account === account ? signed(entry) : 0));
  return floor + Math.floor(random.fraction() ** 3 * 2_000_000) + random.int(0, 9_999);
}

export function openAccounts(person: Person, entries: readonly Entry[], hasSecond: boolean, random: Random) {
  const openDate = person.customer.openDate as Day;
  const isNew = person.openedAt !== null;
  const demand = (slot: number, name: Entry['account'], currency: string): Running => ({
    acctNo: accountNo(person, slot),
    acctType: '活期',
    currency,
    openDate,
    balance: opening(entries, name, isNew, random),
    lastIndex: null,
  });
  return {
    main: demand(0, 'main', 'CNY'),
    second: hasSecond ? demand(1, 'second', 'CNY') : undefined,
    dollar: person.hasDollars ? demand(2, 'dollar', 'USD') : undefined,
  };
}

/** The account number in one of a customer's hundred slots. */
function accountNo(person: Person, slot: number): string {
  return acctNoOf('9900', (person.index + 1) * 100 + slot);
}

const terms = [
  ['二年', 24],
  ['三年', 36],
] as const;

export function timeDeposit(person: Person, slot: number, openDate: Day, balance: number, random: Random): Running {
  const [term, months] = openDate < days[0]! ? terms[1] : random.pick(terms);
  const maturityDate = addMonths(openDate, months);
  return {
    acctNo: accountNo(person, slot),
    acctType: '定期',
    currency: 'CNY',
    openDate,
    term,
    maturityDate,
    balance,
    lastIndex: null,
  };
}

/** Time deposits, wealth products and funds that the customer has from before. */
export function assetsFromBefore(person: Person, entries: readonly Entry[], random: Random) {
  const [least, most] = person.openedAt === null ? assetsYuan[person.role] : [0, 0];
  const wan = Math.floor((least + (most - least) * random.fraction() ** 2) / 10_000);
  const inTime = random.chance(0.4) ? Math.floor(wan * random.fraction()) : 0;
  const inFund = random.chance(0.2) ? Math.floor((wan - inTime) * random.fraction()) : 0;
  const flow = (holding: 'wealth' | 'fund') => needed(entries, (e) => (e.kind.holding === holding ? -signed(e) : 0));
  const holdings: Holdings = {
    wealth: flow('wealth') + (wan - inTime - inFund) * 1_000_000 + person.moreWealthFen,
    fund: flow('fund') + inFund * 1_000_000,
  };
  const openDate = shifted(days[0]!, -random.int(1, 600));
  const isOldEnough = openDate > (person.customer.openDate as Day);
  const deposits = inTime > 0 && isOldEnough ? [timeDeposit(person, 3, openDate, inTime * 1_000_000, random)] : [];
  return { holdings, deposits };
}
