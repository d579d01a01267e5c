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

type Dated = 'receivedAt' | 'firstVisitAt' | 'feedbackAt';

/** What has happened when a status is written down; one of these after asOf dates the status after asOf as well. 已成交 goes by its deal. */
const before: Readonly<Record<string, readonly Dated[]>> = {
  已接收: ['receivedAt'],
  已首访: ['receivedAt', 'firstVisitAt'],
  跟进中: ['receivedAt', 'firstVisitAt'],
  未成交: ['receivedAt', 'firstVisitAt', 'feedbackAt'],
  退回: ['receivedAt', 'firstVisitAt', 'feedbackAt'],
  失效: ['receivedAt', 'firstVisitAt', 'feedbackAt'],
};

/** The row as it was known on asOf: what is dated later has not happened yet (clarification 22). */
export function knownOn(row: Referral, asOf: Day): Referral {
  const { dealDate, status } = row;
  const isLater = (field: Dated) => (row[field]?.day ?? asOf) > asOf;
  const until = (field: Dated) => (isLater(field) ? undefined : row[field]);
  const isDealLater = dealDate !== undefined && dealDate > asOf;
  const isStatusLater = status === '已成交' ? isDealLater : (before[status ?? ''] ?? []).some(isLater);
  return {
    ...row,
    receivedAt: until('receivedAt'),
    firstVisitAt: until('firstVisitAt'),
    feedbackAt: until('feedbackAt'),
    ...(isDealLater ? { dealDate: undefined, dealProduct: undefined, dealFen: undefined } : {}),
    status: isStatusLater ? undefined : status,
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

/** How far a referral has come. */
const stages: readonly (string | undefined)[] = [
  '已登记',
  '已接收',
  '已首访',
  '跟进中',
  '失效',
  '退回',
  '未成交',
  '已成交',
];

/** Of two rows for one person; rows of one 转介编号 are the same entry in two exports, of which the one that knows more is the later. */
function statusOf(known: Referral, row: Referral): string | undefined {
  const { status } = row;
  const further = stages.indexOf(status) > stages.indexOf(known.status) ? status : known.status;
  const isSameEntry = row.referralNo !== undefined && row.referralNo === known.referralNo;
  if (known.status === undefined) return status === '失效' && !isSameEntry ? undefined : status;
  if (status === undefined) return known.status;
  if (isSameEntry) return further;
  if (isFailure(known)) return isFailure(row) ? known.status : status;
  return isFailure(row) || !stages.includes(known.status) ? known.status : further;
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
      return filled[field as keyof Referral] === undefined;
    });
    filled = { ...filled, ...Object.fromEntries(missing), status: statusOf(filled, row) };
  }
  return filled;
}
