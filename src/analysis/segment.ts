// Customers into tiers (A1–A9, A12): exports and activities in, a plain report out.
import type { Day } from '../model/day.js';
import { maskerFor } from '../model/masker.js';
import type { Rules } from '../model/rules.js';
import { activityNotes, coverageOf } from './activity-notes.js';
import { alongside } from './alongside.js';
import { type Assessment, assessor, aumOfInput, rosterOfInput, type SegmentInput } from './assess.js';
import { type Comparison, comparisonOf, migrationSince } from './comparison.js';
import { displayIds } from './display-ids.js';
import { managerReader } from './managers.js';
import { placeCustomers } from './placement.js';
import { reasonWriter } from './reason.js';
import { lastActiveOn, type Verdict } from './rfm.js';
import type { Roster } from './roster.js';
import { scoreReason } from './score-reason.js';
import { segmentNotes } from './segment-notes.js';
import { segmentProblems } from './segment-problems.js';
import type { ScoringSummary, SegmentedCustomer, SegmentReport } from './segment-report.js';
import { segmentFigures, summaryOf } from './segment-summary.js';
import { tagReader } from './tags.js';
import { twoDatesOf } from './two-dates.js';
import { type Scores, type Scoring, scoreCustomers } from './value-segments.js';

/** A customer of the report before scores are known. */
type Draft = { -readonly [Key in keyof SegmentedCustomer]: SegmentedCustomer[Key] };

function draftMaker(
  input: SegmentInput,
  roster: Roster,
  comparison: Comparison | null,
  rules: Rules,
  asOf: Day,
): (id: string, customerId: string, assessment: Assessment) => Draft {
  // They are by customer, and say nothing where accounts stand for customers.
  const tagFiles = input.engine.accountsAsCustomers ? {} : input;
  const tagsOf = tagReader(roster.customerOf.values(), tagFiles, rules, asOf);
  const masker = maskerFor(rules.privacy.profile);
  const customerOf = alongside(roster.customerOf);
  const reasonFor = reasonWriter(rules, asOf);
  const managerOf = managerReader(input, asOf);
  return (id, customerId, { facts, verdict }) => {
    const customer = customerOf(id);
    return {
      customerId,
      customerName: masker.name(customer?.custName),
      managerName: managerOf(id, customer),
      tier: verdict.tier,
      subtype: verdict.subtype,
      previousTier: comparison?.earlier.get(customerId)?.tier ?? null,
      recencyDays: verdict.recencyDays,
      frequency: facts.frequency,
      amountFen: facts.amountFen,
      lastActiveOn: lastActiveOn(facts),
      aumFen: facts.aumFen,
      scores: null,
      scoreSegment: null,
      reason: isScored(verdict, rules) ? '' : reasonFor(verdict, facts),
      tags: tagsOf(id, customer),
    };
  };
}

/** Whether the reason is that of the scores. */
function isScored({ tier }: Pick<Verdict, 'tier'>, rules: Rules): boolean {
  return rules.rfm.method === 'score' && tier !== '无法判定';
}

/** Fills the scores in. */
function scoreDrafts(drafts: readonly Draft[], rules: Rules): Scoring {
  const ranked = drafts.filter(({ tier }) => tier !== '无法判定');
  const scoring = scoreCustomers(ranked, rules);
  ranked.forEach((draft, place) => {
    const scores = scoring.scores[place] as Scores;
    draft.scores = scores;
    draft.scoreSegment = scoring.segments[place] ?? null;
    if (isScored(draft, rules)) draft.reason = scoreReason(scores, draft, rules, scoring.boundaries);
  });
  return scoring;
}

function scoringSummary(customers: readonly SegmentedCustomer[], scoring: Scoring, hasAum: boolean): ScoringSummary {
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
  const comparison = comparisonOf(input, roster, shown, rules);
  const make = draftMaker(input, roster, comparison, rules, asOf);
  const { placed: customers, exclusionOf } = placeCustomers(roster.ids, shown, assess, make);
  const scoring = scoreDrafts(customers, rules);
  const figures = {
    summary: summaryOf(customers, exclusionOf, roster.strangers, aum?.dataDate ?? null),
    coverage: coverageOf(engine, rules, asOf),
    activity: activityNotes(engine),
    scoring: scoringSummary(customers, scoring, aum !== null),
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
