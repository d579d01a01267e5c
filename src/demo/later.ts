// What the branch lives through from April through September 2025: who wakes, who grows, who refers whom, who comes new.
import type { Referral } from '../model/referral.js';
import { type Course, steadyCourse } from './course.js';
import { shared } from './goals.js';
import { asOf, days, indexOf } from './history.js';
import { laterQuotas, laterRegister } from './later-register.js';
import type { Manager, Person } from './person.js';
import type { Pool } from './season.js';
import { putToSleep, type Sleepers } from './sleepers.js';
import type { StaffMember } from './staff.js';
import { storyOf } from './story.js';
import { branchDice, laterDice } from './streams.js';

export interface Later {
  /** Everybody on 2025-09-30: those from before in their order, then those who came. */
  readonly people: readonly Person[];
  readonly lines: readonly Referral[];
  readonly sleepers: Sleepers;
  courseOf(person: Person): Course;
}

/** The branch on 2025-03-31. */
export interface Before {
  readonly people: readonly Person[];
  readonly inScope: readonly Person[];
  /** Customers who may be referred, in the order in which they come. */
  readonly pool: Pool;
  readonly referrers: readonly Person[];
  readonly staff: readonly StaffMember[];
  readonly managers: readonly Manager[];
  readonly seed: number;
  /** 1 = 200 customers. */
  readonly size: number;
}

function aumOf(person: Person, seed: number): number {
  const on = indexOf(asOf);
  return storyOf(person, seed, { from: on, to: on }).balances.at(-1)?.aumFen ?? 0;
}

/** The 核心客户 of 2025-03-31 together hold 28 % more in the end [S0]. */
function growth({ inScope, seed }: Before): readonly (readonly [number, Course])[] {
  const random = branchDice(seed, 'growth');
  const core = inScope.filter(({ role }) => role === '核心客户');
  const held = core.map((person) => aumOf(person, seed));
  return shared(held, 0.28, random).map((gainFen, at) => {
    const creditFen = Math.floor(gainFen / 20);
    return [
      core[at]!.index,
      { ...steadyCourse('核心客户', random), invested: null, creditFen, goalFen: held[at]! + gainFen },
    ];
  });
}

/** At least 100,000 元, so that those whom they refer have something to invest; one of them refers twice. */
function wealthyReferrers({ referrers, seed }: Before, count: number) {
  const found: { readonly person: Person; readonly aumFen: number }[] = [];
  for (const person of referrers) {
    if (found.length >= count) break;
    const aumFen = aumOf(person, seed);
    if (aumFen >= 10_000_000) found.push({ person, aumFen });
  }
  return found;
}

/** Closed within the half year: the customer's own line says so. */
function asOfLater(person: Person, { closesAt }: Course): Person {
  if (closesAt === null) return person;
  return { ...person, customer: { ...person.customer, custStatus: 'closed', closeDate: days[closesAt] } };
}

export function inventLater(before: Before): Later {
  const { seed, size, people, inScope, managers, staff, pool } = before;
  const quotas = laterQuotas(size);
  const random = branchDice(seed, 'laterReferrals');
  const pairs = Math.floor((quotas.investors + quotas.youngInvestors) / 2);
  const referrers = wealthyReferrers(before, Math.max(1, pairs - 1));
  const arrivals = { managers, seed, random, nextIndex: people.length };
  const numbers = new Map(people.map(({ customer, index }) => [customer.custNo, index]));
  const register = laterRegister(quotas, { staff, pool, referrers, arrivals }, numbers, random);
  const sleepers = putToSleep(inScope, branchDice(seed, 'sleepers'));
  const courses = new Map<number, Course>([
    ...sleepers.courses,
    ...growth(before),
    ...register.courses,
    ...register.newcomers.map(({ person, course }): readonly [number, Course] => [person.index, course]),
  ]);
  const courseOf = (person: Person): Course =>
    courses.get(person.index) ?? steadyCourse(person.role, laterDice(seed, person.index));
  return {
    people: [
      ...people.map((person) => asOfLater(person, courseOf(person))),
      ...register.newcomers.map(({ person }) => person),
    ],
    lines: register.lines,
    sleepers,
    courseOf,
  };
}
