// The referral register from April 2025 on: 转介成功率 45 % [S0], 资产比 82 % and 复购率 41 % [S3] are the cases of the source documents.
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import type { Referral } from '../model/referral.js';
import { kindNamed } from './counted-kinds.js';
import { type Course, secondQuarter, silence, steadyCourse } from './course.js';
import { shared } from './goals.js';
import { indexOf, laterIndex } from './history.js';
import type { Lead } from './lead.js';
import { type Arrivals, company, investor, type Newcomer, overlooked, passerThrough } from './newcomers.js';
import type { Person } from './person.js';
import type { Random } from './random.js';
import { type Pool, seasonLines } from './season.js';
import type { StaffMember } from './staff.js';

/** 90 days have passed since the second quarter's registrations on 2025-09-30; since those from 3 July on not. */
const youngFrom = indexOf('2025-07-03' as Day);
const maturedDeals = indexOf('2025-06-30' as Day);
const lastDeals = indexOf('2025-09-20' as Day);
const discipline = { inTime: 0.85, feedback: 0.75, hasNumbers: true, through: laterIndex };

/** Counts in a branch of 200 customers. */
export interface LaterQuotas {
  readonly matured: number;
  readonly maturedWon: number;
  /** New customers who buy 理财 by the end of June, and those of them who buy again. */
  readonly investors: number;
  readonly again: number;
  readonly companies: number;
  readonly young: number;
  readonly youngWon: number;
  readonly youngInvestors: number;
}

/**
 * 45 % of the matured registrations, 41 % of their new investors, each to the nearest whole number; `size` = 1 for 200 customers.
 * @example laterQuotas(1).maturedWon // => 27
 */
export function laterQuotas(size: number): LaterQuotas {
  const matured = Math.max(1, Math.round(60 * size));
  const maturedWon = Math.round(matured * 0.45);
  const investors = Math.round((maturedWon * 17) / 27);
  const young = Math.round(36 * size);
  const youngWon = Math.floor(young / 3);
  return {
    matured,
    maturedWon,
    investors,
    again: Math.round(investors * 0.41),
    companies: Math.floor((maturedWon * 2) / 27),
    young,
    youngWon,
    youngInvestors: Math.floor((youngWon * 2) / 3),
  };
}

/** Who refers or is referred, and what they hold and do. */
export interface LaterCast {
  readonly staff: readonly StaffMember[];
  readonly pool: Pool;
  /** Customers who refer, with their AUM on 2025-03-31 in 分. */
  readonly referrers: readonly { readonly person: Person; readonly aumFen: number }[];
  readonly arrivals: Arrivals;
}

export interface LaterRegister {
  readonly lines: readonly Referral[];
  readonly newcomers: readonly Newcomer[];
  readonly courses: ReadonlyMap<number, Course>;
}

interface Visit {
  readonly registeredAt: number;
  readonly dealAt: number;
}

function investorVisit(between: readonly [number, number], dealsThrough: number, random: Random): Visit {
  const registeredAt = random.int(between[0], Math.min(between[1], dealsThrough - 12));
  return { registeredAt, dealAt: Math.min(dealsThrough, registeredAt + random.int(3, 40)) };
}

/** Every second investor comes through a customer, as long as there are such; together they hold 82 % of what their referrers hold. */
function investors(quotas: LaterQuotas, cast: LaterCast, random: Random) {
  const tellers = cast.staff.filter(({ role }) => role.includes('柜员') || role === '大堂经理');
  const count = quotas.investors + quotas.youngInvestors;
  const goalsOfReferrers = cast.referrers.map(({ aumFen }) => aumFen + Math.floor(aumFen / 25) + 100_000);
  const pairs = cast.referrers.length === 0 ? 0 : Math.floor(count / 2);
  const referrerAt = (pair: number): number => pair % cast.referrers.length;
  const heldFen = Array.from({ length: pairs }, (_, pair) => goalsOfReferrers[referrerAt(pair)]!);
  // Of each season by itself, so that the share is the same whatever the period.
  const maturedPairs = Math.min(pairs, Math.ceil(quotas.investors / 2));
  const goalsFen = [heldFen.slice(0, maturedPairs), heldFen.slice(maturedPairs)].flatMap((held) =>
    shared(held, 0.82, random),
  );
  const newcomers = Array.from({ length: count }, (_, nth) => {
    const isYoung = nth >= quotas.investors;
    const visit = isYoung
      ? investorVisit([youngFrom, laterIndex], lastDeals, random)
      : investorVisit(secondQuarter, maturedDeals, random);
    const pair = nth % 2 === 0 ? Math.floor(nth / 2) : pairs;
    const isPair = pair < pairs;
    const referrer: Lead['referrer'] = isPair
      ? cast.referrers[referrerAt(pair)]!.person.customer
      : random.pick(tellers);
    const goalFen = isPair ? goalsFen[pair]! : random.int(8, 40) * 1_000_000;
    return investor({ ...visit, buysAgain: nth < quotas.again, goalFen, referrer }, cast.arrivals);
  });
  const courses = cast.referrers.map(({ person, aumFen }, at): readonly [number, Course] => {
    const goalFen = goalsOfReferrers[at]!;
    const creditFen = Math.floor((goalFen - aumFen) / 20);
    return [person.index, { ...steadyCourse(person.role, random), invested: null, creditFen, goalFen }];
  });
  return { newcomers, courses };
}

/** A customer whom the branch knows puts money into 理财 after a referral. */
function existing(between: readonly [number, number], dealsThrough: number, cast: LaterCast, random: Random) {
  const customer = cast.pool.next();
  if (!customer) return undefined;
  const registeredAt = random.int(between[0], Math.min(between[1], dealsThrough - 10));
  const day = Math.min(dealsThrough, registeredAt + random.int(3, 85));
  const amountFen = random.int(5, 30) * 1_000_000;
  const lead: Lead = {
    day: registeredAt,
    referrer: random.pick(cast.staff.filter(({ role }) => role.includes('柜员') || role === '大堂经理')),
    referred: customer,
    deal: { day, product: '理财', amountFen },
    need: '理财',
  };
  const script = [
    { day, second: 36_000, kind: kindNamed('他行汇入'), amountFen },
    { day, second: 50_400, kind: kindNamed('理财购买'), amountFen },
  ];
  return { lead, course: { ...steadyCourse('基础客户', random), script }, customer };
}

/** A large deposit over the counter that nobody referred. */
function largeDeposit(customer: Customer, random: Random): readonly [string, Course] {
  const day = random.int(...secondQuarter);
  const script = [{ day, second: 36_000, kind: kindNamed('现金存入'), amountFen: 60_000_000 }];
  return [customer.custNo, { ...silence, firstAt: secondQuarter[0] + 5, more: 3, creditFen: 500_000, script }];
}

/** Everything that hangs on referrals after the first fourteen months. */
export function laterRegister(
  quotas: LaterQuotas,
  cast: LaterCast,
  indexOfCustomer: ReadonlyMap<string, number>,
  random: Random,
): LaterRegister {
  const { arrivals, pool, staff } = cast;
  const { newcomers, courses } = investors(quotas, cast, random);
  const managersOfWealth = staff.filter(({ role }) => role === '理财经理');
  const early = (): number => random.int(secondQuarter[0], secondQuarter[1] - 20);
  const extra = [
    ...Array.from({ length: quotas.companies }, () => {
      const day = early();
      return company(day, day + random.int(5, 40), random.pick(managersOfWealth), arrivals);
    }),
    ...(quotas.maturedWon >= 10
      ? [passerThrough(early(), staff.find(({ role }) => role === '大堂经理')!, arrivals)]
      : []),
  ];
  const restOf = (won: number, known: number) => Array.from({ length: Math.max(0, won - known) });
  const known = [
    ...restOf(quotas.maturedWon, quotas.investors + extra.length).map(() =>
      existing(secondQuarter, laterIndex - 5, cast, random),
    ),
    ...restOf(quotas.youngWon, quotas.youngInvestors).map(() =>
      existing([youngFrom, laterIndex], lastDeals, cast, random),
    ),
  ].filter((one) => one !== undefined);
  const depositor = quotas.matured >= 20 ? pool.next() : undefined;
  const unnoticed = quotas.matured >= 20 ? [overlooked(early(), arrivals)] : [];
  const leads = [...newcomers, ...extra].flatMap(({ lead }) => lead ?? []).concat(known.map(({ lead }) => lead));
  const isMatured = ({ day }: Lead): boolean => day <= secondQuarter[1];
  const lines = [
    {
      between: secondQuarter,
      count: quotas.matured,
      won: leads.filter(isMatured),
      burstOn: secondQuarter[1],
      discipline,
    },
    {
      between: [youngFrom, laterIndex] as const,
      count: quotas.young,
      won: leads.filter((lead) => !isMatured(lead)),
      burstOn: null,
      discipline,
    },
  ].flatMap((season) => seasonLines(season, pool, staff, random));
  const byNumber = [
    ...known.map(({ customer, course }): readonly [string, Course] => [customer.custNo, course]),
    ...(depositor ? [largeDeposit(depositor, random)] : []),
  ];
  return {
    lines,
    newcomers: [...newcomers, ...extra, ...unnoticed],
    courses: new Map([
      ...courses,
      ...byNumber.map(([custNo, course]) => [indexOfCustomer.get(custNo)!, course] as const),
    ]),
  };
}
