// C8: points of employees, by what the referred customer's assets gained. The bands are placeholders of the rules.
import { addDays, type Day } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import type { Rules } from '../../model/rules.js';
import { type DatedAum, datedAum } from '../dated-aum.js';
import { type Award, awardsOf, entriesOf, roundPoints, totalPoints } from './award.js';
import type { Episode, Party } from './episode.js';
import { groupBy } from './group-by.js';
import type { ReferralInput } from './input.js';
import type { PointsEntryFigures, StaffPoints } from './listed.js';
import { compare } from './order.js';
import { upliftOf } from './uplift.js';

/** Days after the deal on which the gain is read (C8). */
const bandDay = 90;
/** A snapshot older than a month says nothing of that day. */
const snapshotDays = 31;

interface Booking {
  readonly party: Party;
  readonly entries: readonly PointsEntryFigures[];
}

/**
 * Referrals by employees only: the referrer's share, the rest to the receiver. The lowest band where day 90 is not reached, or
 * no snapshot of the month before it exists. By points descending, then 工号 and name.
 */
export function staffPointsOf(
  episodes: readonly Episode[],
  input: Pick<ReferralInput, 'balances' | 'customers'>,
  rules: Rules,
  asOf: Day,
): readonly StaffPoints[] {
  const aum = datedAum(input.balances);
  const { receiptFen } = upliftOf(episodes, input, asOf);
  const bookings = awardsOf(episodes, rules, asOf)
    .filter(({ episode }) => episode.referrer.kind === '员工')
    .flatMap((award) => {
      const gain = gainFen(award, receiptFen(award.episode), aum, asOf);
      return sharesOf(award, bandPoints(gain, rules.points.staffBands), rules.points.referrerShare);
    });
  return [...groupBy(bookings, ({ party }) => party.key).values()]
    .map(staffAccount)
    .sort(
      (a, b) =>
        b.points - a.points ||
        compare(a.staffNo ?? '', b.staffNo ?? '') ||
        compare(a.staffName ?? '', b.staffName ?? ''),
    );
}

/**
 * The points of the highest band that the gain in 分 reaches; null (not known) and losses get the lowest.
 * @example bandPoints(4_999_999, [{ minGain: 0, points: 10 }, { minGain: 50_000, points: 20 }]) // => 10
 */
export function bandPoints(gain: number | null, bands: Rules['points']['staffBands']): number {
  const ascending = [...bands].sort((a, b) => a.minGain - b.minGain);
  const reached = ascending.findLast(({ minGain }) => gain !== null && gain >= fenFromYuan(minGain));
  return (reached ?? ascending[0])?.points ?? 0;
}

function gainFen(award: Award, receipt: number | null, aum: DatedAum, asOf: Day): number | null {
  const { customerId } = award.episode;
  const on = addDays(award.on, bandDay);
  if (receipt === null || customerId === null || !award.isDated || on > asOf) return null;
  const date = aum.latest(on);
  if (date === undefined || date <= addDays(on, -snapshotDays)) return null;
  return (aum.on(customerId, date) ?? 0) - receipt;
}

function sharesOf(award: Award, base: number, referrerShare: number): readonly Booking[] {
  const { referrer, receiver } = award.episode;
  const ofReferrer = roundPoints(base * referrerShare);
  const booking = (party: Party, points: number, reason: string) => ({
    party,
    entries: entriesOf(award, points, reason),
  });
  const own = booking(referrer, ofReferrer, '转介');
  return receiver?.kind === '员工' ? [own, booking(receiver, roundPoints(base - ofReferrer), '接收')] : [own];
}

function staffAccount(bookings: readonly Booking[]): StaffPoints {
  const entries = bookings.flatMap((booking) => booking.entries).sort(byDay);
  const parties = bookings.map(({ party }) => party).sort((a, b) => compare(a.name ?? '', b.name ?? ''));
  const first = <T>(values: readonly (T | null)[]) => values.find((value) => value !== null) ?? null;
  return {
    staffNo: first(parties.map(({ no }) => no)),
    staffName: first(parties.map(({ name }) => name)),
    points: totalPoints(entries),
    entries,
  };
}

/** By day, referral and reason, what is given before what is taken back. */
export function byDay(a: PointsEntryFigures, b: PointsEntryFigures): number {
  return (
    compare(a.on, b.on) || compare(a.referralNo, b.referralNo) || b.points - a.points || compare(a.reason, b.reason)
  );
}
