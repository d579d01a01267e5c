// Bands of AUM (B8) and what they and the idle days make of priority.
import type { BalanceBand, DormantCustomer } from './listed.js';

/** Upper bounds in 分, inclusive where the bank rules of §5.1 say ≤. */
const bounds: readonly { readonly band: BalanceBand; readonly holds: (aumFen: number) => boolean }[] = [
  { band: '0', holds: (fen) => fen <= 0 },
  { band: '0–100', holds: (fen) => fen <= 10_000 },
  { band: '100–1千', holds: (fen) => fen <= 100_000 },
  { band: '1千–5万', holds: (fen) => fen < 5_000_000 },
  { band: '5万以上', holds: () => true },
];

/**
 * In 元: (−∞, 0], (0, 100], (100, 1 000], (1 000, 50 000), [50 000, ∞); every amount is in exactly one. 以上 includes the
 * number (§1.6), the rules of banks that the bands serve say ≤ 100 and ≤ 1 000.
 * @example bandOf(5000000) // => '5万以上'
 */
export function bandOf(aumFen: number | null): BalanceBand {
  if (aumFen === null) return '未提供';
  return bounds.find(({ holds }) => holds(aumFen))?.band ?? '未提供';
}

/** Beyond this many idle days a customer counts as long asleep [P]. */
const longIdleDays = 365;

type Priority = DormantCustomer['priority'];

/** [P] Up to a year asleep, longer; who never traded or whose days are not known counts as longer. */
const priorities: Readonly<Record<BalanceBand, readonly [recent: Priority, long: Priority]>> = {
  '5万以上': ['高', '高'],
  '1千–5万': ['高', '中'],
  '100–1千': ['中', '低'],
  '0–100': ['低', '低'],
  '0': ['低', '低'],
  未提供: ['中', '低'],
};

/** Whom to call first: large balances always, small ones only while the customer still remembers the branch. */
export function priorityOf(band: BalanceBand, idleDays: number | null): Priority {
  const [recent, long] = priorities[band];
  return idleDays !== null && idleDays <= longIdleDays ? recent : long;
}
