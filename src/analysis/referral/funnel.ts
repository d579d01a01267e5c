// 登记 → 接收 → 首访 → 意向 → 成交 → 达标, and where most are lost (§5.6, C10).
import { addDays, type Day } from '../../model/day.js';
import { fenFromYuan } from '../../model/fen.js';
import { ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import { type DatedAum, datedAum } from '../dated-aum.js';
import type { Episode } from './episode.js';
import { isWon } from './figures.js';
import type { ReferralInput } from './input.js';
import { qualifiedOn } from './outcome.js';
import type { FunnelStage } from './report.js';

const acceptedStatuses: ReadonlySet<string | undefined> = new Set(['已接收', '已首访', '跟进中', '已成交', '未成交']);
const visitedStatuses: ReadonlySet<string | undefined> = new Set(['已首访', '跟进中', '已成交']);
const interestedStatuses: ReadonlySet<string | undefined> = new Set(['跟进中', '已成交']);

/** Who got there, by a date, a status, or a later stage: nobody closes a deal without having been received. */
function isInterested(episode: Episode): boolean {
  return isWon(episode) || episode.state === '撤销' || interestedStatuses.has(episode.row.status);
}

export function isVisited(episode: Episode): boolean {
  return isInterested(episode) || episode.row.firstVisitAt !== undefined || visitedStatuses.has(episode.row.status);
}

export function isReceived(episode: Episode): boolean {
  return isVisited(episode) || episode.row.receivedAt !== undefined || acceptedStatuses.has(episode.row.status);
}

/** A deal whose customer held `ref.qualifyAum` on a month end within W of the registration. */
function qualifiedTest(aum: DatedAum, rules: Rules, asOf: Day): (episode: Episode) => boolean {
  const thresholdFen = fenFromYuan(rules.ref.qualifyAum);
  return (episode) => {
    const { customerId, registeredAt } = episode;
    if (!isWon(episode) || customerId === null) return false;
    const on = qualifiedOn(aum, customerId, registeredAt.day, thresholdFen);
    return on !== undefined && on <= asOf && on <= addDays(registeredAt.day, rules.ref.successDays);
  };
}

/**
 * Each stage holds those who reached it or a later one. A stage is not provided where the register has neither its date nor its
 * status, 达标 without AUM; the step after it is then taken from the last one provided. The weakest step is the first of equals.
 */
export function funnelOf(
  counted: readonly Episode[],
  input: ReferralInput,
  rules: Rules,
  asOf: Day,
): readonly FunnelStage[] {
  const rows = input.referrals ?? [];
  const hasStatus = rows.some(({ status }) => status !== undefined);
  const aum = datedAum(input.balances);
  const steps = [
    { stage: '登记', test: () => true, provided: true },
    { stage: '接收', test: isReceived, provided: hasStatus || rows.some(({ receivedAt }) => receivedAt !== undefined) },
    {
      stage: '首访',
      test: isVisited,
      provided: hasStatus || rows.some(({ firstVisitAt }) => firstVisitAt !== undefined),
    },
    { stage: '意向', test: isInterested, provided: hasStatus },
    { stage: '成交', test: isWon, provided: true },
    { stage: '达标', test: qualifiedTest(aum, rules, asOf), provided: aum.dates.length > 0 },
  ] as const;
  const stages = steps.map(({ stage, test, provided }) => ({
    stage,
    provided,
    referrals: counted.filter(test).length,
  }));
  const shares = stages.map(({ provided, referrals }, place) => {
    const before = stages.slice(0, place).findLast((one) => one.provided);
    return provided && before !== undefined ? ratio(referrals, before.referrals) : null;
  });
  const lowest = Math.min(...shares.map((share) => share?.value ?? Number.POSITIVE_INFINITY));
  const weakest = shares.findIndex((share) => share !== null && share.value === lowest && lowest < 1);
  return stages.map((stage, place) => ({
    ...stage,
    fromPrevious: shares[place] ?? null,
    fromFirst: ratio(stage.referrals, counted.length),
    isWeakest: place === weakest,
  }));
}
