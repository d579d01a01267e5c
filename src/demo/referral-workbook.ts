// 转介登记 as the branch keeps it by hand.
import { plainYuan } from '../model/fen.js';
import type { Moment } from '../model/moment.js';
import type { Referral } from '../model/referral.js';
import { momentText } from './register-files.js';
import { type WorkbookColumn, workbook } from './workbook.js';

/** A real date where no time is known, else text: the way people type it. */
function moment(value: Moment | undefined) {
  return value && (value.time === undefined ? { day: value.day } : momentText(value));
}

function yuan(value: number | undefined): string | undefined {
  return value === undefined ? undefined : plainYuan(value);
}

const columns: readonly WorkbookColumn<Referral>[] = [
  { header: '转介编号', width: 20, cell: (line) => line.referralNo },
  { header: '登记时间', width: 18, cell: (line) => moment(line.registeredAt) },
  { header: '转介人类型', width: 12, cell: (line) => line.referrerType },
  { header: '转介人编号', width: 14, cell: (line) => line.referrerNo },
  { header: '转介人姓名', width: 12, cell: (line) => line.referrerName },
  { header: '转介岗位', width: 12, cell: (line) => line.referrerRole },
  { header: '接收人编号', width: 12, cell: (line) => line.receiverNo },
  { header: '接收人', width: 12, cell: (line) => line.receiverName },
  { header: '接收日期', width: 18, cell: (line) => moment(line.receivedAt) },
  { header: '被转介客户号', width: 14, cell: (line) => line.custNo },
  { header: '客户姓名', width: 16, cell: (line) => line.custName },
  { header: '客户电话', width: 14, cell: (line) => line.phone },
  { header: '触发条件', width: 26, cell: (line) => line.trigger },
  { header: '意向产品', width: 16, cell: (line) => line.intendedProduct },
  { header: '意向金额(元)', width: 14, cell: (line) => yuan(line.intendedFen) },
  { header: '首访时间', width: 18, cell: (line) => moment(line.firstVisitAt) },
  { header: '反馈时间', width: 18, cell: (line) => moment(line.feedbackAt) },
  { header: '转介状态', width: 10, cell: (line) => line.status },
  { header: '成交日期', width: 12, cell: (line) => line.dealDate && { day: line.dealDate, chinese: true } },
  { header: '成交产品', width: 16, cell: (line) => line.dealProduct },
  { header: '成交金额(元)', width: 14, cell: (line) => yuan(line.dealFen) },
  { header: '未成交原因', width: 20, cell: (line) => line.note },
];

/** An .xlsx with a merged title; cells of one column hold dates and texts alike. */
export function referralWorkbook(branchName: string, lines: Iterable<Referral>): Generator<Uint8Array> {
  return workbook('转介登记', [`${branchName}客户转介登记簿`], columns, lines);
}
