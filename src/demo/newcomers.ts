// Customers who come after the first fourteen months, most of them because somebody referred them.
import { kindNamed } from './counted-kinds.js';
import { type Course, type Scripted, silence } from './course.js';
import type { Lead } from './lead.js';
import { inventNewcomer, type Manager, type Person } from './person.js';
import type { Random } from './random.js';

export interface Newcomer {
  readonly person: Person;
  readonly course: Course;
  /** undefined = nobody referred this one. */
  readonly lead: Lead | undefined;
}

/** What all newcomers are invented from. */
export interface Arrivals {
  readonly managers: readonly Manager[];
  readonly seed: number;
  readonly random: Random;
  nextIndex: number;
}

const wan = 1_000_000;

function move(day: number, hour: number, summary: string, amountFen: number): Scripted {
  return { day, second: hour * 3600, kind: kindNamed(summary), amountFen };
}

function arrive(arrivals: Arrivals, openedAt: number, isCorporate = false): Person {
  return inventNewcomer(arrivals.nextIndex++, openedAt, isCorporate, arrivals.managers, arrivals.seed);
}

/** What an investor does: 理财 on the day of the deal, a second time if `buysAgain` within three months, `goalFen` in the end. */
export interface Investment {
  readonly registeredAt: number;
  readonly dealAt: number;
  readonly buysAgain: boolean;
  readonly goalFen: number;
  readonly referrer: Lead['referrer'];
}

/** Who opens at once with 50,000 元 or more is registered on that day, as the handbook asks. */
export function investor(investment: Investment, arrivals: Arrivals): Newcomer {
  const { registeredAt, dealAt, goalFen, buysAgain, referrer } = investment;
  const { random } = arrivals;
  const isWalkIn = 'empNo' in referrer && referrer.role.includes('柜员');
  const openedAt = isWalkIn ? registeredAt : random.int(registeredAt, Math.max(registeredAt, dealAt - 2));
  const person = arrive(arrivals, openedAt);
  const boughtFen = Math.max(1, Math.floor((goalFen * 0.4) / wan)) * wan;
  const script = [
    move(openedAt, 9, '他行汇入', random.int(50_000, 200_000)),
    move(
      isWalkIn ? openedAt : dealAt,
      10,
      isWalkIn ? '现金存入' : '他行汇入',
      Math.floor((goalFen * 0.8) / 10_000) * 10_000,
    ),
    move(dealAt, 14, '理财购买', boughtFen),
    ...(buysAgain ? [move(dealAt + random.int(20, 85), 14, '理财购买', wan)] : []),
  ];
  const deal = { day: dealAt, product: '理财', amountFen: boughtFen };
  return {
    person,
    course: {
      ...silence,
      goalFen,
      script,
      firstAt: dealAt,
      more: random.int(0, 5),
      creditFen: Math.floor(goalFen / 100),
    },
    lead: { day: registeredAt, referrer, referred: person.customer, deal, need: '理财' },
  };
}

/** Money that comes with the deal and is gone three days later. */
export function passerThrough(registeredAt: number, referrer: Lead['referrer'], arrivals: Arrivals): Newcomer {
  const person = arrive(arrivals, registeredAt);
  const amountFen = 8 * wan;
  const script = [
    move(registeredAt, 10, '他行汇入', amountFen),
    move(registeredAt + 3, 11, '手机银行转出', amountFen - 100_000),
  ];
  const deal = { day: registeredAt, product: '个人结算账户', amountFen };
  return {
    person,
    course: { ...silence, script },
    lead: { day: registeredAt, referrer, referred: person.customer, deal, need: '理财' },
  };
}

/** A company that opens its settlement account here. */
export function company(
  registeredAt: number,
  dealAt: number,
  referrer: Lead['referrer'],
  arrivals: Arrivals,
): Newcomer {
  const person = arrive(arrivals, dealAt, true);
  const amountFen = arrivals.random.int(20, 90) * wan;
  return {
    person,
    course: { ...silence, script: [move(dealAt + 1, 10, '他行汇入', amountFen)] },
    lead: {
      day: registeredAt,
      referrer,
      referred: person.customer,
      deal: { day: dealAt, product: '对公结算账户', amountFen },
      need: '对公结算',
    },
  };
}

/** 50,000 元 and more on a new account, and nobody referred the customer. */
export function overlooked(openedAt: number, arrivals: Arrivals): Newcomer {
  const person = arrive(arrivals, openedAt);
  const script = [move(openedAt, 10, '现金存入', 6 * wan)];
  return {
    person,
    course: { ...silence, script, firstAt: openedAt + 9, more: 3, creditFen: 200_000 },
    lead: undefined,
  };
}
