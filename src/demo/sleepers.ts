// Who sleeps at the end of June 2025 and who wakes: 唤醒率 30 % is the case of the source document [S0].
import type { Day } from '../model/day.js';
import { type Course, secondQuarter, silence } from './course.js';
import { days, indexOf } from './history.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

/** 180 days before 2025-06-30. */
const asleepSince = '2025-01-01' as Day;
const wakeWindow = [indexOf('2025-07-01' as Day), indexOf('2025-09-28' as Day)] as const;

/** Nothing of the customer's own will since 2025-01-01, 180 days before the end of June. */
export function isSilent({ plan, customer }: Person): boolean {
  return (plan === null ? customer.openDate! : days[plan.last]!) <= asleepSince;
}

function wakes(between: readonly [number, number], random: Random): Course {
  return { ...silence, firstAt: random.int(...between), more: random.int(0, 4), creditFen: 2_000_000 };
}

export interface Sleepers {
  readonly courses: ReadonlyMap<number, Course>;
  /** Who sleeps on 2025-06-30; the first ones wake in the 90 days after it. */
  readonly cohort: readonly Person[];
  readonly woken: number;
}

/** Some seven in ten of those who could sleep do: a multiple of ten, so that 30 % of them are a whole number; the others wake before. */
export function putToSleep(inScope: readonly Person[], random: Random): Sleepers {
  const silent = random.shuffle(inScope.filter(isSilent));
  const size = silent.length < 10 ? silent.length : Math.max(10, Math.floor(silent.length * 0.072) * 10);
  const woken = Math.round(size * 0.3);
  const courses = new Map<number, Course>();
  for (const [place, person] of silent.entries()) {
    const isAwake = place < woken || place >= size;
    const between = place < woken ? wakeWindow : secondQuarter;
    courses.set(person.index, isAwake ? wakes(between, random) : silence);
  }
  // Closing the account is no waking: the customer stays in the cohort.
  const closing = silent[size - 1];
  if (closing && size >= 20) courses.set(closing.index, { ...silence, closesAt: random.int(...wakeWindow) });
  return { courses, cohort: silent.slice(0, size), woken };
}
