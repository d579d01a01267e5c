// The bookings of April through September 2025, made from a course.
import type { Day } from '../model/day.js';
import { noise } from './booking.js';
import { kindFor, kindNamed } from './counted-kinds.js';
import type { Course } from './course.js';
import { add, byTime, type Drafts, type Entry } from './drafts.js';
import { indexOf, lastIndex, laterIndex, laterInterestIndexes } from './history.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

const firstDays = ['04', '05', '06', '07', '08', '09'].map((month) => indexOf(`2025-${month}-01` as Day));
const goalDays = [indexOf('2025-09-23' as Day), indexOf('2025-09-28' as Day)] as const;

/** The first comes in, the others mostly go out; they end before the day on which the goal is settled. */
function addOwn(drafts: Drafts, course: Course, last: number): void {
  const { random } = drafts;
  const { firstAt, more, creditFen } = course;
  if (firstAt === null) return;
  const credit = (day: number): void => {
    const amountFen = random.int(Math.min(10_000, creditFen), creditFen);
    add(drafts, { day, kind: kindFor(amountFen, 'C', [], true, random), amountFen });
  };
  credit(firstAt);
  for (let n = 0; n < more && firstAt < last; n++) {
    const day = random.int(firstAt, last);
    if (random.chance(0.35)) credit(day);
    else {
      const amountFen = random.int(1_000, 200_000);
      add(drafts, { day, kind: kindFor(amountFen, 'D', [], true, random), amountFen });
    }
  }
}

/** Money that comes in at ten and is invested at two: it never lacks. */
function addInvestment(drafts: Drafts, { firstAt, invested }: Course, last: number): void {
  if (firstAt === null || invested === null) return;
  const { kind, amountFen } = invested;
  const day = drafts.random.int(firstAt, last);
  add(drafts, { day, second: 36_000, kind: kindNamed('他行汇入'), amountFen });
  add(drafts, { day, second: 50_400, kind: kindNamed(kind), amountFen });
}

/** Interest, a monthly fee, instalments: they go on whoever sleeps. */
function addNoise(drafts: Drafts, hasSecond: boolean): void {
  const { random } = drafts;
  for (const day of laterInterestIndexes) {
    add(drafts, { day, second: 1_800, kind: noise.interest, amountFen: null });
    if (hasSecond) add(drafts, { day, second: 1_800, kind: noise.interest, amountFen: null, account: 'second' });
  }
  const orders = [
    { kind: noise.smsFee, share: 0.6, amountFen: 200 },
    { kind: noise.fundPlan, share: 0.06, amountFen: 50_000 },
  ] as const;
  for (const { kind, share, amountFen } of orders) {
    const date = random.int(3, 20);
    if (!random.chance(share)) continue;
    for (const first of firstDays) add(drafts, { day: first + date - 1, second: 7_200, kind, amountFen });
  }
}

/** Oldest first; nothing for who has left before. */
export function laterEntries(
  person: Person,
  course: Course,
  hasSecond: boolean,
  nextRef: number,
  random: Random,
): readonly Entry[] {
  if (person.closedAt !== null) return [];
  const drafts: Drafts = { entries: [], random, nextRef };
  const settledAt = course.goalFen === null ? laterIndex : random.int(...goalDays);
  addNoise(drafts, hasSecond);
  const lastOwn = course.goalFen === null ? laterIndex : settledAt - 1;
  addOwn(drafts, course, lastOwn);
  addInvestment(drafts, course, lastOwn);
  for (const scripted of course.script) add(drafts, scripted);
  if (course.goalFen !== null) {
    const { goalFen } = course;
    add(drafts, { day: settledAt, second: 79_200, kind: kindNamed('他行汇入'), amountFen: null, goalFen });
  }
  const first = person.openedAt ?? lastIndex + 1;
  const last = course.closesAt ?? laterIndex;
  const entries = drafts.entries.filter(({ day }) => day >= first && day > lastIndex && day <= last);
  if (course.closesAt !== null) {
    drafts.entries.length = 0;
    add(drafts, { day: course.closesAt, second: 86_399, kind: noise.closing, amountFen: null });
    entries.push(...drafts.entries);
  }
  return entries.sort(byTime);
}
