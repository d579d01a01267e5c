// Sheet 活动成员: what became of every customer.
import type { CampaignReport, TrackedMember } from '../analysis/campaign/campaign-report.js';
import { campaignSubtitle } from './campaign-effect.js';
import { given, idleCell } from './dormant-cells.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet } from './sheet.js';

const columns: readonly Column<TrackedMember>[] = [
  { header: '客户号', format: 'text', width: 12, value: ({ customerId }) => customerId },
  { header: '组别', format: 'text', width: 6, value: ({ arm }) => arm },
  { header: '分层', format: 'text', width: 24, value: ({ stratum }) => stratum },
  { header: 'AUM(元)', format: 'fen', width: 14, value: ({ aumFen }) => given(aumFen), note: '活动开始时' },
  { header: '休眠天数', format: 'count', width: 8, value: ({ idleDays }) => idleCell(idleDays), note: '活动开始时' },
  { header: '状态', format: 'text', width: 9, value: ({ status }) => status },
  { header: '唤醒交易日', format: 'day', width: 11, value: ({ wokenOn }) => wokenOn },
  { header: '唤醒交易类型', format: 'text', width: 12, value: ({ wokenBy }) => wokenBy },
  { header: '首次接触日', format: 'day', width: 11, value: ({ firstContactOn }) => firstContactOn },
];

/**
 * By customerId. While the window runs only the treated: a list of the control group in the hands of staff would be the end of the
 * comparison.
 */
export function campaignMemberSheet(report: CampaignReport): Sheet {
  const { members, summary } = report;
  const shown = summary.windowComplete ? members : members.filter(({ arm }) => arm === '活动');
  return {
    name: '活动成员',
    title: '睡眠客户唤醒活动成员',
    subtitle: campaignSubtitle(report),
    tables: [tableOf(columns, shown, { isList: true })],
    notes: summary.windowComplete ? [] : ['观察期内只列活动组，对照组到期以后列出'],
    frozenColumns: 2,
  };
}
