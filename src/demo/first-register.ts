// The referral register up to 2025-03-31: 转介成功率 below 10 % is the case of the source document [S0].

import type { Day } from '../model/day.js';
import type { Referral } from '../model/referral.js';
import { indexOf, lastIndex } from './history.js';
import type { Lead } from './lead.js';
import type { Random } from './random.js';
import { type Pool, seasonLines } from './season.js';
import type { StaffMember } from './staff.js';

const discipline = { inTime: 0.35, feedback: 0.3, hasNumbers: false, through: lastIndex };

/** Before these days 90 days have passed on 2025-03-31. */
const matured = [indexOf('2024-07-01' as Day), indexOf('2024-12-31' as Day)] as const;
const young = [matured[1] + 1, lastIndex - 1] as const;

/** Registrations of nine months in a branch of 200 customers, and how many of them came to a deal. */
const usual = { matured: [27, 2], young: [13, 1] } as const;

function wonLeads(
  count: number,
  between: readonly [number, number],
  pool: Pool,
  staff: readonly StaffMember[],
  random: Random,
) {
  const referrers = staff.filter(({ role }) => role === '大堂经理' || role === '综合柜员');
  return Array.from({ length: count }, (): Lead | undefined => {
    const referred = pool.next();
    const day = random.int(between[0], between[1] - 60);
    const deal = { day: day + random.int(5, 55), product: '信用卡分期', amountFen: random.int(1, 5) * 1_000_000 };
    return referred && { day, referrer: random.pick(referrers), referred, deal, need: '信用卡' };
  }).filter((lead) => lead !== undefined);
}

/** By day of registration; `size` = 1 for 200 customers. Never more than 10 % of it are deals. */
export function firstRegister(
  size: number,
  pool: Pool,
  staff: readonly StaffMember[],
  random: Random,
): readonly Referral[] {
  const count = (of: number): number => Math.max(1, Math.round(of * size));
  const won = (of: readonly [number, number]): number => Math.floor(count(of[0]) * (of[1] / of[0]) + 1e-9);
  const early = {
    between: matured,
    count: count(usual.matured[0]),
    won: wonLeads(won(usual.matured), matured, pool, staff, random),
    burstOn: matured[1],
    discipline,
  };
  const late = {
    between: young,
    count: count(usual.young[0]),
    won: wonLeads(won(usual.young), young, pool, staff, random),
    burstOn: null,
    discipline,
  };
  return [...seasonLines(early, pool, staff, random), ...seasonLines(late, pool, staff, random)];
}
