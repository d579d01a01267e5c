// One referral for one person within W days: later registrations are merged into the first (C1, clarification 23).
import { type Day, daysBetween } from '../../model/day.js';
import type { Referral } from '../../model/referral.js';
import { contentKey } from '../content-key.js';

/** Statuses by which a referral is over without a success. */
const failures: ReadonlySet<string | undefined> = new Set(['未成交', '退回', '失效']);

export function isFailure({ status }: Pick<Referral, 'status'>): boolean {
  return failures.has(status);
}

/** Rows by registration; those of one point in time by number, then content, so that their order in the file never matters. */
export function inRegisterOrder(rows: readonly Referral[]): readonly Referral[] {
  const keyed = rows.map((row) => {
    const { day, time = '' } = row.registeredAt;
    return { row, key: `${day} ${time}\n${row.referralNo ?? ''}\n${contentKey(row)}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

/** The row as it was known on asOf: what is dated later has not happened yet (clarification 22). */
export function knownOn(row: Referral, asOf: Day): Referral {
  const { receivedAt, firstVisitAt, feedbackAt, dealDate } = row;
  const isDealLater = dealDate !== undefined && dealDate > asOf;
  return {
    ...row,
    receivedAt: receivedAt !== undefined && receivedAt.day > asOf ? undefined : receivedAt,
    firstVisitAt: firstVisitAt !== undefined && firstVisitAt.day > asOf ? undefined : firstVisitAt,
    feedbackAt: feedbackAt !== undefined && feedbackAt.day > asOf ? undefined : feedbackAt,
    dealDate: isDealLater ? undefined : dealDate,
    ...(isDealLater ? { dealProduct: undefined, dealFen: undefined } : {}),
    status: isDealLater && row.status === '已成交' ? undefined : row.status,
  };
}

/** For each row the place of the first registration that takes it in; undefined = it stands for itself. */
export function attributed(
  keys: readonly string[],
  rows: readonly Referral[],
  windowDays: number,
): (number | undefined)[] {
  const firstOf = new Map<string, number>();
  return rows.map(({ registeredAt }, place) => {
    const key = keys[place] ?? '';
    const first = firstOf.get(key);
    const started = first === undefined ? undefined : rows[first]?.registeredAt.day;
    if (started !== undefined && daysBetween(started, registeredAt.day) <= windowDays) return first;
    firstOf.set(key, place);
    return undefined;
  });
}

/** The referrer keeps the referral; a receiver is taken over as a whole. */
const ofReferrer = new Set([
  'referralNo',
  'registeredAt',
  'referrerNo',
  'referrerName',
  'referrerRole',
  'referrerType',
]);
const ofReceiver = new Set(['receiverNo', 'receiverName', 'receiverRole']);

function hasReceiver({ receiverNo, receiverName, receiverRole }: Referral): boolean {
  return (receiverNo ?? receiverName ?? receiverRole) !== undefined;
}

/**
 * The first registration with what later ones know beside it, the earliest first. It has failed only where every row that
 * states a status says so: a second attempt keeps it alive, a second row that was cancelled takes nothing away.
 */
export function filledIn(first: Referral, later: readonly Referral[]): Referral {
  let filled = first;
  for (const row of later) {
    const keepsReceiver = hasReceiver(filled);
    const missing = Object.entries(row).filter(([field, value]) => {
      if (value === undefined || ofReferrer.has(field) || (keepsReceiver && ofReceiver.has(field))) return false;
      if (field === 'status' && value === '失效') return false;
      return filled[field as keyof Referral] === undefined;
    });
    const revived = isFailure(filled) && row.status !== undefined && !isFailure(row);
    filled = { ...filled, ...Object.fromEntries(missing), ...(revived ? { status: row.status } : {}) };
  }
  return filled;
}
