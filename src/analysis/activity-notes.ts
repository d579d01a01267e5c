// What the report says of the transactions as a whole: how far they reach and what they were taken for.
import type { EngineReport } from '../engine/activity.js';
import type { Day } from '../model/day.js';
import { maskAccount, maskPhone } from '../model/mask.js';
import type { Rules } from '../model/rules.js';
import { shownWindowDays } from './measures.js';
import type { ActivityNotes, SegmentCoverage } from './segment-report.js';
import { coveredDays } from './silence.js';

/** How far the transaction files reach back from asOf, against the window of F and M and the silence of 睡眠 (§1.12, B9). */
export function coverageOf(engine: EngineReport, rules: Rules, asOf: Day): SegmentCoverage {
  return coverageAgainst(engine, shownWindowDays(rules), rules.rfm.tiers.睡眠客户.minRecencyDays, asOf);
}

/** The same against any window and any days of silence. */
export function coverageAgainst(
  engine: EngineReport,
  windowDays: number,
  dormantDays: number,
  asOf: Day,
): SegmentCoverage {
  const days = coveredDays(engine.coverage?.from, asOf);
  return {
    from: engine.coverage?.from ?? null,
    to: engine.coverage?.to ?? null,
    days,
    windowDays,
    flag: days < windowDays ? '覆盖不足' : null,
    provesDormancy: days >= dormantDays,
  };
}

/** Free text may carry phone and account numbers: both masked. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d{7,}/g, (digits) => (digits.length === 11 ? maskPhone(digits) : maskAccount(digits)));
}

/** The engine's counts, with long numbers in unknown summaries masked. */
export function activityNotes(engine: EngineReport): ActivityNotes {
  const { classes, unknownSummaries, reversals, ownTransfers, foreignRows, mandates, unjoinedRows } = engine;
  const top = unknownSummaries.top.map(({ summary, rows }) => ({ summary: withoutNumbers(summary), rows }));
  return {
    classes,
    unknownSummaries: { top, more: unknownSummaries.more },
    reversals,
    ownTransfers,
    foreignRows,
    mandates,
    unjoinedRows,
    accountsAsCustomers: engine.accountsAsCustomers,
  };
}
