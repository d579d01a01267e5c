// Strikes the balances: from a customer's bookings in order to the lines of the three exports.
import type { Account } from '../model/account.js';
import type { Balance } from '../model/balance.js';
import type { Day } from '../model/day.js';
import { type Fen, fenOf } from '../model/fen.js';
import type { Transaction } from '../model/transaction.js';
import { bookedLine, type Leg } from './booked-line.js';
import type { Party } from './booking.js';
import type { Entry } from './drafts.js';
import { days, lastIndex } from './history.js';
import { assetsFromBefore, type Holdings, openAccounts, type Running, timeDeposit } from './opening.js';
import { acctNoOf, inventCompany, inventName, inventShop } from './people.js';
import type { Person } from './person.js';
import type { Random } from './random.js';
import type { Story } from './story.js';

/** Indexes of days, both inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One customer's books while the entries pass by. */
interface Books {
  readonly person: Person;
  readonly span: Span;
  readonly random: Random;
  readonly demand: Readonly<Record<Entry['account'], Running | undefined>>;
  /** All accounts, those of `demand` included. */
  readonly accounts: Running[];
  readonly holdings: Holdings;
  readonly nameOf: (party: Party) => string | undefined;
  readonly transactions: Transaction[];
}

function accountLine(person: Person, account: Running): Account {
  const isClosed = person.closedAt !== null;
  return {
    acctNo: account.acctNo,
    custNo: person.customer.custNo,
    acctType: account.acctType,
    currency: account.currency,
    balanceFen: fenOf(account.balance),
    openDate: account.openDate,
    closeDate: person.closedAt === null ? undefined : days[person.closedAt],
    maturityDate: account.maturityDate,
    term: account.term,
    status: isClosed ? 'closed' : 'open',
    lastTxnDate: account.lastIndex === null ? undefined : days[account.lastIndex],
  };
}

/** A customer keeps one employer; everyone else is met by chance. */
function counterparties(person: Person, random: Random): (party: Party) => string | undefined {
  const employer = inventCompany(random);
  const names: Readonly<Record<Party, () => string | undefined>> = {
    nobody: () => undefined,
    person: () => inventName(random),
    shop: () => inventShop(random),
    employer: () => employer,
    self: () => person.customer.custName,
  };
  return (party) => names[party]();
}

/** 0.1 % a year, struck quarterly, cut off below the 分. */
function interestFen(balance: number): number {
  return Math.floor(balance / 4000);
}

function book(books: Books, entry: Entry, leg: Leg): void {
  leg.account.balance += leg.direction === 'C' ? leg.amountFen : -leg.amountFen;
  leg.account.lastIndex = entry.day;
  const isWanted = entry.day >= books.span.from && entry.day <= books.span.to;
  if (isWanted) books.transactions.push(bookedLine(books.person, entry, leg));
}

/** Both legs of a transfer to another account of the customer; a time deposit is opened for it. */
function bookOwnTransfer(books: Books, entry: Entry, account: Running, amountFen: number): void {
  const { person, accounts, random } = books;
  let target = books.demand.second;
  if (entry.kind.needs === 'time') {
    target = timeDeposit(person, accounts.length + 3, days[entry.day]!, 0, random);
    accounts.push(target);
  }
  if (!target) throw new RangeError('an own transfer needs a second account');
  const other = target;
  const cpName = books.nameOf('self');
  book(books, entry, { account, direction: 'D', amountFen, cpName, cpAcct: () => other.acctNo });
  book(books, entry, { account: other, direction: 'C', amountFen, cpName, cpAcct: () => account.acctNo });
}

function amountOf(books: Books, entry: Entry, account: Running): number {
  if (entry.goalFen !== undefined) return Math.max(0, entry.goalFen - aumOf(books));
  const isInterest = entry.kind.direction === 'C';
  return entry.amountFen ?? (isInterest ? interestFen(account.balance) : account.balance);
}

/** After the first fourteen months nothing lies ready for what comes: what cannot be paid is not booked. */
function canPay(entry: Entry, account: Running, amountFen: number): boolean {
  return entry.day <= lastIndex || entry.kind.direction === 'C' || amountFen <= account.balance;
}

function settle(books: Books, entry: Entry): void {
  const { kind } = entry;
  const account = books.demand[entry.account];
  if (!account) throw new RangeError('a booking needs its account');
  const amountFen = amountOf(books, entry, account);
  if (amountFen === 0 || !canPay(entry, account, amountFen)) return;
  if (kind.holding) books.holdings[kind.holding] += kind.direction === 'D' ? amountFen : -amountFen;
  if (kind.party === 'self') {
    bookOwnTransfer(books, entry, account, amountFen);
    return;
  }
  // Drawn in any case, so that the dice fall alike for every span.
  const serial = books.random.int(1, 999_999_999);
  const cpAcct = () => (kind.party === 'nobody' ? undefined : acctNoOf('9911', serial));
  book(books, entry, { account, direction: kind.direction, amountFen, cpName: books.nameOf(kind.party), cpAcct });
}

function depositsOf({ accounts }: Books, type: string): Fen {
  return fenOf(accounts.reduce((total, a) => total + (a.acctType === type && a.currency === 'CNY' ? a.balance : 0), 0));
}

function aumOf(books: Books): Fen {
  const { wealth, fund } = books.holdings;
  return fenOf(depositsOf(books, '活期') + depositsOf(books, '定期') + wealth + fund);
}

function snapshot(books: Books, dataDate: Day): Balance {
  const { holdings, person } = books;
  const [demandFen, timeFen] = [depositsOf(books, '活期'), depositsOf(books, '定期')];
  return {
    custNo: person.customer.custNo,
    dataDate,
    aumFen: aumOf(books),
    depositFen: fenOf(demandFen + timeFen),
    demandFen,
    timeFen,
    wealthFen: fenOf(holdings.wealth),
    fundFen: fenOf(holdings.fund),
  };
}

/** What is struck: the bookings that the opening balances provide for, those after them, and the month ends to stop at. */
export interface Bookings {
  readonly entries: readonly Entry[];
  readonly later: readonly Entry[];
  readonly monthEnds: readonly number[];
  readonly hasSecond: boolean;
}

/** Goes through the bookings (oldest first) once; writes out only the transactions of `span`. */
export function strike(person: Person, bookings: Bookings, span: Span, random: Random): Story {
  const demand = openAccounts(person, bookings.entries, bookings.hasSecond, random);
  const { holdings, deposits } = assetsFromBefore(person, bookings.entries, random);
  const entries = [...bookings.entries, ...bookings.later];
  const accounts = [demand.main, demand.second, demand.dollar, ...deposits].filter((account) => account !== undefined);
  const nameOf = counterparties(person, random);
  const books: Books = { person, span, random, demand, accounts, holdings, nameOf, transactions: [] };
  const balances: Balance[] = [];
  let next = 0;
  for (const end of bookings.monthEnds) {
    while (next < entries.length && entries[next]!.day <= end) settle(books, entries[next++]!);
    const isThere = (person.openedAt ?? 0) <= end && (person.closedAt === null || person.closedAt > end);
    if (isThere && person.role !== '对公') balances.push(snapshot(books, days[end]!));
  }
  const { transactions } = books;
  return { accounts: accounts.map((account) => accountLine(person, account)), transactions, balances };
}
