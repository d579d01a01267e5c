// Sheet 晨会 (C17): referrals that closed since the previous working day.
import type { MorningCase } from '../analysis/referral/listed.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet } from './sheet.js';

/** What fits on one page. */
const longestMorning = 30;

const columns: readonly Column<MorningCase>[] = [
  { header: '转介编号', format: 'text', width: 20, value: ({ referralNo }) => referralNo },
  { header: '结果', format: 'text', width: 8, value: ({ outcome }) => outcome },
  { header: '日期', format: 'day', width: 11, value: ({ on }) => on },
  { header: '转介人', format: 'text', width: 10, value: ({ referrerName }) => referrerName },
  { header: '接收人', format: 'text', width: 10, value: ({ receiverName }) => receiverName },
  { header: '产品', format: 'text', width: 16, value: ({ product }) => product },
  { header: '原因', format: 'text', width: 40, value: ({ reason }) => reason },
];

/** One page for the morning meeting; no sheet without cases, or with more than a page of them. */
export function referralMorningSheets({ asOf, morning }: ReferralReport): readonly Sheet[] {
  if (morning.length === 0 || morning.length > longestMorning) return [];
  return [
    {
      name: '晨会',
      title: '转介案例复盘',
      subtitle: `数据日期：${asOf}　上一工作日以来结案 ${morning.length} 笔`,
      tables: [{ ...tableOf(columns, morning), id: '晨会' }],
      notes: [],
    },
  ];
}
