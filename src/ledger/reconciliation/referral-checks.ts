// 转介台账 against every block of 转介统计 (§4.8).
import type { ReferralReport } from '../../analysis/referral/report.js';
import type { Checks, Term } from './check.js';
import { combined, rowCount, rowsMarked, rowsSaying, sum, sumWhere, told } from './terms.js';

const ledger = { sheet: '转介台账', id: '转介', serial: 'place' } as const;
const blockOf = (id: string) => ({ sheet: '转介统计', id });

/** A line of the first block. */
const figure = (name: string): Term => sumWhere(blockOf('合计'), 'name', name, 'count');

const uncounted = ['重复', '自荐', '期外'];
const groupings: readonly (readonly [id: string, name: string])[] = [
  ['转介人', '转介人'],
  ['岗位', '岗位'],
  ['方向', '方向'],
  ['意向产品', '意向产品'],
  ['登记月', '登记月'],
];

export function referralChecks({ summary, rules }: ReferralReport): Checks {
  const visits = `${rules.ref.firstVisitHours}小时达标率`;
  return {
    counts: [
      {
        content: '转介台账的笔数＝登记册的行数',
        left: rowCount(ledger),
        right: told(summary.rows.read),
        note: '人工新增的行没有序号，不计',
      },
      {
        content: '转介台账的笔数－重复、自荐、期外＝转介统计的登记数',
        left: combined(
          [rowCount(ledger)],
          uncounted.map((state) => rowsMarked(ledger, 'succeeded', state)),
        ),
        right: figure('登记数'),
      },
      ...groupings.map(([id, name]) => ({
        content: `转介统计：各${name}的登记之和＝登记数`,
        left: sum(blockOf(id), 'registered'),
        right: figure('登记数'),
      })),
      { content: '转介统计：各转介人的成交之和＝成交数', left: sum(blockOf('转介人'), 'won'), right: figure('成交数') },
      {
        content: '转介台账中首访“达标”的笔数＝转介统计的达标笔数',
        left: rowsSaying(ledger, 'firstVisit', '达标'),
        right: figure(visits),
      },
    ],
    amounts: [],
  };
}
