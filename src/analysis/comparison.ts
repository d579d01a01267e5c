// The tiers of an earlier date, recomputed or read from a result, and the migration since then (A12).
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { Tier } from '../model/tier.js';
import { assessor, aumOfInput, type SegmentInput } from './assess.js';
import { type Migration, type Move, migrationOf } from './migration.js';
import type { Exclusion } from './population.js';
import type { Roster } from './roster.js';

interface EarlierStanding {
  readonly tier: Tier;
  /** null: a result file does not carry it, or no snapshot is that old. */
  readonly aumFen: number | null;
}

export interface Comparison {
  readonly source: Migration['source'];
  readonly comparedWith: Day | null;
  /** By customerId as printed. */
  readonly earlier: ReadonlyMap<string, EarlierStanding>;
}

function recompute(input: SegmentInput, roster: Roster, shown: readonly string[], rules: Rules, on: Day): Comparison {
  const aum = aumOfInput(input, on);
  const assess = assessor(input, roster, aum, rules, { on, of: 'earlier' });
  const earlier = new Map<string, EarlierStanding>();
  roster.ids.forEach((id, place) => {
    const { exclusion, verdict, facts } = assess(id);
    if (exclusion === null) earlier.set(shown[place] as string, { tier: verdict.tier, aumFen: facts.aumFen });
  });
  return { source: '按同一交易明细重算', comparedWith: on, earlier };
}

/** Null when the run compares with nothing; `shown` are the printed ids in the order of the roster. */
export function comparisonOf(
  input: SegmentInput,
  roster: Roster,
  shown: readonly string[],
  rules: Rules,
): Comparison | null {
  if (input.compareTo !== undefined) return recompute(input, roster, shown, rules, input.compareTo);
  if (input.previous === undefined) return null;
  const earlier = new Map<string, EarlierStanding>();
  for (const [id, tier] of input.previous.tiers) earlier.set(id, { tier, aumFen: null });
  return { source: '上期结果', comparedWith: input.previous.asOf, earlier };
}

/** The present customers, plus those of the earlier date who are no longer in scope. */
export function migrationSince(
  comparison: Comparison,
  present: Iterable<{ readonly customerId: string; readonly tier: Tier; readonly aumFen: number | null }>,
  exclusionOf: ReadonlyMap<string, Exclusion>,
): Migration {
  const remaining = new Map(comparison.earlier);
  const moves: Move[] = [];
  for (const { customerId, tier, aumFen } of present) {
    moves.push({ from: remaining.get(customerId)?.tier ?? '新增', to: tier, aumFen });
    remaining.delete(customerId);
  }
  for (const [id, { tier, aumFen }] of remaining) {
    moves.push({ from: tier, to: exclusionOf.get(id) === '销户' ? '销户' : '移出', aumFen });
  }
  return migrationOf(moves, comparison.source, comparison.comparedWith);
}
