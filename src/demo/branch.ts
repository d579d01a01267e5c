import type { Contact } from '../model/contact.js';
import type { Day } from '../model/day.js';
import type { Employee } from '../model/employee.js';
import type { Referral } from '../model/referral.js';
import type { Tier } from '../model/tier.js';
import { inventContacts } from './contacts.js';
import { firstRegister } from './first-register.js';
import type { Role } from './habit.js';
import { asOf, days, indexOf, laterAsOf } from './history.js';
import { inventLater, type Later } from './later.js';
import { inventName } from './people.js';
import { inventPerson, type Manager, type Person, type Seat } from './person.js';
import { tierQuotas } from './quota.js';
import { poolOf } from './season.js';
import { isSilent } from './sleepers.js';
import { inventStaff } from './staff.js';
import { type Story, storyOf } from './story.js';
import { branchDice, laterDice } from './streams.js';
import { withWealth } from './wealthy.js';

/** The two dates that the branch is told of. */
export const demoDates: readonly Day[] = [asOf, laterAsOf];

export interface DemoOptions {
  /** Individual customers in scope of the segmentation; closed, deceased and corporate ones come on top. */
  readonly customers: number;
  readonly seed: number;
  /** One of `demoDates`; the first one if not stated. The second goes on where the first one ends. */
  readonly asOf?: Day;
}

/** An invented branch: who its customers are, and on demand what each of them did. */
export interface Branch {
  readonly asOf: Day;
  readonly from: Day;
  readonly branchNo: string;
  readonly branchName: string;
  readonly people: readonly Person[];
  /** By customerId, in the order of `people`: the tier that each customer in scope was made for, as of 2025-03-31. */
  readonly expectedTiers: ReadonlyMap<string, Tier>;
  readonly staff: readonly Employee[];
  readonly managers: readonly Manager[];
  /** By day of registration. */
  readonly referrals: readonly Referral[];
  /** By day. */
  readonly contacts: readonly Contact[];
  /** Invented anew at every call, always the same; with `from` and `to` (inclusive) only the transactions of those days. */
  storyOf(person: Person, from?: Day, to?: Day): Story;
}

function outOfScope(customers: number): readonly (readonly [Role, number])[] {
  const perMille = (share: number, least: number): number => Math.max(least, Math.round((customers * share) / 1000));
  return [
    ['销户', perMille(40, 2)],
    ['账户全销', perMille(5, 1)],
    ['死亡', perMille(5, 1)],
    ['对公', perMille(30, 3)],
  ];
}

/** Seats of all roles in the order of the files; no role stands in a block. */
function seats({ customers, seed }: DemoOptions): {
  readonly managers: readonly Manager[];
  readonly seats: readonly Seat[];
} {
  const random = branchDice(seed, 'seats');
  const managers = Array.from({ length: Math.min(20, Math.ceil(customers / 60)) }, (_, n) => ({
    no: `9901${String(n + 1).padStart(2, '0')}`,
    name: inventName(random),
  }));
  // Four customers of every tier in a small branch would be golden vectors; it shall look like a branch.
  const withEdges = customers >= 100;
  const roles = [...tierQuotas(customers), ...outOfScope(customers)].flatMap(([role, count]) =>
    Array.from({ length: count }, (_, nth) => ({ role, nth })),
  );
  return { managers, seats: random.shuffle(roles).map((each, index) => ({ index, withEdges, managers, ...each })) };
}

/** Customers who can be referred or refer: active, not on a threshold, here for long. Those of the first register stand apart. */
function casts(inScope: readonly Person[], seed: number) {
  const active = branchDice(seed, 'pool').shuffle(
    inScope.filter(
      (person) =>
        ['潜力客户', '基础客户', '一般活跃'].includes(person.role) &&
        person.openedAt === null &&
        person.customer.isStaff !== true &&
        !isSilent(person),
    ),
  );
  const customers = (from: number, to: number) =>
    poolOf(
      active.slice(Math.floor(active.length * from), Math.floor(active.length * to)).map(({ customer }) => customer),
    );
  const referrers = active.slice(Math.floor(active.length * 0.8));
  return { first: customers(0, 0.35), later: customers(0.35, 0.8), referrers };
}

/** Fourteen months up to 2025-03-31, or twenty. The same options always give the same branch. Throws RangeError outside 1…1,000,000 customers. */
export function inventBranch(options: DemoOptions): Branch {
  const { customers, seed } = options;
  if (!Number.isSafeInteger(customers) || customers < 1 || customers > 1_000_000) {
    throw new RangeError('customers outside 1…1000000');
  }
  const { managers, seats: all } = seats(options);
  const isInScope = ({ role }: Person): boolean => isTier(role);
  const people = withWealth(
    all.map((seat) => inventPerson(seat, seed)),
    isInScope,
    seed,
  );
  const inScope = people.filter(isInScope);
  const staff = inventStaff(managers, branchDice(seed, 'staff'));
  const { first, later: pool, referrers } = casts(inScope, seed);
  const size = customers / 200;
  const lines = firstRegister(size, first, staff, branchDice(seed, 'firstReferrals'));
  const later =
    options.asOf === laterAsOf
      ? inventLater({ people, inScope, pool, referrers, staff, managers, seed, size })
      : undefined;
  const tierOf = (person: Person): readonly [string, Tier] | undefined =>
    isTier(person.role) ? [person.customer.custNo, person.role] : undefined;
  const until = later === undefined ? asOf : laterAsOf;
  return {
    asOf: until,
    from: days[0]!,
    branchNo: '9901',
    branchName: '云栖支行',
    people: later?.people ?? people,
    expectedTiers: new Map(people.map(tierOf).filter((entry) => entry !== undefined)),
    staff,
    managers,
    referrals: [...lines, ...(later?.lines ?? [])],
    contacts: inventContacts(inScope, later, managers, branchDice(seed, 'contacts')),
    storyOf: (person, from = days[0]!, to = until) =>
      storyOf(person, seed, { from: indexOf(from), to: indexOf(to) }, afterwards(later, person, seed)),
  };
}

function afterwards(later: Later | undefined, person: Person, seed: number) {
  return later && { course: later.courseOf(person), random: laterDice(seed, person.index) };
}

function isTier(role: Role): role is Tier {
  return !['销户', '账户全销', '死亡', '对公'].includes(role);
}
