// One season of the referral register: those that came to a deal, those that did not, and the traps.
import type { Customer } from '../model/customer.js';
import type { Referral } from '../model/referral.js';
import { type Discipline, isStaff, type Lead, registered } from './lead.js';
import { inventName, inventPhone } from './people.js';
import type { Random } from './random.js';
import type { StaffMember } from './staff.js';

export interface Season {
  /** Indexes of the first and last day of registration. */
  readonly between: readonly [number, number];
  /** Registrations that count, those in `won` among them. */
  readonly count: number;
  readonly won: readonly Lead[];
  /** Index of a month end on which one teller writes up what should have been written before. */
  readonly burstOn: number | null;
  readonly discipline: Discipline;
}

/** People to take from, each once: whoever comes when nobody is left is no customer yet. */
export interface Pool {
  next(): Customer | undefined;
}

export function poolOf(customers: readonly Customer[]): Pool {
  let place = 0;
  return { next: () => customers[place++] };
}

const burstSize = 6;

function referredFrom(pool: Pool, random: Random): Lead['referred'] {
  const customer = random.chance(0.75) ? pool.next() : undefined;
  return customer ?? { custName: inventName(random), phone: inventPhone(random) };
}

/** Customers who refer each other, one who refers himself, a second line for the same customer, a visit before the registration. */
function traps(
  season: Season,
  pool: Pool,
  staff: readonly StaffMember[],
  random: Random,
): {
  readonly counted: readonly Lead[];
  readonly aside: readonly Lead[];
} {
  const [a, b, self, twice] = [pool.next(), pool.next(), pool.next(), pool.next()];
  const early = pool.next();
  const day = () => random.int(season.between[0] + 2, season.between[1] - 25);
  if (!a || !b || !self || !twice || !early) return { counted: [], aside: [] };
  const [teller, other] = random.shuffle(staff.filter(({ role }) => role.includes('柜员')));
  const first = day();
  return {
    counted: [
      { day: day(), referrer: a, referred: b },
      { day: day(), referrer: b, referred: a },
      { day: first, referrer: teller!, referred: twice },
      { day: day(), referrer: teller!, referred: early, isVisitedBefore: true },
    ],
    aside: [
      { day: day(), referrer: self, referred: self },
      { day: first + 12, referrer: other!, referred: twice },
    ],
  };
}

/** The burst's teller writes nothing else in its month. */
function unwonLeads(season: Season, pool: Pool, staff: readonly StaffMember[], random: Random): readonly Lead[] {
  const referrers = staff.filter(({ role }) => !['网点负责人', '会计主管'].includes(role));
  const burstTeller = referrers.find(({ role }) => role === '柜员(低柜)')!;
  const isBurst = season.burstOn !== null && season.count - season.won.length >= 15;
  const trapped =
    season.count >= 20
      ? traps(
          season,
          pool,
          staff.filter((one) => one !== burstTeller),
          random,
        )
      : { counted: [], aside: [] };
  const burst = Array.from(
    { length: isBurst ? burstSize : 0 },
    (): Lead => ({
      day: season.burstOn! - random.int(0, 2),
      referrer: burstTeller,
      referred: referredFrom(pool, random),
    }),
  );
  const others = referrers.filter((one) => !isBurst || one !== burstTeller);
  const rest = Math.max(0, season.count - season.won.length - burst.length - trapped.counted.length);
  const ordinary = Array.from(
    { length: rest },
    (): Lead => ({
      day: random.int(...season.between),
      referrer: random.pick(others),
      referred: referredFrom(pool, random),
    }),
  );
  return [...burst, ...ordinary, ...trapped.counted, ...trapped.aside];
}

function receiverOf({ referrer }: Lead, staff: readonly StaffMember[], random: Random): StaffMember {
  const wanted = isStaff(referrer) && referrer.role === '客户经理' ? '理财经理' : '客户经理';
  return random.pick(staff.filter((one) => one.role === wanted && one !== referrer));
}

/** By day of registration. */
export function seasonLines(
  season: Season,
  pool: Pool,
  staff: readonly StaffMember[],
  random: Random,
): readonly Referral[] {
  const leads = [...season.won, ...unwonLeads(season, pool, staff, random)].sort((a, b) => a.day - b.day);
  const serials = new Map<number, number>();
  return leads.map((lead) => {
    const serial = (serials.get(lead.day) ?? 0) + 1;
    serials.set(lead.day, serial);
    return registered(lead, serial, receiverOf(lead, staff, random), season.discipline, random);
  });
}
