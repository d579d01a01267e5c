// Whether the difference may be called 显著, and the sentence that says so.
import type { ArmSizes } from './campaign.js';
import type { CampaignReport, CampaignSummary, CampaignVerdict } from './campaign-report.js';

/** [P] Below this an arm carries no conclusion, whatever the difference. */
const leastPerArm = 30;

type Evidence = Pick<CampaignSummary, 'uplift' | 'windowComplete' | 'treated' | 'control' | 'needed'>;

function isLargeEnough({ treated, control, needed }: Evidence): boolean {
  const reaches = (members: number, least: number) => members >= Math.max(least, leastPerArm);
  return needed !== null && reaches(treated.members, needed.treated) && reaches(control.members, needed.control);
}

/** 显著 only with the window over and covered, an interval without 0, and both arms large enough for the difference. */
export function verdictOf(evidence: Evidence, isCovered: boolean): CampaignVerdict {
  const { uplift, windowComplete } = evidence;
  if (!windowComplete) return '观察期未满';
  if (!isCovered) return '覆盖不足';
  if (uplift === null || !isLargeEnough(evidence)) return '样本不足以下结论';
  if (uplift.low > 0) return '显著提高';
  return uplift.high < 0 ? '显著降低' : '样本不足以下结论';
}

function neededText(needed: ArmSizes | null): string {
  if (needed === null) return `两组没有差别，或有一组没有客户`;
  const [treated, control] = [needed.treated, needed.control].map((size) => Math.max(size, leastPerArm));
  return `要看清这样的差别，活动组需要 ${treated} 户，对照组需要 ${control} 户`;
}

/** One sentence, without full stop; the numbers stand in the table. */
export function conclusionOf(
  verdict: CampaignVerdict,
  { needed }: Evidence,
  { endsOn }: Pick<CampaignReport['campaign'], 'endsOn'>,
): string {
  const sentences: Readonly<Record<CampaignVerdict, () => string>> = {
    显著提高: () => '活动组的唤醒率显著高于对照组的自然回流率',
    显著降低: () => '活动组的唤醒率显著低于对照组的自然回流率',
    样本不足以下结论: () => `样本不足以下结论：${neededText(needed)}`,
    观察期未满: () => `观察期未满（至 ${endsOn}）：数字还会变化，样本不足以下结论`,
    覆盖不足: () => '覆盖不足：交易明细没有从活动开始的次日起，样本不足以下结论；请补充更早的交易明细',
  };
  return sentences[verdict]();
}
