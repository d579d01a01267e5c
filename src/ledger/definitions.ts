// Sheet 口径与数据质量 (§1.15), the last of every workbook: which numbers were used, from which files, and what was wrong with them.
import type { FileIntake } from '../model/intake.js';
import { definitionsSheetName } from '../model/own-result.js';
import type { Problem } from '../model/problem.js';
import type { RuleRow } from '../model/rule-list.js';
import { correctionTable } from './correction-table.js';
import { coverageTable, fileTable, problemTable, sourceTable, totalsTable } from './intake-tables.js';
import { tableOf } from './rows.js';
import { ruleTable } from './rule-table.js';
import type { Sheet, Table } from './sheet.js';

/** What every report carries. */
export interface Documented {
  readonly asOf: string;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** A line of 基本情况. */
export type Fact = readonly [item: string, content: string];

/** What a report adds to what all have in common. */
export interface Definitions {
  /** Between 数据日期 and 问题与警告. */
  readonly facts: readonly Fact[];
  /** Between the tables about the files and those of the rules; tables without rows are left out. */
  readonly tables: readonly Table[];
  /** All rules in force (`describeRules`). */
  readonly rules: readonly RuleRow[];
}

function problemCount(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return problems.length === 0 ? '无' : `错误 ${errors} 条，警告 ${problems.length - errors} 条，逐条见下`;
}

function factTable({ asOf, problems }: Documented, facts: readonly Fact[]): Table {
  return tableOf<Fact>(
    [
      { header: '项目', format: 'text', width: 22, value: ([item]) => item },
      { header: '内容', format: 'text', width: 60, value: ([, content]) => content },
    ],
    [['数据日期', asOf], ...facts, ['问题与警告', problemCount(problems)]],
    { heading: '基本情况' },
  );
}

/** Facts and files first, problems last; the report's notes stand below. */
export function definitionsSheet(report: Documented, { facts, tables, rules }: Definitions): Sheet {
  const { asOf, intake, problems, notes } = report;
  const more = [
    sourceTable(intake),
    coverageTable(intake),
    totalsTable(intake),
    correctionTable(intake),
    ...tables,
    ruleTable(rules),
    problemTable(problems),
  ];
  return {
    name: definitionsSheetName,
    title: definitionsSheetName,
    subtitle: `数据日期：${asOf}`,
    tables: [factTable(report, facts), fileTable(intake), ...more.filter(({ rowCount }) => rowCount > 0)],
    notes: [
      ...notes,
      '每个文件：读入 = 采用 + 拒绝 + 重复 + 未来 + 表头 + 说明 + 空行 + 合计；未来为数据日期之后的记录',
      '来源：文档为本行文件所定，默认为本工具所定，配置为规则文件或选项所定',
      '脱敏：姓名、手机、证件号、账号按管户级别脱敏，客户号保留',
    ],
  };
}
