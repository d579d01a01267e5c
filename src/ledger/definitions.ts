// Sheet 口径与数据质量 (§1.15), the last of every workbook: which numbers were used, from which files, and what was wrong with them.
import type { SegmentReport } from '../analysis/segment-report.js';
import type { RuleRow } from '../model/rule-list.js';
import { txnClasses, txnClassNames } from '../model/transaction.js';
import { correctionTable } from './correction-table.js';
import { fileTable, problemTable, totalsTable } from './intake-tables.js';
import { tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';

function factTable({ asOf, coverage, activity, summary, rules, migration }: SegmentReport): Table {
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
  ];
  return tableOf(
    [
      { header: '项目', format: 'text', width: 22, value: ([item]) => item },
      { header: '内容', format: 'text', width: 66, value: ([, content]) => content },
    ],
    facts,
    { heading: '基本情况' },
  );
}

function printValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function ruleTable(rules: readonly RuleRow[]): Table {
  return tableOf(
    [
      { header: '参数', format: 'text', width: 38, value: ({ key }) => key },
      { header: '现值', format: 'text', width: 30, value: ({ value }) => printValue(value) },
      { header: '默认值', format: 'text', width: 30, value: (rule) => printValue(rule.default) },
      { header: '单位', format: 'text', width: 6, value: ({ unit }) => unit },
      { header: '来源', format: 'text', width: 8, value: ({ source }) => source },
      { header: '含义', format: 'text', width: 50, value: ({ description }) => description },
    ],
    rules,
    { heading: '参数' },
  );
}

function classTable({ activity, rules }: SegmentReport): Table {
  const counted = new Set<string>(rules.txn.resetClasses);
  return tableOf(
    [
      { header: '交易类别', format: 'text', width: 16, value: (name) => txnClassNames[name] },
      { header: '笔数', format: 'count', width: 12, value: (name) => activity.classes[name] },
      {
        header: '计入 R、F、M',
        format: 'text',
        width: 24,
        value: (name) => {
          const as = name === 'UNKNOWN' ? rules.txn.unknownAs : name;
          return `${counted.has(as) ? '是' : '否'}${name === 'UNKNOWN' ? `（按${txnClassNames[as]}）` : ''}`;
        },
      },
    ],
    txnClasses,
    { heading: '交易类别' },
  );
}

function unknownTable({ activity }: SegmentReport): Table {
  const { top, more } = activity.unknownSummaries;
  return tableOf(
    [
      { header: '摘要', format: 'text', width: 32, value: ({ summary }) => summary },
      { header: '笔数', format: 'count', width: 12, value: ({ rows }) => rows },
    ],
    top,
    { heading: more > 0 ? `未识别的摘要（前 ${top.length} 种，另有 ${more} 种）` : '未识别的摘要' },
  );
}

function excludedTable({ summary }: SegmentReport): Table {
  return tableOf(
    [
      { header: '不参加分层的原因', format: 'text', width: 22, value: ({ reason }) => reason },
      { header: '户数', format: 'count', width: 12, value: ({ customers }) => customers },
    ],
    summary.excluded,
    { heading: '不参加分层的客户' },
  );
}

/** `rules` are all rules in force (`describeRules`). Tables without rows are left out, but for the files. */
export function definitionsSheet(report: SegmentReport, rules: readonly RuleRow[]): Sheet {
  const tables = [
    factTable(report),
    fileTable(report.intake),
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
    tables: tables.filter(({ rowCount }) => rowCount > 0),
    notes: [
      ...report.notes,
      '每个文件：读入 = 使用 + 拒绝 + 重复 + 未来 + 表头 + 说明 + 空行 + 合计行',
      '来源：文档为本行文件所定，默认为本工具所定，配置为规则文件或选项所定',
      '脱敏：姓名、手机、证件号、账号按管户级别脱敏，客户号保留',
    ],
  };
}
