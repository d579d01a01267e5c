// Columns A to Q of 转介台账 (§4.8): who, to whom, about whom, and what for.
import { field, inGroup, input, type LedgerColumn, moment, wan } from './referral-column.js';

/** In the order of the sheet. */
export const partyColumns: readonly LedgerColumn[] = [
  { key: 'place', header: '序号', format: 'integer', width: 5, value: ({ place }) => place },
  field('referralNo', '转介编号', 17, { total: 'count', isCode: true }),
  field('registeredAt', '登记时间', 15, moment),
  ...inGroup('转介方', [
    field('referrerType', '转介人类型', 10, { ...input, list: { name: '转介人类型', closed: true } }),
    field('referrerName', '转介人', 9, input),
    field('referrerNo', '转介人号(工号/客户号)', 14, { ...input, isCode: true }),
    field('referrerRole', '转介岗位', 9),
  ]),
  ...inGroup('接收方', [
    field('receiverName', '接收人', 9, input),
    field('receiverRole', '接收岗位', 9),
    field('receivedAt', '接收时间', 15, moment),
  ]),
  ...inGroup('被转介客户', [
    field('customerId', '客户号', 14, { ...input, isCode: true }),
    field('customerName', '客户姓名', 9, input),
    field('customerType', '客户类型', 8),
  ]),
  ...inGroup('需求', [
    field('trigger', '触发条件', 14, { ...input, list: { name: '触发条件' } }),
    field('intendedProduct', '意向产品', 11, { ...input, list: { name: '意向产品' } }),
    wan('intendedFen', '意向金额(万元)', 10, { ...input, check: 'notNegative' }),
    field('direction', '方向合规', 9),
  ]),
];
