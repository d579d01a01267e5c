import type { DormantReport } from '../analysis/dormant/report.js';
import type { RuleRow } from '../model/rule-list.js';
import { txnClassNames } from '../model/transaction.js';
import { classTable, unknownTable } from './activity-tables.js';
import { type Definitions, definitionsSheet, type Fact } from './definitions.js';
import { tableOf } from './rows.js';
import { formatRuleValue } from './rule-table.js';
import type { Sheet, Table } from './sheet.js';
import { activityFacts, coverageFact, silenceFact } from './transaction-facts.js';

/** A list of undetermined customers longer than this is better read in the JSON. */
const listedUndetermined = 1000;

function facts({ coverage, activity, summary, preset, rules }: DormantReport): readonly Fact[] {
  const { wake, aumOn } = summary;
  const { windowDays, minGain, minAum } = rules.wake;
  return [
    coverageFact(coverage),
    silenceFact(coverage),
    ['睡眠标准', `${preset.id}：${preset.test}`],
    ['睡眠分界日', `最近客户交易在 ${preset.lastOnOrBefore} 及以前`],
    ['算作客户交易', rules.txn.resetClasses.map((name) => txnClassNames[name]).join('、')],
    ['唤醒名单日', `${wake.cohortOn}，名单 ${wake.cohort} 户，无法判定 ${wake.undetermined} 户`],
    ['唤醒观察期', `${windowDays} 天，至 ${wake.windowEndsOn}${wake.windowComplete ? '' : '（观察期未满）'}`],
    ['有效唤醒', `唤醒后 AUM 至少增加 ${formatRuleValue(minGain)} 元，且不少于 ${formatRuleValue(minAum)} 元`],
    ['AUM 数据日期', aumOn ?? '未提供'],
    ['账户导出', summary.accounts === null ? '未提供，没有睡眠账户清单' : '已提供'],
    ['接触记录', wake.contactShare === null ? '未提供，没有接触率' : '已提供'],
    ...activityFacts(activity),
  ];
}

function excludedTable({ summary }: DormantReport): Table {
  return tableOf(
    [
      { header: '不参加统计的原因', format: 'text', width: 34, value: ({ reason }) => reason },
      { header: '户数', format: 'count', width: 10, value: ({ customers }) => customers },
    ],
    summary.excluded,
    { heading: '不参加统计的客户' },
  );
}

function undeterminedTable({ undetermined }: DormantReport): Table {
  const more = undetermined.length - listedUndetermined;
  return tableOf(
    [
      { header: '客户号', format: 'text', width: 18, value: ({ customerId }) => customerId },
      { header: '无法判定的原因', format: 'text', width: 60, value: ({ reason }) => reason },
    ],
    undetermined.slice(0, listedUndetermined),
    { heading: more > 0 ? `无法判定的客户（前 ${listedUndetermined} 户，另有 ${more} 户）` : '无法判定的客户' },
  );
}

/** What the dormant customers add to 口径与数据质量. */
export function dormantDefinitions(report: DormantReport): Omit<Definitions, 'rules'> {
  const tables = [classTable(report), unknownTable(report), excludedTable(report), undeterminedTable(report)];
  return { facts: facts(report), tables };
}

/** 口径与数据质量 of the dormant customers; `rules` are all rules in force (`describeRules`). */
export function dormantDefinitionsSheet(report: DormantReport, rules: readonly RuleRow[]): Sheet {
  return definitionsSheet(report, { ...dormantDefinitions(report), rules });
}
