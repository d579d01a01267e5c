// Sheet 总体情况 (§4.2): one row per employee, subtotals per team.
import type { PortfolioReport } from '../analysis/portfolio/report.js';
import { type LedgerHead, portfolioNotesOf } from './portfolio-column.js';
import { overviewColumns } from './portfolio-columns.js';
import { tableOf } from './rows.js';
import type { Highlight, Sheet } from './sheet.js';
import { ledgerSubtitle } from './subtitle.js';

/** A check holds only where all its figures are provided. */
function check(columns: readonly string[], breach: string): Highlight {
  const numbers = columns.map((key) => `ISNUMBER({${key}})`).join(',');
  return { columns, when: `AND(${numbers},${breach})`, look: 'red' };
}

function overviewHighlights({ rules }: PortfolioReport): readonly Highlight[] {
  return [
    check(['opening', 'added', 'left', 'closing'], '{closing}<>{opening}+{added}-{left}'),
    check(['band50', 'band20', 'band5', 'bandBelow'], '{band50}+{band20}+{band5}+{bandBelow}<>{closing}'),
    check(
      ['core', 'promising', 'basic', 'other', 'dormant'],
      '{core}+{promising}+{basic}+{other}+{dormant}<>{closing}',
    ),
    check(
      ['depositFen', 'wealthFen', 'fundFen', 'otherFen'],
      'ABS({depositFen}+{wealthFen}+{fundFen}+{otherFen}-{aumFen})>0.02',
    ),
    {
      columns: ['dormantShare'],
      when: `AND(ISNUMBER({dormantShare}),{dormantShare}>=${rules.ledger.dormantShare})`,
      look: 'amber',
    },
    { columns: ['growth'], when: 'AND(ISNUMBER({growth}),{growth}<0)', look: 'greenText' },
  ];
}

function overviewNotes(report: PortfolioReport): readonly string[] {
  const share = `${Math.round(report.rules.ledger.dormantShare * 10_000) / 100}%`;
  return [
    ...portfolioNotesOf(report),
    '红色为校验不通过：期末＝期初＋新增－调出，资产分层、客户活跃之和＝期末管户数，期末构成之和＝期末金融资产（差额不超过 0.02 万元）',
    `橙色为睡眠占比达到 ${share}（案例参考值）；客户活跃的“其他”为沉寂预警、一般活跃、新开未动户和无法判定`,
  ];
}

export function portfolioOverviewSheet(report: PortfolioReport, head: LedgerHead): Sheet {
  const employees = report.employees.map((employee, index) => ({ place: index + 1, employee }));
  const table = tableOf(overviewColumns(employees), employees, { isList: true });
  return {
    name: '总体情况',
    title: '员工所管理贵宾客户总体情况表',
    subtitle: ledgerSubtitle({ ...head, period: report.period, asOf: report.asOf, unit: '万元/户' }),
    tables: [
      {
        ...table,
        id: 'employees',
        rowKey: ['employeeNo', 'employeeName'],
        subtotalBy: 'team',
        highlights: overviewHighlights(report),
      },
    ],
    notes: overviewNotes(report),
    frozenColumns: 4,
    print: { orientation: 'landscape', pagesWide: 2 },
    hasSignature: true,
  };
}
