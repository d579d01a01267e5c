// Who holds 500,000 元 on 2024-09-30, so that the activity of these customers falls by 15 % from the fourth to the first quarter (A10).
import type { Day } from '../model/day.js';
import { noise } from './booking.js';
import { asOf, indexOf } from './history.js';
import type { Person } from './person.js';
import { type Story, storyOf } from './story.js';

const cohortOn = '2024-09-30' as Day;
const firstOfYear = '2025-01-01' as Day;
const wealthyFen = 50_000_000;
const kept = 0.85;
/** Bookings that nobody made; those that were undone are known by their mark. */
const silent = new Set<string>(Object.values(noise).flatMap((kind) => (kind === noise.undone ? [] : [kind.summary])));

interface Candidate {
  readonly index: number;
  readonly aumFen: number;
  /** What the customer adds to 0.85 × (bookings of the fourth quarter) − (bookings of the first). */
  readonly surplus: number;
}

/** Every booking once, whatever its legs; nothing of what was reversed. From 2024-09 on the core marks reversals. */
function surplusOf({ transactions }: Story): number {
  const seen = new Set<string>();
  let surplus = 0;
  for (const { txnId = '', txnDate, summary = '', reversal, isForeign } of transactions) {
    if (isForeign || reversal !== 'normal' || silent.has(summary) || seen.has(txnId)) continue;
    seen.add(txnId);
    surplus += txnDate < firstOfYear ? kept : -1;
  }
  return surplus;
}

function candidateOf(person: Person, seed: number): Candidate | undefined {
  const story = storyOf(person, seed, { from: indexOf(cohortOn) + 1, to: indexOf(asOf) });
  const aumFen = story.balances.find(({ dataDate }) => dataDate === cohortOn)?.aumFen;
  return aumFen === undefined ? undefined : { index: person.index, aumFen, surplus: surplusOf(story) };
}

/**
 * Gives wealth products to as many customers as it takes, those first who weigh most, until the group's activity falls by 15 %.
 * No booking changes.
 */
export function withWealth(people: readonly Person[], isInScope: (person: Person) => boolean, seed: number) {
  const candidates = people
    .filter((person) => isInScope(person) && person.openedAt === null)
    .map((person) => candidateOf(person, seed))
    .filter((candidate) => candidate !== undefined);
  const isWealthy = ({ aumFen }: Candidate): boolean => aumFen >= wealthyFen;
  let missing = -candidates.filter(isWealthy).reduce((sum, { surplus }) => sum + surplus, 0);
  const moreOf = new Map<number, number>();
  const others = candidates.filter((candidate) => !isWealthy(candidate) && candidate.surplus !== 0);
  others.sort((a, b) => Math.abs(b.surplus) - Math.abs(a.surplus) || a.index - b.index);
  for (const { index, aumFen, surplus } of others) {
    if (surplus * missing <= 0 || Math.abs(surplus) > Math.abs(missing) + 0.05) continue;
    missing -= surplus;
    moreOf.set(index, Math.ceil((wealthyFen - aumFen) / 1_000_000) * 1_000_000 + (index % 20) * 1_000_000);
  }
  return people.map((person) => ({ ...person, moreWealthFen: moreOf.get(person.index) ?? 0 }));
}
