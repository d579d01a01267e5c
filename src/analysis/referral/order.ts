import type { Episode } from './episode.js';

/** By registration, a day without time before its times, then 转介编号: the first of several is the one that counts. */
export function byRegistration(a: Episode, b: Episode): number {
  return compare(registrationKey(a), registrationKey(b)) || compare(a.referralNo, b.referralNo);
}

/**
 * Order of texts by code unit, the same everywhere.
 * @example compare('C2', 'C10') // => 1
 */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function registrationKey({ registeredAt: { day, time } }: Episode): string {
  return `${day} ${time ?? ''}`;
}
