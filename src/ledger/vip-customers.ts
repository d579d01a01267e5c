// Sheet 个人贵宾客户基本情况表 (§4.3): one row per customer, subtotals per manager.
import type { PortfolioReport } from '../analysis/portfolio/report.js';
import { averageFlags } from './average-flags.js';
import { type LedgerHead, portfolioNotesOf } from './portfolio-column.js';
import { tableOf } from './rows.js';
import type { Highlight, Sheet } from './sheet.js';
import { ledgerSubtitle } from './subtitle.js';
import { vipColumns } from './vip-columns.js';

interface Limits {
  readonly dormantDays: number;
  /** The first day that 基础客户 no longer allows. */
  readonly quietDays: number;
  readonly riskTestDays: number;
  readonly maturityDays: number;
}

function limitsOf({ rules }: PortfolioReport): Limits {
  const { 睡眠客户: dormant, 基础客户: basic } = rules.rfm.tiers;
  const { riskTestDays, maturityDays } = rules.remind;
  return { dormantDays: dormant.minRecencyDays, quietDays: basic.maxRecencyDays + 1, riskTestDays, maturityDays };
}

function vipHighlights(report: PortfolioReport): readonly Highlight[] {
  const { dormantDays, quietDays, riskTestDays, maturityDays } = limitsOf(report);
  const idle = 'ISNUMBER({idleDays})';
  const expiry = 'ISNUMBER({riskExpiresOn})';
  const maturity = 'ISNUMBER({nextMaturityOn})';
  return [
    { columns: ['riskExpiresOn'], when: `AND(${expiry},{riskExpiresOn}<数据日期)`, look: 'red' },
    {
      columns: ['riskExpiresOn'],
      when: `AND(${expiry},{riskExpiresOn}>=数据日期,{riskExpiresOn}<=数据日期+${riskTestDays})`,
      look: 'amber',
    },
    { columns: ['idleDays'], when: `AND(${idle},{idleDays}>=${dormantDays})`, look: 'red' },
    {
      columns: ['idleDays'],
      when: `AND(${idle},{idleDays}>=${quietDays},{idleDays}<${dormantDays})`,
      look: 'amber',
    },
    {
      columns: ['nextMaturityOn'],
      when: `AND(${maturity},{nextMaturityOn}>=数据日期,{nextMaturityOn}<=数据日期+${maturityDays})`,
      look: 'amber',
    },
  ];
}

function vipNotes(report: PortfolioReport): readonly string[] {
  const { dormantDays, quietDays, riskTestDays, maturityDays } = limitsOf(report);
  return [
    ...portfolioNotesOf(report),
    ...averageFlags(report.customers),
    `红色：距今天数不少于 ${dormantDays} 天，风险测评已过期；橙色：距今天数不少于 ${quietDays} 天，测评 ${riskTestDays} 天内到期，产品 ${maturityDays} 天内到期`,
    '√ 为已开通；灰色并注明（未提供）的列没有导出可取，不等于未开通。黄色列由人工填写，重新生成时保留',
  ];
}

export function vipCustomersSheet(report: PortfolioReport, head: LedgerHead): Sheet {
  const customers = report.customers.map((customer, index) => ({ place: index + 1, customer }));
  const table = tableOf(vipColumns(report, customers), customers, { isList: true });
  return {
    name: '个人贵宾客户基本情况表',
    title: '个人贵宾客户基本情况表',
    subtitle: ledgerSubtitle({ ...head, period: report.period, asOf: report.asOf, unit: '万元' }),
    tables: [
      {
        ...table,
        id: 'customers',
        rowKey: ['customerId'],
        subtotalBy: 'manager',
        highlights: vipHighlights(report),
      },
    ],
    notes: vipNotes(report),
    frozenColumns: 3,
    print: { orientation: 'landscape', pagesWide: 2 },
    hasSignature: true,
  };
}
