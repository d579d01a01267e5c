// What a report that reads 交易明细 says of it in 口径与数据质量.
import type { ActivityNotes, SegmentCoverage } from '../analysis/segment-report.js';
import type { Fact } from './definitions.js';

/** How far the bookings reach. */
export function coverageFact({ from, to, days }: SegmentCoverage): Fact {
  const reach = from === null ? '没有记录' : `${from} 至 ${to}`;
  return ['交易明细覆盖', `${reach}，到数据日期 ${days} 天`];
}

/** Whether silence over the whole file proves 睡眠 (B9). */
export function silenceFact({ provesDormancy }: SegmentCoverage): Fact {
  return ['睡眠判定', provesDormancy ? '覆盖天数足够' : '覆盖天数不足，无交易的客户需有上次动户日期才能判定'];
}

/** What was taken out of the bookings, and what stands for a customer. */
export function activityFacts(activity: ActivityNotes): readonly Fact[] {
  const { reversals, mandates } = activity;
  return [
    ['冲正', `抵销 ${reversals.pairs} 对，未找到原交易 ${reversals.unmatched} 笔（已剔除）`],
    ['本人账户互转', `${activity.ownTransfers} 笔，两边只计一次`],
    ['外币未折算', `${activity.foreignRows} 笔（不计入）`],
    ['代扣代缴', `${mandates.rows} 笔，涉及 ${mandates.customers} 户（默认不算客户交易）`],
    ['账号不在账户导出中', `${activity.unjoinedRows} 笔（不计入）`],
    ['客户认定', activity.accountsAsCustomers ? '以账号代替客户' : '按客户号'],
  ];
}
