// Tables about the transactions: what they were taken for, and which could not be told.
import type { SegmentReport } from '../analysis/segment-report.js';
import { txnClasses, txnClassNames } from '../model/transaction.js';
import { tableOf } from './rows.js';
import type { Table } from './sheet.js';

type Noted = Pick<SegmentReport, 'activity' | 'rules'>;

/** Rows per transaction class, and which of them count. */
export function classTable({ activity, rules }: Noted): Table {
  const counted = new Set<string>(rules.txn.resetClasses);
  return tableOf(
    [
      { header: '交易类别', format: 'text', width: 16, value: (name) => txnClassNames[name] },
      { header: '代码', format: 'text', width: 16, value: (name) => name },
      { header: '笔数', format: 'count', width: 10, value: (name) => activity.classes[name] },
      {
        header: '计入 R、F、M',
        format: 'text',
        width: 20,
        value: (name) => {
          const as = name === 'UNKNOWN' ? rules.txn.unknownAs : name;
          return `${counted.has(as) ? '是' : '否'}${name === 'UNKNOWN' ? `（按${txnClassNames[as]}）` : ''}`;
        },
      },
    ],
    txnClasses,
    { heading: '交易类别' },
  );
}

/** The most frequent summaries that no rule knows. */
export function unknownTable({ activity }: Noted): Table {
  const { top, more } = activity.unknownSummaries;
  return tableOf(
    [
      { header: '摘要', format: 'text', width: 34, value: ({ summary }) => summary },
      { header: '笔数', format: 'count', width: 10, value: ({ rows }) => rows },
    ],
    top,
    { heading: more > 0 ? `未识别的摘要（前 ${top.length} 种，另有 ${more} 种）` : '未识别的摘要' },
  );
}
