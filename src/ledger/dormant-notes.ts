// The definitions behind the dormant sheets, a sentence or two each.
import { cohortCoverageNotes } from '../analysis/dormant/notes.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import { txnClassNames } from '../model/transaction.js';
import { formatRuleValue } from './rule-table.js';

/** What 睡眠 means here. */
export function dormantNotes({ preset, rules }: DormantReport): readonly string[] {
  const counted = rules.txn.resetClasses.map((name) => txnClassNames[name]).join('、');
  return [
    `睡眠客户：${preset.test}（标准 ${preset.id}，最近客户交易在 ${preset.lastOnOrBefore} 及以前）；客户交易指${counted}，结息、扣费、司法扣划不算`,
  ];
}

/** What the share divides, and who stays out of it. */
export function shareNotes({ summary }: DormantReport): readonly string[] {
  const excluded = summary.excluded.map(({ reason, customers }) => `${reason} ${customers} 户`).join('，');
  return [
    '睡眠占比 = 睡眠客户 ÷ 参加判定的客户；“从未交易”算睡眠，“新开未动户”在分母，“无法判定”不在分子和分母，也不列入名单',
    ...(excluded === '' ? [] : [`不参加统计：${excluded}`]),
  ];
}

/** What 唤醒 and 有效唤醒 mean, and who stays in the denominator. */
export function wakeNotes({ summary: { wake }, rules }: DormantReport): readonly string[] {
  const { windowDays, minGain, minAum } = rules.wake;
  return [
    `唤醒：${wake.cohortOn} 的睡眠客户在其后 ${windowDays} 天内（至 ${wake.windowEndsOn}）有首笔客户交易；销户不算唤醒，期间销户的客户留在分母`,
    `有效唤醒：已唤醒，且期末 AUM 不少于 ${formatRuleValue(minAum)} 元，并比名单日至少增加 ${formatRuleValue(minGain)} 元；接触唤醒率只计观察期内接触过的客户`,
  ];
}

/** How far the wake-up of this report has come. */
export function wakeStateNotes({ summary: { wake } }: DormantReport): readonly string[] {
  return [
    ...cohortCoverageNotes(wake),
    ...(wake.windowComplete ? [] : ['观察期未满，唤醒率还会变化']),
    `名单客户 ${wake.cohort} 户，其中期间销户 ${wake.closed} 户；名单日无法判定的 ${wake.undetermined} 户不在名单内`,
  ];
}

/** What the flags are for, and how often a customer may be approached (B4, B7). */
export function flagNotes(): readonly string[] {
  return [
    '豁免标记只作提示：带标记的客户仍列入名单，管控账户时应排除；一户可有多个标记',
    '免打扰：拒绝或不再联系的客户请勿再联系；同一客户 7 天内短信不超过一条',
  ];
}
