// Whether one customer or account sleeps on one day (B1, A8, B9), and why.
import { type Day, dayFromSerial, daySerial } from '../../model/day.js';
import { silentReason } from '../reason.js';
import type { Ground } from '../rfm.js';
import { judgeSilence, type SilenceEvidence } from '../silence.js';
import { meetsBalance, type SettledPreset, spanText, yuanText } from './presets.js';

export const dormancyStates = ['睡眠', '从未交易', '活跃', '新开未动户', '无法判定'] as const;
export type DormancyState = (typeof dormancyStates)[number];

/** All that decides; amounts null = not provided. */
export interface DormancyFacts extends SilenceEvidence {
  /** Day serial of the last qualifying transaction on or before the day; null without one. */
  readonly lastSerial: number | null;
  readonly balanceFen: number | null;
  readonly aumFen: number | null;
}

export interface Standing {
  readonly state: DormancyState;
  readonly lastActiveOn: Day | null;
  readonly idleDays: number | null;
  /**
   * From when the clock runs towards sleep: the last transaction, or the opening of a 新开未动户. null = it does not run, or
   * the balance is not one that sleeps.
   */
  readonly clockFrom: Day | null;
  readonly reason: string;
}

export function isDormant({ state }: Pick<Standing, 'state'>): boolean {
  return state === '睡眠' || state === '从未交易';
}

const silentStates: Readonly<Record<Exclude<Ground, 'transactions'>, DormancyState>> = {
  neverSinceOpening: '从未交易',
  fileCoversSilence: '睡眠',
  noMovementSince: '睡眠',
  newlyOpened: '新开未动户',
  openedBeforeFile: '无法判定',
  fileTooShort: '无法判定',
};

/** What the transactions alone say. */
function judgeDays(facts: DormancyFacts, preset: SettledPreset): Omit<Standing, 'clockFrom'> {
  const { lastSerial } = facts;
  if (lastSerial === null) {
    const ground = judgeSilence(facts, preset.silentDays, preset.on);
    const reason = silentReason(ground, facts, preset.silentDays, preset.on);
    return { state: silentStates[ground], lastActiveOn: null, idleDays: null, reason };
  }
  const lastActiveOn = dayFromSerial(lastSerial);
  const idleDays = daySerial(preset.on) - lastSerial;
  const sleeps = lastActiveOn <= preset.lastOnOrBefore;
  const reason =
    'days' in preset.span
      ? `R=${idleDays}${sleeps ? '≥' : '<'}${preset.span.days}`
      : `最近交易${lastActiveOn}${sleeps ? '≤' : '>'}${preset.lastOnOrBefore}（${spanText(preset.span)}，R=${idleDays}）`;
  return { state: sleeps ? '睡眠' : '活跃', lastActiveOn, idleDays, reason };
}

/**
 * Exactly one state. A balance test that cannot be made leaves whoever is silent 无法判定; one that fails makes 活跃 of everybody but a
 * 新开未动户, even where the files are too short to know of transactions.
 */
export function judgeStanding(facts: DormancyFacts, preset: SettledPreset): Standing {
  const byDays = judgeDays(facts, preset);
  const { balance } = preset;
  const from = byDays.state === '新开未动户' ? (facts.openDate ?? null) : byDays.lastActiveOn;
  const clockFrom = byDays.state === '活跃' || byDays.state === '新开未动户' ? from : null;
  if (balance === null) return { ...byDays, clockFrom };
  const amountFen = balance.of === 'AUM' ? facts.aumFen : facts.balanceFen;
  const meets = meetsBalance(balance, amountFen);
  if (byDays.state === '活跃' || byDays.state === '新开未动户')
    return { ...byDays, clockFrom: meets ? clockFrom : null };
  if (meets === null) {
    return { ...byDays, state: '无法判定', clockFrom: null, reason: `${byDays.reason}；${balance.of}未提供，不能判定` };
  }
  const opposite = { '≤': '>', '<': '≥', '>': '≤' } as const;
  const relation = meets ? balance.relation : opposite[balance.relation];
  const reason = `${byDays.reason}；${balance.of}=${yuanText(amountFen ?? 0)}${relation}${yuanText(balance.limitFen)}`;
  return { ...byDays, state: meets ? byDays.state : '活跃', clockFrom: null, reason };
}
