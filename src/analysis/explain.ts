// Everything that was weighed for one customer, for `taizhang explain`.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import { type Assessment, assessor, aumOfInput, rosterOfInput, type SegmentInput } from './assess.js';
import { displayIds } from './display-ids.js';
import { type TestedTier, testedTiers } from './measures.js';
import { missingEvidence, type NextStep, nextStepOf } from './next-step.js';
import type { Exclusion } from './population.js';
import { type TierTest, testOf, testsOf, type Verdict } from './rfm.js';
import { segmentCustomers } from './segment.js';
import type { SegmentCoverage, SegmentedCustomer } from './segment-report.js';

export interface CustomerExplanation {
  readonly report: 'explain';
  readonly asOf: Day;
  readonly rules: Rules;
  readonly customerId: string;
  /** null = in scope, and `customer` says the rest. */
  readonly exclusion: Exclusion | null;
  readonly customer: SegmentedCustomer | null;
  readonly openDate: Day | null;
  /** No movement of any kind is later than this; null = not known. */
  readonly lastMovedOn: Day | null;
  readonly coverage: SegmentCoverage;
  /** The test of 睡眠客户, which comes first; passed without a value where silence is proven (B9). */
  readonly dormancy: TierTest;
  readonly tiers: readonly {
    readonly tier: TestedTier;
    readonly passed: boolean;
    readonly tests: readonly TierTest[];
  }[];
  readonly nextStep: NextStep | null;
  /** What would settle a 无法判定. */
  readonly missingEvidence: string | null;
  readonly notes: readonly string[];
}

/** `customerId` as the files write it or as a report prints it; undefined when no export knows it. */
export function explainCustomer(
  input: SegmentInput,
  rules: Rules,
  asOf: Day,
  customerId: string,
): CustomerExplanation | undefined {
  const roster = rosterOfInput(input, asOf);
  const shown = displayIds(roster.ids, (id) => input.engine.accountsAsCustomers && !roster.customerOf.has(id));
  const exact = roster.ids.indexOf(customerId);
  const place = exact < 0 ? shown.indexOf(customerId) : exact;
  const id = roster.ids[place] ?? customerId;
  const isStranger = place < 0;
  const isKnown =
    !isStranger ||
    roster.accountsOf.has(id) ||
    input.engine.activities.has(id) ||
    (input.balances ?? []).some(({ custNo }) => custNo === id);
  if (!isKnown) return undefined;
  const assessment = assessor(input, roster, aumOfInput(input, asOf), rules, { on: asOf, of: 'present' })(id);
  const report = segmentCustomers(input, rules, asOf);
  const printed = shown[place] ?? customerId;
  const customer = report.customers.find((candidate) => candidate.customerId === printed) ?? null;
  return {
    report: 'explain',
    asOf,
    rules,
    customerId: printed,
    exclusion: isStranger ? '不在客户导出' : assessment.exclusion,
    customer,
    ...weighed(assessment, rules, asOf),
    coverage: report.coverage,
    notes: report.notes,
  };
}

function dormancyTest({ tier, recencyDays }: Verdict, rules: Rules): TierTest {
  const test = testOf('R', recencyDays, '≥', rules.rfm.tiers.睡眠客户.minRecencyDays);
  return recencyDays === null && tier === '睡眠客户' ? { ...test, passed: true, gap: 0 } : test;
}

function weighed({ facts, verdict }: Assessment, rules: Rules, asOf: Day) {
  return {
    openDate: facts.openDate ?? null,
    lastMovedOn: facts.lastMovedOn ?? null,
    dormancy: dormancyTest(verdict, rules),
    tiers: testedTiers.map((tier) => {
      const tests = testsOf(tier, facts, rules, asOf);
      return { tier, passed: tests.every(({ passed }) => passed), tests };
    }),
    nextStep: nextStepOf(verdict, facts, rules, asOf),
    missingEvidence: missingEvidence(verdict, facts, rules, asOf),
  };
}
