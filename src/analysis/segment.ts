// Customers into tiers (A1–A9, A12): exports and activities in, a plain report out.
import type { Day } from '../model/day.js';
import { maskerFor } from '../model/masker.js';
import type { Rules } from '../model/rules.js';
import { activityNotes, coverageOf } from './activity-notes.js';
import { alongside } from './alongside.js';
import { assessor, aumOfInput, rosterOfInput, type SegmentInput } from './assess.js';
import { type Comparison, comparisonOf, migrationSince } from './comparison.js';
import { displayIds } from './display-ids.js';
import { type PlacedCustomer, placeCustomers } from './placement.js';
import { reasonFor } from './reason.js';
import { lastActiveOn } from './rfm.js';
import type { Roster } from './roster.js';
import { scoreReason } from './score-reason.js';
import { segmentNotes } from './segment-notes.js';
import { segmentProblems } from './segment-problems.js';
import type { ScoringSummary, SegmentedCustomer, SegmentReport } from './segment-report.js';
import { segmentFigures, summaryOf } from './segment-summary.js';
import { tagReader } from './tags.js';
import { twoDatesOf } from './two-dates.js';
import { type Ranked, type Scoring, scoreCustomers } from './value-segments.js';

function rankedOf({ assessment: { facts, verdict } }: PlacedCustomer, rules: Rules): Ranked {
  const monetaryFen = rules.rfm.monetary === 'aum' ? facts.aumFen : facts.amountFen;
  return { recencyDays: verdict.recencyDays, frequency: facts.frequency, monetaryFen };
}

interface Segmentation {
  readonly customers: readonly SegmentedCustomer[];
  readonly scoring: Scoring;
}

function segmented(
  placed: readonly PlacedCustomer[],
  roster: Roster,
  comparison: Comparison | null,
  rules: Rules,
  asOf: Day,
): Segmentation {
  const tagsOf = tagReader(roster.customerOf.values(), asOf);
  const ranked = placed
    .filter(({ assessment }) => assessment.verdict.tier !== '无法判定')
    .map((customer) => rankedOf(customer, rules));
  const scoring = scoreCustomers(ranked, rules);
  const masker = maskerFor(rules.privacy.profile);
  const customerOf = alongside(roster.customerOf);
  let rank = 0;
  const customers = placed.map(({ id, customerId, assessment }): SegmentedCustomer => {
    const { facts, verdict } = assessment;
    const place = verdict.tier === '无法判定' ? -1 : rank++;
    const scores = scoring.scores[place] ?? null;
    const values = ranked[place];
    const customer = customerOf(id);
    return {
      customerId,
      customerName: masker.name(customer?.custName),
      managerName: customer?.managerName ?? null,
      tier: verdict.tier,
      subtype: verdict.subtype,
      previousTier: comparison?.earlier.get(customerId)?.tier ?? null,
      recencyDays: verdict.recencyDays,
      frequency: facts.frequency,
      amountFen: facts.amountFen,
      lastActiveOn: lastActiveOn(facts),
      aumFen: facts.aumFen,
      scores,
      scoreSegment: scoring.segments[place] ?? null,
      reason:
        rules.rfm.method === 'score' && scores !== null && values !== undefined
          ? scoreReason(scores, values, scoring.boundaries)
          : reasonFor(verdict, facts, rules, asOf),
      tags: tagsOf(customer),
    };
  });
  return { customers, scoring };
}

function scoringSummary({ customers, scoring }: Segmentation, hasAum: boolean): ScoringSummary {
  return {
    customers: scoring.scores.length,
    unranked: customers.length - scoring.scores.length,
    boundaries: scoring.boundaries,
    intervals: scoring.intervals,
    segments: segmentFigures(customers, hasAum),
  };
}

/**
 * Everybody in scope gets exactly one tier and the reason for it; those out of scope are counted by reason. Takes about 1 KB
 * per customer; row order never matters. Throws RangeError where a sum of money leaves the safe integers.
 */
export function segmentCustomers(input: SegmentInput, rules: Rules, asOf: Day): SegmentReport {
  const { engine } = input;
  const roster = rosterOfInput(input, asOf);
  const shown = displayIds(roster.ids, (id) => engine.accountsAsCustomers && !roster.customerOf.has(id));
  const aum = aumOfInput(input, asOf);
  const assess = assessor(input, roster, aum, rules, { on: asOf, of: 'present' });
  const { placed, exclusionOf } = placeCustomers(roster.ids, shown, assess);
  const comparison = comparisonOf(input, roster, shown, rules);
  const segmentation = segmented(placed, roster, comparison, rules, asOf);
  const { customers } = segmentation;
  const figures = {
    summary: summaryOf(customers, exclusionOf, roster.strangers, aum?.dataDate ?? null),
    coverage: coverageOf(engine, rules, asOf),
    activity: activityNotes(engine),
    scoring: scoringSummary(segmentation, aum !== null),
    migration: comparison && migrationSince(comparison, customers, exclusionOf),
    twoDates: twoDatesOf(input, roster, rules, asOf),
  };
  return {
    report: 'segment',
    asOf,
    rules,
    intake: input.intake,
    problems: [...input.problems, ...engine.problems, ...segmentProblems(input, roster, aum, rules, asOf)],
    ...figures,
    notes: segmentNotes({ rules, ...figures }),
    customers,
  };
}
