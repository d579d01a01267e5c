// The cohort that slept at t0 and what became of it (B3).
import type { Day } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import { ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import { coverageAgainst } from '../activity-notes.js';
import { aumOfInput } from '../assess.js';
import { fenIn } from '../aum.js';
import { membershipOn } from '../population.js';
import type { Closing } from './closing.js';
import { judgeCohort, type Member } from './cohort.js';
import { noContact } from './contacts.js';
import { depositsNow } from './deposits.js';
import { settlePreset } from './presets.js';
import { accountsOf, maskedPerson, type Scene } from './scene.js';
import type { WakeCustomer, WakeStatus, WakeSummary } from './wake-report.js';
import { type Waking, wakingReader } from './waking.js';

export interface WakeCohort {
  /** Ascending by customerId. */
  readonly members: readonly WakeCustomer[];
  /** As the files write them, in the same order. */
  readonly ids: readonly string[];
  readonly undetermined: number;
  /** Woken, without any day of opening: perhaps a new customer. */
  readonly wokenWithoutOpening: number;
  /** 数据日期 of AUM at t0 and at the end of the window; null unless there are two different ones. */
  readonly aumOn: { readonly before: Day; readonly after: Day } | null;
}

function statusOf(scene: Scene, waking: Waking | null, closing: Closing | null): WakeStatus {
  const { window } = scene;
  if (waking !== null) return '已唤醒';
  if (closing !== null && closedWithin(closing, window.through)) return '期间销户';
  return window.isComplete ? '未唤醒' : '观察中';
}

/** Without a day of closing: within, for nothing says that it came later. */
function closedWithin({ on }: Closing, through: Day): boolean {
  return on === null || on <= through;
}

/** 有效唤醒 [P]: AUM at the end ≥ max(AUM at t0 + minGain, minAum). */
function isEnough(before: number, after: number, { wake }: Rules): boolean {
  return after >= Math.max(before + fenFromYuan(wake.minGain), fenFromYuan(wake.minAum));
}

/** The first 数据日期 after the window that asOf has seen: month-end snapshots seldom fall into its last days. */
function firstAfter({ input, window, asOf }: Scene): Day | undefined {
  let first: Day | undefined;
  for (const { dataDate } of input.balances ?? []) {
    if (dataDate > window.through && dataDate <= asOf && (first === undefined || dataDate < first)) first = dataDate;
  }
  return first;
}

/** Snapshots at t0 and at the end of the window, else the first one after it; both null unless there are two different ones. */
function snapshots(scene: Scene) {
  const { input, window } = scene;
  const before = aumOfInput(input, window.cohortOn);
  const within = aumOfInput(input, window.through);
  if (within !== null && within.dataDate > window.cohortOn) return { before, after: within };
  const later = firstAfter(scene);
  return { before, after: later === undefined ? null : aumOfInput(input, later) };
}

function wakeCustomers(scene: Scene, members: readonly Member[]): readonly WakeCustomer[] {
  const { input, rules, asOf, roster, window, contacts } = scene;
  const { before, after } = snapshots(scene);
  const wakingOf = wakingReader(scene);
  const depositOf = depositsNow(input, asOf);
  return members.map(({ id, customerId, closing, standing }): WakeCustomer => {
    const customer = roster.customerOf.get(id);
    const waking = wakingOf(id, closing);
    const [aumAtCohortFen, aumFen] = [fenIn(before, id), fenIn(after, id)];
    const accounts = accountsOf(scene, id);
    const isKnown = aumAtCohortFen !== null && aumFen !== null;
    return {
      customerId,
      ...maskedPerson(scene, customer),
      managerName: scene.managerOf(id, customer),
      typeAtCohort: standing.state === '从未交易' ? '从未交易' : '睡眠',
      lastActiveBefore: standing.lastActiveOn,
      idleDaysAtCohort: standing.idleDays,
      aumAtCohortFen,
      aumFen,
      status: statusOf(scene, waking, closing),
      wokenOn: waking?.wokenOn ?? null,
      wokenBy: waking?.wokenBy ?? null,
      isEffective: isKnown ? waking !== null && isEnough(aumAtCohortFen, aumFen, rules) : null,
      ...(contacts?.firstOf(id, window.cohortOn, window.through) ?? noContact),
      flags: scene.flagsOf({ id, customer, accounts, balanceFen: depositOf(id, accounts) ?? aumFen }),
    };
  });
}

export function wakeCohort(scene: Scene): WakeCohort {
  const { members, undetermined } = judgeCohort(scene);
  const customers = wakeCustomers(scene, members);
  const { before, after } = snapshots(scene);
  const { roster, rules, window } = scene;
  const opened = (id: string) => membershipOn(roster, id, rules, window.cohortOn).openDate;
  const unsure = members.filter(
    ({ id, standing }, place) =>
      standing.lastActiveOn === null && customers[place]?.status === '已唤醒' && opened(id) === undefined,
  );
  return {
    members: customers,
    ids: members.map(({ id }) => id),
    undetermined,
    wokenWithoutOpening: unsure.length,
    aumOn: before && after && { before: before.dataDate, after: after.dataDate },
  };
}

/** 期间销户 stays in the denominator of every rate. */
export function wakeSummary(scene: Scene, { members, undetermined, aumOn }: WakeCohort): WakeSummary {
  const { input, rules, window, contacts } = scene;
  const { silentDays } = settlePreset(rules, window.cohortOn);
  const contacted = members.filter(({ firstContactOn }) => firstContactOn !== null);
  const awakened = (of: readonly WakeCustomer[]) => of.filter(({ status }) => status === '已唤醒').length;
  const effective = members.filter(({ isEffective }) => isEffective === true).length;
  return {
    cohortOn: window.cohortOn,
    windowEndsOn: window.endsOn,
    windowComplete: window.isComplete,
    cohort: members.length,
    undetermined,
    coverage: coverageAgainst(input.engine, silentDays, silentDays, window.cohortOn),
    awakened: awakened(members),
    rate: ratio(awakened(members), members.length),
    effective: aumOn !== null ? ratio(effective, members.length) : null,
    contacted: contacts === null ? null : ratio(awakened(contacted), contacted.length),
    contactShare: contacts === null ? null : ratio(contacted.length, members.length),
    closed: members.filter(({ status }) => status === '期间销户').length,
  };
}
