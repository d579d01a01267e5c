// Staff points (C8) and customer points (C9, C10): two accounts, two tables, never one sum.
import type { CustomerPoints, PointsEntryFigures, StaffPoints } from '../analysis/referral/listed.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import { type Column, tableOf } from './rows.js';
import type { Table } from './sheet.js';

interface Account {
  readonly points: number;
  readonly entries: readonly PointsEntryFigures[];
}

function sumWhere(entries: readonly PointsEntryFigures[], belongs: (points: number) => boolean): number {
  return entries.reduce((sum, { points }) => (belongs(points) ? sum + points : sum), 0);
}

const accountColumns: readonly Column<Account>[] = [
  { header: '笔数', format: 'count', width: 8, value: ({ entries }) => entries.length },
  { header: '得分', format: 'count', width: 9, value: ({ entries }) => sumWhere(entries, (points) => points > 0) },
  { header: '冲回', format: 'count', width: 9, value: ({ entries }) => sumWhere(entries, (points) => points < 0) },
  { header: '积分', format: 'count', width: 9, value: ({ points }) => points },
];

/** By employee, with reversals apart. */
export function staffPointsTable({ points }: ReferralReport): Table {
  const columns: readonly Column<StaffPoints>[] = [
    { header: '工号', format: 'text', width: 14, value: ({ staffNo }) => staffNo },
    { header: '员工', format: 'text', width: 10, value: ({ staffName }) => staffName },
    ...accountColumns,
  ];
  return tableOf(columns, points.staff, { heading: '员工积分（转介人、接收人）' });
}

/** By referring customer, with what may be redeemed. */
export function customerPointsTable({ points }: ReferralReport): Table {
  const columns: readonly Column<CustomerPoints>[] = [
    { header: '客户号', format: 'text', width: 14, value: ({ customerId }) => customerId },
    { header: '客户姓名', format: 'text', width: 10, value: ({ customerName }) => customerName },
    ...accountColumns,
    { header: '可兑换', format: 'count', width: 9, value: ({ redeemable }) => redeemable ?? '未提供' },
  ];
  return tableOf(columns, points.customers, { heading: '客户积分（老客户引荐）' });
}
