import type { CampaignReport } from '../analysis/campaign/campaign-report.js';
import type { RuleRow } from '../model/rule-list.js';
import { classTable, unknownTable } from './activity-tables.js';
import { campaignFacts } from './campaign-facts.js';
import { definitionsSheet } from './definitions.js';
import type { Sheet } from './sheet.js';
import { activityFacts, coverageFact } from './transaction-facts.js';

/** 口径与数据质量 of a campaign; `rules` are all rules in force (`describeRules`). */
export function campaignDefinitionsSheet(report: CampaignReport, rules: readonly RuleRow[]): Sheet {
  const { campaign, coverage, activity, summary } = report;
  const facts = [
    ...campaignFacts(campaign),
    ['结论', summary.conclusion],
    coverageFact(coverage),
    ['联系记录', summary.treated.contacted === null ? '未提供' : '已提供'],
    ...activityFacts(activity),
  ] as const;
  return definitionsSheet(report, { facts, tables: [classTable(report), unknownTable(report)], rules });
}
