// 总体情况 against 个人贵宾客户基本情况表, against the tool's totals, and within itself (§4.2, §8.1).
import { assetBands } from '../../analysis/portfolio/asset-bands.js';
import type { PortfolioReport } from '../../analysis/portfolio/report.js';
import type { Check, Checks, Term } from './check.js';
import { combined, rowCount, rowGaps, rowsSaying, sum, told } from './terms.js';

const overview = { sheet: '总体情况', id: 'employees', serial: 'place' } as const;
const customers = { sheet: '个人贵宾客户基本情况表', id: 'customers', serial: 'place' } as const;
const bandKeys = ['band50', 'band20', 'band5', 'bandBelow'];
const tierKeys = ['core', 'promising', 'basic', 'other', 'dormant'];

const ofOverview = (key: string): Term => sum(overview, key);
const allOf = (keys: readonly string[]): Term => combined(keys.map(ofOverview));

/** 0.02 万元, as the colours of 总体情况 have it. */
const compositionTolerance = 20_000;

const perEmployee = '逐员工相减，差额不分正负相加；为 0 才是每位员工都相符';

const within: readonly Check[] = [
  {
    content: '总体情况：管户数 期初＋本期新增－本期调出＝期末',
    left: combined([ofOverview('opening'), ofOverview('added')], [ofOverview('left')]),
    right: ofOverview('closing'),
  },
  {
    content: '总体情况：每位员工 期初＋本期新增－本期调出－期末＝0',
    left: rowGaps(overview, ['opening', 'added'], ['left', 'closing']),
    right: told(0),
    note: perEmployee,
  },
  { content: '总体情况：资产分层各档户数之和＝期末管户数', left: allOf(bandKeys), right: ofOverview('closing') },
  {
    content: '总体情况：每位员工 资产分层各档户数之和－期末管户数＝0',
    left: rowGaps(overview, bandKeys, ['closing']),
    right: told(0),
    note: perEmployee,
  },
  { content: '总体情况：客户活跃各类户数之和＝期末管户数', left: allOf(tierKeys), right: ofOverview('closing') },
  {
    content: '总体情况：每位员工 客户活跃各类户数之和－期末管户数＝0',
    left: rowGaps(overview, tierKeys, ['closing']),
    right: told(0),
    note: perEmployee,
  },
];

const between: readonly Check[] = [
  {
    content: '总体情况的期末管户数＝个人贵宾客户基本情况表的户数',
    left: ofOverview('closing'),
    right: rowCount(customers),
  },
  ...assetBands.map((band, place) => ({
    content: `总体情况“${band}”的户数＝个人贵宾客户基本情况表的户数`,
    left: ofOverview(bandKeys[place] ?? ''),
    right: rowsSaying(customers, 'band', band),
  })),
  {
    content: '总体情况的睡眠户数＝个人贵宾客户基本情况表中睡眠客户的户数',
    left: ofOverview('dormant'),
    right: rowsSaying(customers, 'tier', '睡眠客户'),
  },
];

const sharedAmounts: readonly (readonly [key: string, name: string])[] = [
  ['aumFen', '期末金融资产'],
  ['yearAverageFen', '年日均'],
  ['depositFen', '储蓄存款'],
  ['wealthFen', '理财'],
  ['fundFen', '基金'],
  ['otherFen', '保险及其他'],
];

export function portfolioChecks(report: PortfolioReport): Checks {
  const { total } = report;
  return {
    counts: [
      { content: '总体情况的期末管户数＝本工具计算的管户数', left: ofOverview('closing'), right: told(total.closing) },
      ...within,
      ...between,
    ],
    amounts: [
      { content: '总体情况的期末金融资产＝本工具计算的合计', left: ofOverview('aumFen'), right: told(total.aumFen) },
      ...sharedAmounts.map(([key, name]) => ({
        content: `总体情况的${name}＝个人贵宾客户基本情况表的${name}`,
        left: ofOverview(key),
        right: sum(customers, key),
      })),
      {
        content: '总体情况：期末构成各项之和＝期末金融资产',
        left: allOf(['depositFen', 'wealthFen', 'fundFen', 'otherFen']),
        right: ofOverview('aumFen'),
        tolerance: compositionTolerance,
        note: '容差 0.02 万元',
      },
    ],
  };
}
