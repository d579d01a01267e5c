// Strikes the balances: from a customer's bookings in order to the lines of the three exports.
import type { Account } from '../model/account.js';
import type { Balance } from '../model/balance.js';
import type { Day } from '../model/day.js';
import { type Fen, fenOf } from '../model/fen.js';
import type { Transaction } from '../model/transaction.js';
import type { Party } from './booking.js';
import type { Entry } from './entries.js';
import { days, monthEndIndexes, monthEnds } from './history.js';
import { assetsFromBefore, openAccounts, type Running, timeDeposit } from './opening.js';
import { acctNoOf, inventCompany, inventName, inventShop } from './people.js';
import type { Person } from './person.js';
import type { Random } from './random.js';
import type { Story } from './story.js';

const compactDays = days.map((day) => day.replaceAll('-', ''));

function txnIdOf(person: Person, day: number, ref: number): string {
  return `${compactDays[day]}${String(person.index + 1).padStart(6, '0')}${String(ref).padStart(3, '0')}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function timeOf(second: number): string {
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
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

/** Indexes of days, both inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Goes through the entries (oldest first) once; writes out only the transactions of `span`. */
export function strike(
  person: Person,
  entries: readonly Entry[],
  hasSecond: boolean,
  span: Span,
  random: Random,
): Story {
  const { main, second, dollar } = openAccounts(person, entries, hasSecond, random);
  const { holdings, deposits } = assetsFromBefore(person, entries, random);
  const accounts = [main, second, dollar, ...deposits].filter((account) => account !== undefined);
  const nameOf = counterparties(person, random);
  const transactions: Transaction[] = [];
  const balances: Balance[] = [];
  const { custNo } = person.customer;

  const book = (
    entry: Entry,
    account: Running,
    direction: 'D' | 'C',
    amountFen: number,
    cpName: string | undefined,
    cpAcct: () => string | undefined,
  ) => {
    account.balance += direction === 'C' ? amountFen : -amountFen;
    account.lastIndex = entry.day;
    if (entry.day < span.from || entry.day > span.to) return;
    transactions.push({
      txnDate: days[entry.day]!,
      txnTime: timeOf(entry.second),
      txnId: txnIdOf(person, entry.day, entry.ref),
      acctNo: account.acctNo,
      custNo,
      amountFen: fenOf(amountFen),
      direction,
      currency: account.currency,
      isForeign: account.currency !== 'CNY',
      balanceFen: fenOf(account.balance),
      summary: entry.kind.summary,
      memo: entry.kind.memo,
      reversal: entry.reversal,
      origTxnId: entry.undoes && txnIdOf(person, entry.undoes.day, entry.undoes.ref),
      trigger: entry.kind.trigger,
      channel: entry.kind.channel,
      cpName,
      cpAcct: cpAcct(),
    });
  };

  const settle = (entry: Entry): void => {
    const account = { main, second, dollar }[entry.account] ?? main;
    const isInterest = entry.kind.direction === 'C';
    const amountFen = entry.amountFen ?? (isInterest ? interestFen(account.balance) : account.balance);
    if (amountFen === 0) return;
    const { kind } = entry;
    if (kind.holding) holdings[kind.holding] += kind.direction === 'D' ? amountFen : -amountFen;
    if (kind.party !== 'self') {
      // Drawn in any case, so that the dice fall alike for every span.
      const serial = random.int(1, 999_999_999);
      const cpAcct = () => (kind.party === 'nobody' ? undefined : acctNoOf('9911', serial));
      book(entry, account, kind.direction, amountFen, nameOf(kind.party), cpAcct);
      return;
    }
    let target = second;
    if (kind.needs === 'time') {
      target = timeDeposit(person, accounts.length + 3, days[entry.day]!, 0, random);
      accounts.push(target);
    }
    if (!target) throw new RangeError('an own transfer needs a second account');
    const name = nameOf('self');
    const other = target;
    book(entry, account, 'D', amountFen, name, () => other.acctNo);
    book(entry, other, 'C', amountFen, name, () => account.acctNo);
  };

  const snapshot = (dataDate: Day): void => {
    const sum = (type: string): Fen =>
      fenOf(accounts.reduce((total, a) => total + (a.acctType === type && a.currency === 'CNY' ? a.balance : 0), 0));
    const [demandFen, timeFen] = [sum('活期'), sum('定期')];
    const { wealth, fund } = holdings;
    balances.push({
      custNo,
      dataDate,
      aumFen: fenOf(demandFen + timeFen + wealth + fund),
      depositFen: fenOf(demandFen + timeFen),
      demandFen,
      timeFen,
      wealthFen: fenOf(wealth),
      fundFen: fenOf(fund),
    });
  };

  let next = 0;
  for (const [month, end] of monthEndIndexes.entries()) {
    while (next < entries.length && entries[next]!.day <= end) settle(entries[next++]!);
    const isThere = (person.openedAt ?? 0) <= end && (person.closedAt === null || person.closedAt > end);
    if (isThere && person.role !== '对公') snapshot(monthEnds[month]!);
  }
  return { accounts: accounts.map((account) => accountLine(person, account)), transactions, balances };
}
