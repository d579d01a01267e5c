// C9, C10: points of customers who bring customers, and which of them can be redeemed. The base value is a placeholder of the rules.
import { type Day, daysBetween } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import { maskName } from '../../model/mask.js';
import type { Rules } from '../../model/rules.js';
import { type DatedAum, datedAum } from '../dated-aum.js';
import { type Award, awardsOf, entriesOf, roundPoints, totalPoints } from './award.js';
import { customersById } from './customers-by-id.js';
import { type Episode, isCounted } from './episode.js';
import { groupBy } from './group-by.js';
import type { ReferralInput } from './input.js';
import type { CustomerPoints, PointsEntryFigures } from './listed.js';
import { monthEndAum } from './month-ends.js';
import { openingReader } from './opening.js';
import { compare } from './order.js';
import { byDay } from './staff-points.js';

/** Days from opening in which a month end must reach the standard (C10). */
const standardDays = 90;

interface Booking {
  readonly custNo: string;
  readonly entries: readonly PointsEntryFigures[];
  /** null = not known. */
  readonly redeemable: boolean | null;
}

/**
 * Customers who refer by their 客户号: base × multiplier for a new customer who opened an account within W of the registration,
 * whatever came of the deal; base for the success of an existing one. By points descending, then 客户号.
 */
export function customerPointsOf(
  episodes: readonly Episode[],
  input: Pick<ReferralInput, 'accounts' | 'balances' | 'customers'>,
  rules: Rules,
  asOf: Day,
): readonly CustomerPoints[] {
  const customerOf = customersById(input.customers);
  const aum = datedAum(input.balances);
  const own = episodes.filter(({ referrer }) => referrer.kind === '存量客户');
  const awards = [...openingsOf(own, input, rules), ...awardsOf(own.filter(isOfExisting), rules, asOf)];
  const bookings = awards.flatMap((award): readonly Booking[] => {
    const { referrer, customerId } = award.episode;
    if (referrer.no === null || customerId === null) return [];
    const isNew = !isOfExisting(award.episode);
    const points = roundPoints(rules.points.base * (isNew ? rules.points.multiplier : 1));
    return [
      {
        custNo: referrer.no,
        entries: entriesOf(award, points, isNew ? '引荐新客户' : '引荐存量客户'),
        redeemable: award.cancelledOn === null && reachesStandard(customerId, award.on, aum, rules, asOf),
      },
    ];
  });
  const nameOf = (custNo: string) => customerOf.get(custNo)?.custName ?? null;
  return [...groupBy(bookings, ({ custNo }) => custNo)]
    .map(([custNo, account]) => customerAccount(custNo, nameOf(custNo), account))
    .sort((a, b) => b.points - a.points || compare(a.customerId, b.customerId));
}

function isOfExisting({ customerType }: Episode): boolean {
  return customerType === '存量';
}

/** New customers with the day of their opening. Registrations of one person are at least W apart, so that each is awarded once. */
function openingsOf(
  episodes: readonly Episode[],
  input: Pick<ReferralInput, 'accounts' | 'customers'>,
  { ref }: Rules,
): readonly Award[] {
  const openedOn = openingReader(input);
  return episodes.flatMap((episode): readonly Award[] => {
    const { customerId, customerType, registeredAt } = episode;
    if (customerId === null || customerType !== '新客户' || !isCounted(episode)) return [];
    const on = openedOn(customerId);
    if (on === undefined || daysBetween(registeredAt.day, on) > ref.successDays) return [];
    return [{ episode, on, isDated: true, cancelledOn: null }];
  });
}

/** AUM of at least `ref.qualifyAum` on a month end of the 90 days; null = a month end without a snapshot may have been the one. */
function reachesStandard(customerId: string, since: Day, aum: DatedAum, { ref }: Rules, asOf: Day): boolean | null {
  if (aum.dates.length === 0) return null;
  const window = [since, standardDays, asOf] as const;
  const { reachedOn, isCovered } = monthEndAum(aum, customerId, window, fenFromYuan(ref.qualifyAum));
  return reachedOn !== undefined || (isCovered ? false : null);
}

function customerAccount(customerId: string, name: string | null, bookings: readonly Booking[]): CustomerPoints {
  const isKnown = bookings.every(({ redeemable }) => redeemable !== null);
  const redeemable = bookings.filter((booking) => booking.redeemable).flatMap(({ entries }) => entries);
  const entries = bookings.flatMap((booking) => booking.entries).sort(byDay);
  return {
    customerId,
    customerName: name === null ? null : maskName(name),
    points: totalPoints(entries),
    redeemable: isKnown ? totalPoints(redeemable) : null,
    entries,
  };
}
