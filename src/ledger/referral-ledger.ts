// Sheet 转介台账 (§4.8): one row per registration, the latest first.
import type { ReferralReport } from '../analysis/referral/report.js';
import type { Rules } from '../model/rules.js';
import { clockStart, ledgerColumns, ledgerTotals } from './referral-columns.js';
import { referralSubtitle } from './referral-period.js';
import { tableOf } from './rows.js';
import type { FormulaTemplate, Highlight, Sheet } from './sheet.js';

/** Less than this many hours left: amber. */
const urgentHours = 24;
const spareRows = 200;

/** Hours left of the limit; a start without a time of day has whole days, as many as the limit needs. */
function hoursLeft({ ref }: Rules, start: string): FormulaTemplate {
  const byDay = `${Math.ceil(ref.firstVisitHours / 24) * 24}-(数据日期-${start})*24`;
  const byClock = `${ref.firstVisitHours}-(数据日期+1-${start})*24`;
  return `IF(MOD(${start},1)=0,${byDay},${byClock})`;
}

function ledgerHighlights(rules: Rules): readonly Highlight[] {
  const start = `{${clockStart(rules)}}`;
  const isUrgent = `${start}<>"",${hoursLeft(rules, start)}<${urgentHours}`;
  return [
    { columns: ['firstVisit'], when: 'OR({firstVisit}="超时",{firstVisit}="超时未访")', look: 'red' },
    { columns: ['firstVisit'], when: `AND({firstVisit}="未到期",${isUrgent})`, look: 'amber' },
    { columns: ['direction'], when: '{direction}="方向不符"', look: 'red' },
    { columns: [], when: 'OR({succeeded}="重复",{succeeded}="自荐",{succeeded}="期外")', look: 'grey' },
  ];
}

function ledgerNotes({ rules }: ReferralReport): readonly string[] {
  const { successDays, firstVisitFrom, firstVisitHours } = rules.ref;
  const start = firstVisitFrom === 'received' ? '接收' : '登记';
  return [
    `首访时限从${start}起 ${firstVisitHours} 小时（含周末）；红色为超时、超时未访，橙色为未到期且不足 ${urgentHours} 小时`,
    `${successDays}天内成功：登记后 ${successDays} 天内成功为“是”，满 ${successDays} 天未成功为“否”，其余为“在途”；灰色行为重复、自荐、期外的登记，不计入任何比率`,
    '提升的合计为各行之和，同一客户多次转介的会重复计入，按客户去重的数见转介统计',
    '黄色列由人工填写或补充，重新生成时保留；客户姓名已脱敏',
  ];
}

/** The ledger that staff fill in; its list is also the CSV. */
export function referralLedgerSheet(report: ReferralReport): Sheet {
  const columns = ledgerColumns(report);
  const rows = report.referrals.map((referral, index) => ({ place: index + 1, referral }));
  const total = rows.length === 0 ? {} : { total: ledgerTotals(report, columns) };
  return {
    name: '转介台账',
    title: '客户转介台账',
    subtitle: referralSubtitle(report, '元、万元（见表头）'),
    tables: [
      {
        ...tableOf(columns, rows, { isList: true, ...total }),
        id: '转介',
        highlights: ledgerHighlights(report.rules),
        rowKey: ['referralNo'],
        takeoverKey: ['customerId', 'registeredAt', 'intendedProduct', 'intendedFen'],
        spareRows,
      },
    ],
    notes: ledgerNotes(report),
    frozenColumns: 3,
    print: { orientation: 'landscape', pagesWide: 2 },
    hasSignature: true,
  };
}
