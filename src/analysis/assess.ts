// Facts and verdict of one customer on one day; what segmentation, comparison and explanation share.
import type { EngineReport, Measure } from '../engine/activity.js';
import type { Day } from '../model/day.js';
import type { FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Records } from '../model/records.js';
import type { Rules } from '../model/rules.js';
import type { Tier } from '../model/tier.js';
import { alongside } from './alongside.js';
import { type AumSnapshot, aumSnapshotOn } from './aum.js';
import { activityReader, type Standpoint } from './measures.js';
import { type Membership, membersOn } from './population.js';
import { classify, type RfmFacts, type Verdict } from './rfm.js';
import { type Roster, rosterOf } from './roster.js';
import type { TagFiles } from './tags.js';

/** An earlier result that was read from a file. */
export interface PreviousResult {
  /** null = the file does not say. */
  readonly asOf: Day | null;
  /** By customerId as that result prints it. */
  readonly tiers: ReadonlyMap<string, Tier>;
}

type SegmentKind = 'customers' | 'accounts' | 'balances' | 'employees' | 'assignments';

/** Everything `segment` and `explain` know; undefined = no such export or no such wish. */
export interface SegmentInput extends Records<SegmentKind>, TagFiles {
  readonly engine: EngineReport;
  /** The list that the engine answered, `segmentMeasures` among it and, with compareTo, `compareMeasures`. */
  readonly measures: readonly Measure[];
  readonly previous: PreviousResult | undefined;
  /** Recompute the tiers of this earlier day from the same files; wins over `previous`. */
  readonly compareTo: Day | undefined;
  readonly intake: readonly FileIntake[];
  /** Found while reading the files; `engine.problems` and our own are added behind them. */
  readonly problems: readonly Problem[];
}

export interface Assessment extends Pick<Membership, 'exclusion'> {
  readonly facts: RfmFacts;
  readonly verdict: Verdict;
}

/** What decides who is a customer and what they hold; any analysis of customers can give it. */
export type RosterFiles = Pick<SegmentInput, 'customers' | 'accounts' | 'balances' | 'engine'>;

export function rosterOfInput(input: RosterFiles, asOf: Day): Roster {
  const { customers, accounts, balances, engine } = input;
  const { activities, accountsAsCustomers } = engine;
  return rosterOf({ customers, accounts, balances, activities, accountsAsCustomers }, asOf);
}

/** Balances are by customer, so they say nothing where accounts stand for customers. */
export function aumOfInput(input: RosterFiles, on: Day): AumSnapshot | null {
  return input.engine.accountsAsCustomers ? null : aumSnapshotOn(input.balances, on);
}

/** Assesses customers of the roster one by one, on asOf or an earlier day; fastest in the order of the roster. */
export function assessor(
  input: SegmentInput,
  roster: Roster,
  aum: AumSnapshot | null,
  rules: Rules,
  { on, of }: { readonly on: Day; readonly of: Standpoint },
): (id: string) => Assessment {
  const read = activityReader(input.measures, of);
  const coveredFrom = input.engine.coverage?.from;
  const member = membersOn(roster, rules, on);
  const activityOf = alongside(input.engine.activities);
  const fenOf = aum === null ? null : alongside(aum.fenOf);
  return (id) => {
    const { exclusion, openDate, lastMovedOn } = member(id);
    // Spelled out, for spreading four objects per customer is most of the cost of a million of them.
    const { lastSerial, frequency, amountFen, byTier } = read(activityOf(id));
    const aumFen = fenOf === null ? null : (fenOf(id) ?? 0);
    const facts = { lastSerial, frequency, amountFen, byTier, openDate, lastMovedOn, coveredFrom, aumFen };
    return { exclusion, facts, verdict: classify(facts, rules, on) };
  };
}
