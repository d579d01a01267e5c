// What happened to one customer: accounts, bookings with running balances, month-end assets.
import type { Account } from '../model/account.js';
import type { Balance } from '../model/balance.js';
import type { Transaction } from '../model/transaction.js';
import { type Need, noise } from './booking.js';
import { laterEntries } from './continuation.js';
import type { Course } from './course.js';
import { add, byTime, type Drafts, type Entry } from './drafts.js';
import { lastIndex, monthEndsThrough, windowIndex } from './history.js';
import { addDollars, addInterest, addOrders, addReversal } from './noise.js';
import type { Person } from './person.js';
import { addBeforeWindow, addPlanned } from './planned.js';
import { type Random, randomOf } from './random.js';
import { type Span, strike } from './strike.js';

export interface Story {
  readonly accounts: readonly Account[];
  /** Oldest first. */
  readonly transactions: readonly Transaction[];
  /** One per month end on which the customer was there; none for companies. */
  readonly balances: readonly Balance[];
}

function draft(person: Person, has: readonly Need[], drafts: Drafts): void {
  const { random } = drafts;
  const { plan } = person;
  const isNew = person.openedAt !== null;
  const last = person.closedAt ?? lastIndex;
  const demand: readonly Entry['account'][] = has.includes('second') ? ['main', 'second'] : ['main'];
  if (plan) {
    const hasSalary = !isNew && person.role !== '对公' && random.chance(0.35);
    addPlanned(drafts, plan, { has, onlyCredits: isNew, hasSalary });
    if (!isNew && plan.from === windowIndex) addBeforeWindow(drafts);
  }
  addInterest(drafts, demand);
  if (!isNew) {
    if (person.role !== '对公') addOrders(drafts);
    if (random.chance(0.06)) addReversal(drafts, last);
  }
  if (person.hasDollars) addDollars(drafts);
  if (person.closedAt !== null) add(drafts, { day: last, second: 86_399, kind: noise.closing, amountFen: null });
}

/** What a customer does after the first fourteen months. */
export interface Afterwards {
  readonly course: Course;
  readonly random: Random;
}

/**
 * The same person and seed always give the same story, so that a large branch need not be kept in memory. Transactions outside
 * of `span` happen, but are not written out.
 * With `afterwards` it goes on through the later date.
 */
export function storyOf(person: Person, seed: number, span: Span, afterwards?: Afterwards): Story {
  const random = randomOf(seed, person.index * 2 + 1);
  const isSettled = person.openedAt === null && person.closedAt === null;
  const has: readonly Need[] = isSettled
    ? [
        'wealth',
        ...(random.chance(0.3) ? (['second'] as const) : []),
        ...(random.chance(0.4) ? (['time'] as const) : []),
      ]
    : [];
  const drafts: Drafts = { entries: [], random, nextRef: 1 };
  draft(person, has, drafts);
  const first = person.openedAt ?? 0;
  const last = person.closedAt ?? lastIndex;
  const entries = drafts.entries.filter((entry) => entry.day >= first && entry.day <= last).sort(byTime);
  const hasSecond = has.includes('second');
  const monthEnds = monthEndsThrough(afterwards !== undefined);
  if (afterwards === undefined) return strike(person, { entries, later: [], monthEnds, hasSecond }, span, random);
  const { course } = afterwards;
  const later = laterEntries(person, course, hasSecond, drafts.nextRef, afterwards.random);
  const closedAt = person.closedAt ?? course.closesAt;
  return strike({ ...person, closedAt }, { entries, later, monthEnds, hasSecond }, span, random);
}
