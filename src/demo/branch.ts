import type { Day } from '../model/day.js';
import type { Tier } from '../model/tier.js';
import type { Role } from './habit.js';
import { asOf, days, indexOf } from './history.js';
import { inventName } from './people.js';
import { inventPerson, type Person, type Seat } from './person.js';
import { tierQuotas } from './quota.js';
import { randomOf } from './random.js';
import { type Story, storyOf } from './story.js';

export interface DemoOptions {
  /** Individual customers in scope of the segmentation; closed, deceased and corporate ones come on top. */
  readonly customers: number;
  readonly seed: number;
}

/** An invented branch: who its customers are, and on demand what each of them did. */
export interface Branch {
  readonly asOf: Day;
  readonly from: Day;
  readonly branchNo: string;
  readonly branchName: string;
  readonly people: readonly Person[];
  /** By customerId, in the order of `people`: the tier that each customer in scope was made for. */
  readonly expectedTiers: ReadonlyMap<string, Tier>;
  /** Invented anew at every call, always the same; with `from` and `to` (inclusive) only the transactions of those days. */
  storyOf(person: Person, from?: Day, to?: Day): Story;
}

/** Streams 0, 1, 2 … of the seed belong to the customers. */
const branchStream = -1;

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
function seats({ customers, seed }: DemoOptions): readonly Seat[] {
  const random = randomOf(seed, branchStream);
  const managers = Array.from({ length: Math.min(20, Math.ceil(customers / 60)) }, (_, n) => ({
    no: `9901${String(n + 1).padStart(2, '0')}`,
    name: inventName(random),
  }));
  // Four customers of every tier in a small branch would be golden vectors; it shall look like a branch.
  const withEdges = customers >= 100;
  const roles = [...tierQuotas(customers), ...outOfScope(customers)].flatMap(([role, count]) =>
    Array.from({ length: count }, (_, nth) => ({ role, nth })),
  );
  return random.shuffle(roles).map((each, index) => ({ index, withEdges, managers, ...each }));
}

/** Fourteen months up to 2025-03-31. The same options always give the same branch. Throws RangeError outside 1…1,000,000 customers. */
export function inventBranch(options: DemoOptions): Branch {
  if (!Number.isSafeInteger(options.customers) || options.customers < 1 || options.customers > 1_000_000) {
    throw new RangeError('customers outside 1…1000000');
  }
  const people = seats(options).map((seat) => inventPerson(seat, options.seed));
  const tierOf = (person: Person): readonly [string, Tier] | undefined =>
    isTier(person.role) ? [person.customer.custNo, person.role] : undefined;
  return {
    asOf,
    from: days[0]!,
    branchNo: '9901',
    branchName: '云栖支行',
    people,
    expectedTiers: new Map(people.map(tierOf).filter((entry) => entry !== undefined)),
    storyOf: (person, from = days[0]!, to = asOf) =>
      storyOf(person, options.seed, { from: indexOf(from), to: indexOf(to) }),
  };
}

function isTier(role: Role): role is Tier {
  return !['销户', '账户全销', '死亡', '对公'].includes(role);
}
