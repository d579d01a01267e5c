// The data-quality report as sheets: for the terminal, the workbook and the page that is forwarded.
import type { QualityReport } from '../analysis/quality/quality-report.js';
import { filesSheetName } from '../model/own-result.js';
import { problemCodes } from '../model/problem.js';
import { coverageTable, fileTable, problemTable, sourceTable, totalsTable } from './intake-tables.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';

const checkColumns: readonly Column<QualityReport['checks'][number]>[] = [
  { header: '检查项', format: 'text', width: 28, value: ({ title }) => title },
  { header: '结果', format: 'text', width: 8, value: ({ state }) => state },
  { header: '发现', format: 'count', width: 10, value: ({ found }) => found.numerator },
  { header: '共', format: 'count', width: 10, value: ({ found }) => found.denominator },
  { header: '占比', format: 'ratio', width: 9, value: ({ found }) => found.value },
  { header: '允许', format: 'ratio', width: 9, value: ({ limit }) => limit },
];

/** 数据质量, 文件 (row accounting, control totals) and 问题 (every problem with its place). */
export function qualitySheets(report: QualityReport): readonly Sheet[] {
  return [qualitySheet(report), filesSheet(report)];
}

function filesSheet({ asOf, intake, problems }: QualityReport): Sheet {
  return {
    name: filesSheetName,
    title: filesSheetName,
    subtitle: `数据日期：${asOf}`,
    tables: [
      fileTable(intake),
      sourceTable(intake),
      totalsTable(intake),
      coverageTable(intake),
      problemTable(problems),
    ],
    notes: ['每个文件：读入 = 采用 + 拒绝 + 重复 + 未来 + 表头 + 说明 + 空行 + 合计行'],
  };
}

/** The checks, then what was found in detail; tables without rows are left out. */
function qualitySheet(report: QualityReport): Sheet {
  const { summary } = report;
  return {
    name: '数据质量',
    title: '数据质量报告',
    subtitle: `数据日期：${report.asOf}　文件：${summary.files} 个，拒收 ${summary.refusedFiles} 个　读入 ${summary.readRows} 行，拒绝 ${summary.rejectedRows} 行`,
    tables: [tableOf(checkColumns, report.checks), ...detailTables(report).filter(({ rowCount }) => rowCount > 0)],
    notes: [
      '发现为 0 即通过；不超过允许比例为注意；超过为不通过；没有可查的数据为未提供',
      '允许的比例可在规则文件的 check 下修改',
      ...(report.missingMonths.length === 0 ? [] : [`交易明细中间缺少：${report.missingMonths.join('、')}`]),
    ],
  };
}

function detailTables(report: QualityReport): readonly Table[] {
  return [
    tableOf(
      [
        { header: '文件', format: 'text', width: 28, value: ({ file }) => file },
        { header: '原因', format: 'text', width: 34, value: ({ code }) => problemCodes[code] },
        { header: '处', format: 'count', width: 8, value: ({ count }) => count },
      ],
      report.reasons,
      { heading: '拒绝的原因' },
    ),
    tableOf(
      [
        { header: '文件', format: 'text', width: 28, value: ({ file }) => file },
        { header: '列', format: 'text', width: 34, value: ({ column }) => column },
      ],
      report.unknownColumns,
      { heading: '没有读懂的列' },
    ),
    tableOf(
      [
        { header: '摘要', format: 'text', width: 28, value: ({ summary }) => summary },
        { header: '笔数', format: 'count', width: 8, value: ({ rows }) => rows },
      ],
      report.unknownSummaries,
      { heading: '无法归类的摘要' },
    ),
    tableOf(
      [
        { header: '月份', format: 'text', width: 28, value: ({ month }) => month },
        { header: '笔数', format: 'count', width: 8, value: ({ rows }) => rows },
      ],
      report.months,
      { heading: '各月交易笔数' },
    ),
  ];
}
