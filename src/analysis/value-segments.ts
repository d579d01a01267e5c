// R, F and M scores of everybody who can be ranked, and the eight value segments made of them (§5.4).
import { type Ratio, ratio } from '../model/ratio.js';
import type { Rules } from '../model/rules.js';
import type { ScoreSegment } from '../model/tier.js';
import { quintileScores, type ScoreInterval, scoreIntervals } from './score.js';

export interface Scores {
  readonly r: number;
  readonly f: number;
  /** null: M by AUM that was not provided. */
  readonly m: number | null;
}

/** What is ranked; null recency = no qualifying transaction = least recent. */
export interface Ranked {
  readonly recencyDays: number | null;
  readonly frequency: number;
  readonly amountFen: number;
  readonly aumFen: number | null;
}

/** M by the rules; null where AUM was not provided. */
export function monetaryOf({ amountFen, aumFen }: Ranked, rules: Rules): number | null {
  return rules.rfm.monetary === 'aum' ? aumFen : amountFen;
}

/** A score at or above its boundary is 高. */
export interface ScoreBoundaries {
  readonly r: Ratio;
  readonly f: Ratio;
  readonly m: Ratio | null;
}

export interface Scoring {
  readonly scores: readonly Scores[];
  readonly segments: readonly (ScoreSegment | null)[];
  readonly boundaries: ScoreBoundaries;
  readonly intervals: {
    readonly recencyDays: readonly ScoreInterval[];
    readonly frequency: readonly ScoreInterval[];
    /** null: M was not provided. */
    readonly monetaryFen: readonly ScoreInterval[] | null;
  };
}

/** High R, F, M → segment; the key reads R F M. */
const segmentOf: Readonly<Record<string, ScoreSegment>> = {
  高高高: '重要价值客户',
  高低高: '重要发展客户',
  低高高: '重要保持客户',
  低低高: '重要挽留客户',
  高高低: '一般价值客户',
  高低低: '一般发展客户',
  低高低: '一般保持客户',
  低低低: '一般挽留客户',
};

function boundaryOf(scores: readonly number[], split: Rules['rfm']['scoreSplit']): Ratio {
  if (split === 'mean' || scores.length === 0) {
    return ratio(
      scores.reduce((sum, score) => sum + score, 0),
      scores.length,
    );
  }
  const sorted = Float64Array.from(scores).sort();
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  return ratio(lower + upper, 2);
}

/** At the boundary or above; compared in whole numbers, so that a score equal to the mean is always 高. */
export function isHigh(score: number, { numerator, denominator }: Ratio): boolean {
  return score * denominator >= numerator;
}

function level(score: number, boundary: Ratio): '高' | '低' {
  return isHigh(score, boundary) ? '高' : '低';
}

function segmentAt({ r, f, m }: Scores, boundaries: ScoreBoundaries): ScoreSegment | null {
  if (m === null || boundaries.m === null) return null;
  return segmentOf[level(r, boundaries.r) + level(f, boundaries.f) + level(m, boundaries.m)] ?? null;
}

/** Answers in the order of `ranked`, which does not matter to them. Whoever cannot be judged must not be among them. */
export function scoreCustomers(ranked: readonly Ranked[], rules: Rules): Scoring {
  const recencies = ranked.map(({ recencyDays }) => recencyDays);
  const frequencies = ranked.map(({ frequency }) => frequency);
  const amounts = ranked.map((customer) => monetaryOf(customer, rules));
  const known = amounts.filter((amount) => amount !== null);
  const r = quintileScores(recencies.map((days) => (days === null ? Number.NEGATIVE_INFINITY : -days)));
  const f = quintileScores(frequencies);
  const m = known.length === amounts.length ? quintileScores(known) : null;
  const split = rules.rfm.scoreSplit;
  const boundaries = { r: boundaryOf(r, split), f: boundaryOf(f, split), m: m && boundaryOf(m, split) };
  // All customers share some hundred triples of scores.
  const triples: Scores[] = [];
  const scores: Scores[] = [];
  const segmentOfTriple: (ScoreSegment | null)[] = [];
  const segments: (ScoreSegment | null)[] = [];
  for (let place = 0; place < ranked.length; place += 1) {
    const triple = { r: r[place]!, f: f[place]!, m: m?.[place] ?? null };
    const index = 36 * triple.r + 6 * triple.f + (triple.m ?? 0);
    if (triples[index] === undefined) {
      triples[index] = triple;
      segmentOfTriple[index] = segmentAt(triple, boundaries);
    }
    scores.push(triples[index]);
    segments.push(segmentOfTriple[index]!);
  }
  const intervals = {
    recencyDays: scoreIntervals(recencies, r),
    frequency: scoreIntervals(frequencies, f),
    monetaryFen: m && scoreIntervals(amounts, m),
  };
  return { scores, segments, boundaries, intervals };
}
