// Which dice are whose. Streams 0, 1, 2 … of the seed belong to the customers.
import { type Random, randomOf } from './random.js';

const ofBranch = {
  seats: -1,
  staff: -2,
  firstReferrals: -3,
  laterReferrals: -4,
  sleepers: -5,
  growth: -6,
  contacts: -7,
  pool: -8,
} as const;

export function branchDice(seed: number, of: keyof typeof ofBranch): Random {
  return randomOf(seed, ofBranch[of]);
}

/** What the customer does after the first fourteen months. */
export function laterDice(seed: number, index: number): Random {
  return randomOf(seed, -index - 100);
}
