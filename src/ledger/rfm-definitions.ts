import type { SegmentReport } from '../analysis/segment-report.js';
import type { RuleRow } from '../model/rule-list.js';
import { classTable, unknownTable } from './activity-tables.js';
import { type Definitions, definitionsSheet, type Fact } from './definitions.js';
import { tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';
import { activityFacts, coverageFact, silenceFact } from './transaction-facts.js';

function facts({ coverage, activity, summary, rules, migration }: SegmentReport): readonly Fact[] {
  return [
    coverageFact(coverage),
    ['F、M 窗口', `${coverage.windowDays} 天${coverage.flag === null ? '' : `（${coverage.flag}）`}`],
    silenceFact(coverage),
    ['M 口径', rules.rfm.monetary === 'aum' ? '时点 AUM' : '窗口内客户交易金额绝对值之和'],
    ['AUM 数据日期', summary.aumOn ?? '未提供'],
    ...activityFacts(activity),
    ...(migration === null
      ? []
      : ([['上期', `${migration.comparedWith ?? '未注明日期'}（${migration.source}）`]] as const)),
  ];
}

function excludedTable({ summary }: SegmentReport): Table {
  return tableOf(
    [
      { header: '不参加分层的原因', format: 'text', width: 34, value: ({ reason }) => reason },
      { header: '户数', format: 'count', width: 10, value: ({ customers }) => customers },
    ],
    summary.excluded,
    { heading: '不参加分层的客户' },
  );
}

/** What a segmentation adds to 口径与数据质量. */
export function rfmDefinitions(report: SegmentReport): Omit<Definitions, 'rules'> {
  return { facts: facts(report), tables: [classTable(report), unknownTable(report), excludedTable(report)] };
}

/** 口径与数据质量 of a segmentation; `rules` are all rules in force (`describeRules`). */
export function rfmDefinitionsSheet(report: SegmentReport, rules: readonly RuleRow[]): Sheet {
  return definitionsSheet(report, { ...rfmDefinitions(report), rules });
}
