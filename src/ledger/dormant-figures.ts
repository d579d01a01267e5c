// Tables of how many sleep: the share, the composition, balance bands, flags, accounts.
import type { DormantReport } from '../analysis/dormant/report.js';
import { type Ratio, ratio } from '../model/ratio.js';
import { given, rateCell, rateFormula } from './dormant-cells.js';
import { type Column, tableOf } from './rows.js';
import type { Format, Table } from './sheet.js';

type Summary = DormantReport['summary'];

interface ShareSide {
  readonly key: string;
  readonly headers: readonly [part: string, judged: string, share: string];
  readonly format: Format;
  readonly part: (summary: Summary) => number | null;
  readonly share: (summary: Summary) => Ratio | null;
}

const shareSides: readonly ShareSide[] = [
  {
    key: 'customers',
    headers: ['睡眠户数', '参加判定户数', '户数占比'],
    format: 'count',
    part: ({ dormant }) => dormant,
    share: ({ share }) => share,
  },
  {
    key: 'aum',
    headers: ['睡眠AUM', '参加判定AUM', 'AUM占比'],
    format: 'fenWan',
    part: ({ dormantAumFen }) => dormantAumFen,
    share: ({ aumShare }) => aumShare,
  },
];

/** 睡眠占比 by customers and by AUM (B2), in one row. */
export function shareTable({ summary }: DormantReport): Table {
  const columns = shareSides.flatMap(({ key, headers, format, part, share }): readonly Column<Summary>[] => {
    const judged = `${key}Judged`;
    const formula = share(summary) === null ? {} : { formula: rateFormula(key, judged) };
    return [
      { key, header: headers[0], format, width: 12, value: (of) => given(part(of)) },
      { key: judged, header: headers[1], format, width: 12, value: (of) => given(share(of)?.denominator ?? null) },
      { header: headers[2], format: 'ratio', width: 9, ...formula, value: (of) => rateCell(share(of)) },
    ];
  });
  return tableOf(columns, [summary], { heading: '睡眠占比' });
}

/** Every customer in scope, in exactly one row but for 其中：从未交易. */
export function compositionTable({ summary }: DormantReport): Table {
  const { inScope, dormant, neverTraded, active, newlyOpened, undetermined, share } = summary;
  const rows: readonly (readonly [label: string, customers: number, isJudged: boolean])[] = [
    ['睡眠客户', dormant, true],
    ['　其中：从未交易', neverTraded, true],
    ['未到睡眠标准', active, true],
    ['新开未动户', newlyOpened, true],
    ['无法判定', undetermined, false],
  ];
  return tableOf(
    [
      { header: '类别', format: 'text', width: 20, value: ([label]) => label },
      { header: '户数', format: 'count', width: 10, value: ([, customers]) => customers },
      {
        header: '占参加判定',
        format: 'ratio',
        width: 12,
        value: ([, customers, isJudged]) => (isJudged ? ratio(customers, share.denominator).value : null),
      },
    ],
    rows,
    { heading: '客户构成', total: ['合计', inScope, null] },
  );
}

/** B8 over the dormant customers; a customer is in exactly one band. */
export function bandTable({ summary }: DormantReport): Table {
  return tableOf(
    [
      { header: '余额档（元）', format: 'text', width: 20, value: ({ band }) => band },
      { header: '户数', format: 'count', width: 10, value: ({ customers }) => customers },
      {
        header: '占睡眠客户',
        format: 'ratio',
        width: 12,
        value: ({ customers }) => ratio(customers, summary.dormant).value,
      },
      { header: 'AUM（万元）', format: 'fenWan', width: 14, value: ({ aumFen }) => given(aumFen) },
    ],
    summary.bands,
    {
      heading: '睡眠客户按余额档',
      total: ['合计', summary.dormant, ratio(summary.dormant, summary.dormant).value, given(summary.dormantAumFen)],
    },
  );
}

/** B7: how many dormant customers carry each flag. */
export function flagTable({ summary }: DormantReport): Table {
  return tableOf(
    [
      { header: '标记', format: 'text', width: 20, value: ({ flag }) => flag },
      { header: '户数', format: 'count', width: 10, value: ({ customers }) => customers },
    ],
    summary.flags,
    { heading: '睡眠客户的标记' },
  );
}

/** B6 in one row; 未提供 without an account export. */
export function accountFigures({ summary: { accounts } }: DormantReport): Table {
  const columns: readonly (readonly [header: string, format: Format, value: string | number | null])[] = [
    ['参加判定（个）', 'count', accounts === null ? null : accounts.inScope - accounts.undetermined],
    ['睡眠账户（个）', 'count', accounts?.dormant ?? null],
    ['占比', 'ratio', accounts === null ? null : (accounts.share.value ?? '—')],
    ['余额（万元）', 'fenWan', accounts?.dormantBalanceFen ?? null],
    ['无法判定（个）', 'count', accounts?.undetermined ?? null],
  ];
  return tableOf(
    columns.map(([header, format, value]) => ({ header, format, width: 14, value: () => given(value) })),
    [null],
    { heading: '睡眠账户' },
  );
}

/** Customers and AUM that fall asleep within each of `rules.dormant.countdownDays`; cumulative. */
export function countdownTable({ summary }: DormantReport): Table {
  return tableOf(
    [
      { header: '提前天数', format: 'text', width: 20, value: ({ withinDays }) => `${withinDays} 天内` },
      { header: '户数', format: 'count', width: 10, value: ({ customers }) => customers },
      { header: 'AUM（万元）', format: 'fenWan', width: 14, value: ({ aumFen }) => given(aumFen) },
    ],
    summary.countdown,
    { heading: '即将休眠（累计）' },
  );
}
