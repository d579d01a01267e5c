// The totals that §4.8 does not list: directions (C5), uplift (C16), tellers (C18), contacts (C19), and kit and events where given.
import type { ReferralReport } from '../analysis/referral/report.js';
import { ratio } from '../model/ratio.js';
import { shareTotal, type Total } from './referral-total.js';

function directionTotal({ summary }: ReferralReport): Total {
  const { compliant, deviant, unknown, unstated } = summary.direction;
  const remark = `方向不符 ${deviant}；岗位缺失 ${unknown}、需求缺失 ${unstated} 不计`;
  return shareTotal('方向合规率', ratio(compliant, compliant + deviant), remark);
}

function upliftTotals({ summary }: ReferralReport): readonly Total[] {
  const { positiveFen, netFen, customers, unknownCustomers } = summary.uplift;
  const left = unknownCustomers === 0 ? '' : `；另有 ${unknownCustomers} 户没有接收日期、接收时或其后的快照，不计`;
  return [
    {
      name: '资产提升',
      count: customers,
      amountFen: positiveFen ?? '未提供',
      remark: `接收时到期末，按客户去重，只计上升的${left}`,
    },
    { name: '资产提升（净额）', count: customers, amountFen: netFen ?? '未提供', remark: `上升与下降相抵${left}` },
  ];
}

function openedTotals({ summary }: ReferralReport): readonly Total[] {
  const { opened } = summary;
  if (opened === null) return [{ name: '转介新开户', rate: '未提供' }];
  return [
    { name: '转介新开户：个人', count: opened.personal },
    { name: '转介新开户：对公', count: opened.corporate },
  ];
}

/** Kit log and events are seldom kept: no line where they were not given. */
function optionalTotals({ summary }: ReferralReport): readonly Total[] {
  const { kit, events } = summary;
  return [
    ...(kit === null ? [] : [shareTotal('素材使用率', kit.used), shareTotal('有效转介率（素材）', kit.effective)]),
    ...(events ?? []).map(({ event, customers }) => ({
      name: `活动：${event}`,
      ...(customers === null ? { rate: '未提供' } : { count: customers }),
      remark: customers === null ? '活动后 90 天内没有资产快照' : '活动带来的百万级客户',
    })),
  ];
}

export function otherTotals(report: ReferralReport): readonly Total[] {
  return [
    directionTotal(report),
    shareTotal('柜员转介接收率', report.summary.tellerAccepted, '柜员登记的转介中已被接收的'),
    shareTotal('接触覆盖率', report.summary.contactCoverage, '接收后有接触记录的'),
    ...upliftTotals(report),
    ...openedTotals(report),
    ...optionalTotals(report),
  ];
}
