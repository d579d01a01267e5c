// Sentences that a reader of the figures must know; in a fixed order.
import type { Rules } from '../../model/rules.js';
import type { Campaign } from './campaign.js';
import type { CampaignSummary } from './campaign-report.js';
import { rulesOfCampaign } from './campaign-rules.js';

function contactNotes({ treated, control }: CampaignSummary): readonly string[] {
  if (treated.contacted === null || control.contacted === null)
    return ['联系记录未提供：不知道活动组联系了多少户，也不知道对照组有没有被联系'];
  const notes = [`活动组在观察期内联系了 ${treated.contacted.numerator} 户；没有联系到的仍算在活动组`];
  const strayed = control.contacted.numerator;
  if (strayed > 0) notes.push(`对照组有 ${strayed} 户在观察期内被联系过，仍算在对照组，差别会被低估`);
  return notes;
}

function memberNotes({ treated, control }: CampaignSummary): readonly string[] {
  const closed = treated.closed + control.closed;
  const unseen = treated.unseen + control.unseen;
  return [
    `期间销户 ${closed} 户，不算唤醒，留在分母`,
    ...(unseen === 0 ? [] : [`未见 ${unseen} 户：新的导出里没有这些客户号，留在分母；客户号合并过的也在其中，请核对`]),
  ];
}

function strataNotes({ weightedUplift }: CampaignSummary, members: number): readonly string[] {
  if (weightedUplift === null) return ['没有一个分层同时有两组客户：分层加权的差别不能计算'];
  const outside = members - weightedUplift.members;
  return outside === 0 ? [] : [`分层加权的差别不含只有一组客户的分层（${outside} 户）`];
}

export function trackNotes(
  campaign: Campaign,
  summary: CampaignSummary,
  rules: Rules,
  coveredTo: string | null,
): readonly string[] {
  const { startsOn, endsOn, seed, members } = campaign;
  const notes = [
    `活动 ${startsOn} 开始，唤醒为其后 ${campaign.rules.windowDays} 天内（至 ${endsOn}）有首笔客户交易；对照组由种子 ${seed} 抽取`,
    ...contactNotes(summary),
    ...memberNotes(summary),
    ...strataNotes(summary, members.length),
  ];
  if (coveredTo !== null && coveredTo < summary.through)
    notes.push(`交易明细最后一笔是 ${coveredTo}，早于 ${summary.through}：请确认明细已给全`);
  if (JSON.stringify(rulesOfCampaign(campaign, rules)) !== JSON.stringify(rules))
    notes.push('现行规则与活动开始时不同：按活动文件里的规则计算');
  return notes;
}
