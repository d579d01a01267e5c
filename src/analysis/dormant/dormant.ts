// Dormant customers and their waking (B1–B9): exports and activities in, a plain report out.
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { activityNotes, coverageAgainst } from '../activity-notes.js';
import { aumOfInput } from '../assess.js';
import { countExclusions } from '../segment-summary.js';
import { accountView } from './accounts.js';
import { bandOf, priorityOf } from './bands.js';
import { managerFigures } from './by-manager.js';
import { noContact } from './contacts.js';
import { countdownCustomers, countdownFigures } from './countdown.js';
import { flagNames } from './flags.js';
import type { DormantInput } from './input.js';
import { byAum, type JudgedCustomer, judgeCustomers } from './judged.js';
import type { DormantCustomer } from './listed.js';
import { dormantNotes } from './notes.js';
import { presetText, settlePreset } from './presets.js';
import { dormantProblems } from './problems.js';
import { reactivationOf } from './reactivation.js';
import type { DormantReport, DormantSummary } from './report.js';
import { accountsOf, maskedPerson, type Scene, sceneOf } from './scene.js';
import { isDormant } from './standing.js';
import { bandFigures, flagFigures, standingFigures } from './summary.js';
import { wakeCohort, wakeSummary } from './wake.js';

function dormantList(scene: Scene, judged: readonly JudgedCustomer[]): readonly DormantCustomer[] {
  const { window, contacts } = scene;
  const dormant = judged.filter(({ standing }) => isDormant(standing));
  const list = dormant.map((one): DormantCustomer => {
    const { id, customerId, customer, managerName, standing, aumFen, balanceFen } = one;
    const band = bandOf(aumFen);
    const accounts = accountsOf(scene, id);
    return {
      customerId,
      ...maskedPerson(scene, customer),
      managerName,
      type: standing.state === '从未交易' ? '从未交易' : '睡眠',
      idleDays: standing.idleDays,
      lastActiveOn: standing.lastActiveOn,
      aumFen,
      band,
      flags: scene.flagsOf({ id, customer, accounts, balanceFen: balanceFen ?? aumFen }),
      priority: priorityOf(band, standing.idleDays),
      ...(contacts?.firstOf(id, window.cohortOn, window.through) ?? noContact),
      reason: standing.reason,
    };
  });
  return list.sort(byAum);
}

/**
 * Everybody in scope is exactly one of dormant, active, 新开未动户 and 无法判定, by `rules.dormant.preset` on asOf; the wake-up
 * cohort is who slept on `input.cohortOn` by the same preset. Row order never matters. Throws Error where `dormantMeasures` are
 * not among the measures: a bug of the caller.
 */
export function dormantCustomers(input: DormantInput, rules: Rules, asOf: Day): DormantReport {
  const { engine, cohortOn } = input;
  const scene = sceneOf(input, rules, asOf);
  const preset = settlePreset(rules, asOf);
  const aum = aumOfInput(input, asOf);
  const hasAum = aum !== null;
  const limits = rules.dormant.countdownDays;
  const { judged, exclusionOf } = judgeCustomers(scene, preset, aum);
  const customers = dormantList(scene, judged);
  const countdown = countdownCustomers(scene, judged, preset);
  const cohort = wakeCohort(scene);
  const accounts = accountView(scene, judged, preset);
  const summary: DormantSummary = {
    ...standingFigures(judged, aum?.dataDate ?? null),
    excluded: countExclusions(exclusionOf, scene.roster.strangers),
    bands: bandFigures(customers, hasAum),
    flags: flagFigures(customers, flagNames(rules)),
    countdown: countdownFigures(countdown, limits, hasAum),
    accounts: accounts?.summary ?? null,
    wake: wakeSummary(scene, cohort),
    reactivation: reactivationOf(scene, cohort.ids),
  };
  const figures = {
    preset: { id: preset.id, test: presetText(preset), lastOnOrBefore: preset.lastOnOrBefore },
    summary,
    coverage: coverageAgainst(engine, preset.silentDays, preset.silentDays, asOf),
  };
  const found = dormantProblems(scene, [preset, settlePreset(rules, cohortOn)], aum);
  return {
    report: 'dormant',
    asOf,
    rules,
    intake: input.intake,
    problems: [...input.problems, ...engine.problems, ...found],
    ...figures,
    activity: activityNotes(engine),
    notes: dormantNotes(figures, cohort, scene),
    customers,
    undetermined: judged
      .filter(({ standing }) => standing.state === '无法判定')
      .map(({ customerId, standing }) => ({ customerId, reason: standing.reason })),
    countdown,
    byManager: managerFigures(judged, countdown, cohort.members, limits, hasAum),
    wakeCohort: cohort.members,
    accounts: accounts?.accounts ?? null,
  };
}
