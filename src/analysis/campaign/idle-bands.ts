// How long a dormant customer has been idle, in bands.
import type { DormantCustomer } from '../dormant/listed.js';

/** The first two only where a rule lets sleep begin earlier, or the files do not tell the days. */
export const idleBands = ['天数不明', '不满180天', '180–364天', '365–729天', '730天以上', '从未交易'] as const;
export type IdleBand = (typeof idleBands)[number];

/** Days below which a customer is in the band. */
const limits: readonly (readonly [band: IdleBand, below: number])[] = [
  ['不满180天', 180],
  ['180–364天', 365],
  ['365–729天', 730],
];

/**
 * 天数不明 where only the length of the files proves silence.
 * @example idleBandOf({ type: '睡眠', idleDays: 365 }) // => '365–729天'
 */
export function idleBandOf({ type, idleDays }: Pick<DormantCustomer, 'type' | 'idleDays'>): IdleBand {
  if (type === '从未交易') return '从未交易';
  if (idleDays === null) return '天数不明';
  return limits.find(([, below]) => idleDays < below)?.[0] ?? '730天以上';
}
