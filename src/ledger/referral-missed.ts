// 应转未转 (C6, C7; §4.8 block 7), and the registrations that no rate counts.
import type { MissedReferral, MissedReferrals } from '../analysis/referral/listed.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import { isCounted } from './referral-period.js';
import { type Column, tableOf } from './rows.js';
import type { Table } from './sheet.js';

function countText(name: string, missed: readonly MissedReferral[] | null, triggers: number | null): string {
  if (missed === null) return `${name} 未提供`;
  return `${name} ${missed.length} 笔${triggers === null ? '' : `（触发 ${triggers} 笔）`}`;
}

/** 新开户存入 2 笔（触发 5 笔），大额入账 未提供. */
export function missedText({
  newAccounts,
  largeDeposits,
  newAccountTriggers,
  largeDepositTriggers,
}: MissedReferrals): string {
  const opened = countText('新开户存入', newAccounts, newAccountTriggers);
  return `${opened}，${countText('大额入账', largeDeposits, largeDepositTriggers)}`;
}

/** Both lists with their reason. */
export function missedTable({ missed }: Pick<ReferralReport, 'missed'>): Table {
  const columns: readonly Column<MissedReferral>[] = [
    { header: '客户号', format: 'text', width: 14, value: ({ customerId }) => customerId },
    { header: '客户姓名', format: 'text', width: 10, value: ({ customerName }) => customerName },
    { header: '管户员工', format: 'text', width: 10, value: ({ managerName }) => managerName },
    { header: '事由', format: 'text', width: 12, value: ({ reason }) => reason },
    { header: '日期', format: 'day', width: 11, value: ({ on }) => on },
    { header: '金额(万元)', format: 'fenWan', width: 13, value: ({ amountFen }) => amountFen },
  ];
  const rows = [...(missed.newAccounts ?? []), ...(missed.largeDeposits ?? [])];
  return tableOf(columns, rows, { heading: `应转未转：${missedText(missed)}` });
}

/** 重复, 自荐 and 期外 rows, so that the register adds up. */
export function uncountedTable({ referrals }: ReferralReport): Table {
  const rows = referrals.filter((referral) => !isCounted(referral));
  return tableOf(
    [
      { header: '转介编号', format: 'text', width: 20, value: ({ referralNo }) => referralNo },
      { header: '登记时间', format: 'moment', width: 16, value: ({ registeredAt }) => registeredAt },
      { header: '转介人', format: 'text', width: 10, value: ({ referrerName }) => referrerName },
      { header: '原因', format: 'text', width: 8, value: ({ state }) => state },
      { header: '并入', format: 'text', width: 20, value: ({ mergedInto }) => mergedInto },
    ],
    rows,
    { heading: `不计入比率的登记：${rows.length} 行` },
  );
}
