// Sheet 待核实: what the files show and what to ask about it; staff write down the answer.
import type { ReviewQuestion } from '../analysis/referral/listed.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import { referralSubtitle } from './referral-period.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet } from './sheet.js';

const columns: readonly Column<ReviewQuestion>[] = [
  { key: 'rule', header: '规则', format: 'text', width: 14, value: ({ rule }) => rule },
  { key: 'about', header: '涉及', format: 'text', width: 16, value: ({ about }) => about },
  { key: 'referralNos', header: '转介编号', format: 'text', width: 24, value: (of) => of.referralNos.join('、') },
  { key: 'evidence', header: '依据', format: 'text', width: 48, value: ({ evidence }) => evidence },
  { key: 'question', header: '请核实', format: 'text', width: 48, value: ({ question }) => question },
  { key: 'answer', header: '核实结果', format: 'text', width: 24, input: true, value: () => null },
  {
    key: 'answeredOn',
    header: '核实日',
    format: 'day',
    width: 11,
    input: true,
    check: 'fromDataDate',
    value: () => null,
  },
];

/** Questions by rule, with two columns to answer them. */
export function referralReviewSheet(report: ReferralReport): Sheet {
  return {
    name: '待核实',
    title: '转介待核实清单',
    subtitle: referralSubtitle(report, '笔'),
    tables: [
      {
        ...tableOf(columns, report.review, { isList: true }),
        id: '待核实',
        rowKey: ['rule', 'about', 'referralNos'],
      },
    ],
    notes: ['以上按规则从数据中列出，只是需要了解情况的问题，不是结论；核实前不影响成功率和积分（自荐除外，不计入）'],
    print: { orientation: 'landscape', pagesWide: 1 },
    hasSignature: true,
  };
}
