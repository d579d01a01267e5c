// Episodes by hand for what is computed from them, and files that go with them.
import type { Episode, Party } from '../../../src/analysis/referral/episode.js';
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import { missedMeasures } from '../../../src/analysis/referral/missed.js';
import { reviewMeasures } from '../../../src/analysis/referral/review.js';
import { ownershipOf } from '../../../src/engine/ownership.js';
import { summarise } from '../../../src/engine/stream.js';
import type { Balance } from '../../../src/model/balance.js';
import { daysBetween } from '../../../src/model/day.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Rules } from '../../../src/model/rules.js';
import type { Transaction } from '../../../src/model/transaction.js';
import { sourceOf } from '../../engine/bookings.js';
import { asOf, on } from '../branch.js';
import { at, input, row } from './register.js';

export function staff(no: string, name: string, role = '柜员'): Party {
  return { kind: '员工', no, name, role, key: `员工 ${no}` };
}

export function customerParty(no: string): Party {
  return { kind: '存量客户', no, name: '秦无双', role: null, key: `客户 ${no}` };
}

export const teller = staff('0101', '丁小满');
export const manager = staff('0201', '何立夏', '客户经理');

/** A new customer's successful referral by an employee, unless wished otherwise. */
export function episode(
  customerId: string,
  registered: string,
  deal: string | null,
  wish: Partial<Episode> = {},
): Episode {
  const successOn = deal === null ? null : on(deal);
  const registeredAt = at(registered);
  return {
    referralNo: `ZJ-${customerId}-${registered}`,
    row: row(customerId, registered, deal ?? undefined),
    registeredAt,
    ageDays: daysBetween(registeredAt.day, asOf),
    referrer: teller,
    receiver: manager,
    customerId,
    personKey: `客户 ${customerId}`,
    direction: '合规',
    customerType: '新客户',
    state: deal === null ? '在途' : '成功',
    successOn,
    daysToSuccess: successOn === null ? null : daysBetween(registeredAt.day, successOn),
    isTimed: true,
    isFailed: false,
    mergedInto: null,
    ...wish,
  };
}

/** AUM in 元 by customer on a day. */
export function snapshot(day: string, yuan: Readonly<Record<string, number>>): readonly Balance[] {
  return Object.entries(yuan).map(([custNo, aum]) => ({ custNo, dataDate: on(day), aumFen: fenOf(aum * 100) }));
}

/** The input with the bookings answered by the engine itself. */
export async function withBookings(
  wish: Partial<ReferralInput>,
  episodes: readonly Episode[],
  rows: readonly Transaction[],
  rules: Rules,
): Promise<ReferralInput> {
  const given = input(wish);
  const measures = [...missedMeasures(given, rules, asOf), ...reviewMeasures(episodes, given, rules, asOf)];
  const ownership = ownershipOf(given.customers, given.accounts);
  return { ...given, measures, engine: await summarise([sourceOf(rows)], ownership, measures, rules, asOf) };
}
