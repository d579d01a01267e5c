// 登记 → 接收 → 首访 → 意向 → 成交 → 达标, and where most are lost (§5.6, C10).
import type { Day } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import { ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import { type DatedAum, datedAum } from '../dated-aum.js';
import { type Episode, isTold } from './episode.js';
import { isWon } from './figures.js';
import { type ReferralInput, registerOf } from './input.js';
import { type MonthEndAum, monthEndAum } from './month-ends.js';
import type { FunnelStage } from './success-figures.js';

const acceptedStatuses: ReadonlySet<string | undefined> = new Set(['已接收', '已首访', '跟进中', '已成交', '未成交']);
const visitedStatuses: ReadonlySet<string | undefined> = new Set(['已首访', '跟进中', '已成交']);
const interestedStatuses: ReadonlySet<string | undefined> = new Set(['跟进中', '已成交']);

/** Who got there, by a date, a status, or a later stage: nobody closes a deal without having been received. */
function isInterested(episode: Episode): boolean {
  return isWon(episode) || episode.state === '撤销' || interestedStatuses.has(episode.row.status);
}

function isVisited(episode: Episode): boolean {
  return isInterested(episode) || episode.row.firstVisitAt !== undefined || visitedStatuses.has(episode.row.status);
}

export function isReceived(episode: Episode): boolean {
  return isVisited(episode) || episode.row.receivedAt !== undefined || acceptedStatuses.has(episode.row.status);
}

/** AUM of its customer on the month ends within W of the registration. */
function monthEndsOf(aum: DatedAum, { ref }: Rules, asOf: Day): (episode: Episode) => MonthEndAum {
  const thresholdFen = fenFromYuan(ref.qualifyAum);
  return ({ customerId, registeredAt: { day } }) =>
    monthEndAum(aum, customerId, [day, ref.successDays, asOf], thresholdFen);
}

interface Step {
  readonly stage: FunnelStage['stage'];
  readonly test: (episode: Episode) => boolean;
  /** The others are not known to have got there or not. */
  readonly among?: (episode: Episode) => boolean;
  readonly provided: boolean;
}

function stepsOf(counted: readonly Episode[], input: ReferralInput, rules: Rules, asOf: Day): readonly Step[] {
  const rows = registerOf(input);
  const hasStatus = rows.some(({ status }) => status !== undefined);
  const aum = datedAum(input.balances);
  const read = monthEndsOf(aum, rules, asOf);
  const among = (episode: Episode) => read(episode).isCovered;
  const isQualified = (episode: Episode) => isWon(episode) && read(episode).reachedOn !== undefined;
  const won = counted.filter(isWon);
  const isAllTold = counted.every(isTold);
  const showsMonthEnds = aum.dates.length > 0 && (won.length === 0 || won.some(among));
  return [
    { stage: '登记', test: () => true, provided: true },
    { stage: '接收', test: isReceived, provided: hasStatus || rows.some(({ receivedAt }) => receivedAt !== undefined) },
    {
      stage: '首访',
      test: isVisited,
      provided: hasStatus || rows.some(({ firstVisitAt }) => firstVisitAt !== undefined),
    },
    { stage: '意向', test: isInterested, provided: hasStatus },
    { stage: '成交', test: isWon, provided: isAllTold },
    { stage: '达标', test: isQualified, among, provided: isAllTold && showsMonthEnds },
  ];
}

/**
 * Each stage holds those who reached it or a later one. A stage is not provided where the register has neither its date nor its
 * status, 达标 (AUM of `ref.qualifyAum` on a month end within W) without snapshots of those; the step after it is then taken from
 * the last one provided. The weakest step is the first of equals.
 */
export function funnelOf(
  counted: readonly Episode[],
  input: ReferralInput,
  rules: Rules,
  asOf: Day,
): readonly FunnelStage[] {
  const steps = stepsOf(counted, input, rules, asOf);
  const stages = steps.map(({ stage, test, among = () => true, provided }, place) => {
    const before = steps.slice(0, place).findLast((one) => one.provided);
    const known = counted.filter(among);
    const referrals = known.filter(test).length;
    const reachedBefore = (episodes: readonly Episode[]) => episodes.filter(before?.test ?? (() => true)).length;
    return {
      stage,
      provided,
      referrals,
      unknown: provided ? reachedBefore(counted) - reachedBefore(known) : 0,
      fromPrevious: provided && before !== undefined ? ratio(referrals, reachedBefore(known)) : null,
      fromFirst: ratio(referrals, known.length),
    };
  });
  const shares = stages.map(({ fromPrevious }) => fromPrevious);
  const lowest = Math.min(...shares.map((share) => share?.value ?? Number.POSITIVE_INFINITY));
  const weakest = shares.findIndex((share) => share !== null && share.value === lowest && lowest < 1);
  return stages.map((stage, place) => ({ ...stage, isWeakest: place === weakest }));
}
