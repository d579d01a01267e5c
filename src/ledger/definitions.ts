// Sheet 口径与数据质量 (§1.15), the last of every workbook: which numbers were used, from which files, and what was wrong with them.
import type { SegmentReport } from '../analysis/segment-report.js';
import type { RuleRow } from '../model/rule-list.js';
import { classTable, unknownTable } from './activity-tables.js';
import { correctionTable } from './correction-table.js';
import { coverageTable, fileTable, problemTable, sourceTable, totalsTable } from './intake-tables.js';
import { tableOf } from './rows.js';
import { ruleTable } from './rule-table.js';
import type { Sheet, Table } from './sheet.js';

function problemCount({ problems }: SegmentReport): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return problems.length === 0 ? '无' : `错误 ${errors} 条，警告 ${problems.length - errors} 条，逐条见下`;
}

function factTable(report: SegmentReport): Table {
  const { asOf, coverage, activity, summary, rules, migration } = report;
  const { reversals, mandates } = activity;
  const reach = coverage.from === null ? '没有记录' : `${coverage.from} 至 ${coverage.to}`;
  const facts: readonly (readonly [string, string])[] = [
    ['数据日期', asOf],
    ['交易明细覆盖', `${reach}，到数据日期 ${coverage.days} 天`],
    ['F、M 窗口', `${coverage.windowDays} 天${coverage.flag === null ? '' : `（${coverage.flag}）`}`],
    ['睡眠判定', coverage.provesDormancy ? '覆盖天数足够' : '覆盖天数不足，无交易的客户需有上次动户日期才能判定'],
    ['M 口径', rules.rfm.monetary === 'aum' ? '时点 AUM' : '窗口内客户交易金额绝对值之和'],
    ['AUM 数据日期', summary.aumOn ?? '未提供'],
    ['冲正', `抵销 ${reversals.pairs} 对，未找到原交易 ${reversals.unmatched} 笔（已剔除）`],
    ['本人账户互转', `${activity.ownTransfers} 笔，两边只计一次`],
    ['外币未折算', `${activity.foreignRows} 笔（不计入）`],
    ['代扣代缴', `${mandates.rows} 笔，涉及 ${mandates.customers} 户（默认不算客户交易）`],
    ['账号不在账户导出中', `${activity.unjoinedRows} 笔（不计入）`],
    ['客户认定', activity.accountsAsCustomers ? '以账号代替客户' : '按客户号'],
    ...(migration === null
      ? []
      : ([['上期', `${migration.comparedWith ?? '未注明日期'}（${migration.source}）`]] as const)),
    ['问题与警告', problemCount(report)],
  ];
  return tableOf(
    [
      { header: '项目', format: 'text', width: 22, value: ([item]) => item },
      { header: '内容', format: 'text', width: 60, value: ([, content]) => content },
    ],
    facts,
    { heading: '基本情况' },
  );
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

/** `rules` are all rules in force (`describeRules`). Tables without rows are left out, but for the files. */
export function definitionsSheet(report: SegmentReport, rules: readonly RuleRow[]): Sheet {
  const files = fileTable(report.intake);
  const tables = [
    sourceTable(report.intake),
    coverageTable(report.intake),
    totalsTable(report.intake),
    correctionTable(report.intake),
    classTable(report),
    unknownTable(report),
    excludedTable(report),
    ruleTable(rules),
    problemTable(report.problems),
  ];
  return {
    name: '口径与数据质量',
    title: '口径与数据质量',
    subtitle: `数据日期：${report.asOf}`,
    tables: [factTable(report), files, ...tables.filter(({ rowCount }) => rowCount > 0)],
    notes: [
      ...report.notes,
      '每个文件：读入 = 采用 + 拒绝 + 重复 + 未来 + 表头 + 说明 + 空行 + 合计；未来为数据日期之后的记录',
      '来源：文档为本行文件所定，默认为本工具所定，配置为规则文件或选项所定',
      '脱敏：姓名、手机、证件号、账号按管户级别脱敏，客户号保留',
    ],
  };
}
