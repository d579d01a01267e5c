// Sheet RFM明细 (§4.9.2): one row per customer, best tier first, then most AUM, then 客户号.
import type { CustomerTags, SegmentedCustomer, SegmentReport } from '../analysis/segment-report.js';
import type { Rules } from '../model/rules.js';
import { scoreSegments, tiers } from '../model/tier.js';
import { amountName } from './monetary.js';
import { rfmSubtitle } from './rfm-summary.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet } from './sheet.js';

type DetailColumn = Column<SegmentedCustomer>;

/** A9 in words: 产品3类：存款、理财、基金；风险C3；已过期. */
export function formatTags(tags: CustomerTags | null): string | null {
  if (tags === null) return null;
  const { products, riskLevel, riskExpired, isStaff } = tags;
  const held =
    products === null ? [] : [`产品${products.length}类${products.length > 0 ? `：${products.join('、')}` : ''}`];
  const risk = riskLevel === null ? [] : [`风险${riskLevel}${riskExpired === true ? '（已过期）' : ''}`];
  return [...held, ...risk, ...(isStaff === true ? ['本行员工'] : [])].join('；') || null;
}

const who: readonly DetailColumn[] = [
  { header: '客户号', format: 'text', width: 10, isCode: true, value: ({ customerId }) => customerId },
  { header: '客户姓名', format: 'text', width: 8, value: ({ customerName }) => customerName },
  { header: '管户员工', format: 'text', width: 8, value: ({ managerName }) => managerName },
];

const tierColumn: DetailColumn = { key: 'tier', header: '层级', format: 'text', width: 10, value: ({ tier }) => tier };

const previousColumn: DetailColumn = {
  header: '上期层级',
  format: 'text',
  width: 10,
  value: ({ previousTier }) => previousTier ?? '新增',
};

function valueColumns(rules: Rules): readonly DetailColumn[] {
  return [
    { header: '最近交易日', format: 'day', width: 10, value: (customer) => customer.lastActiveOn },
    { header: 'R(天)', format: 'integer', width: 6, value: ({ recencyDays }) => recencyDays },
    { header: 'F(次)', format: 'count', width: 6, value: ({ frequency }) => frequency },
    {
      key: 'amountFen',
      header: `${amountName(rules)}(元)`,
      format: 'fen',
      width: 14,
      value: ({ amountFen }) => amountFen,
    },
    { key: 'aumFen', header: 'AUM(元)', format: 'fen', width: 14, value: ({ aumFen }) => aumFen ?? '未提供' },
  ];
}

const scoreColumns: readonly DetailColumn[] = [
  { header: 'R分', format: 'count', width: 6, value: ({ scores }) => scores?.r ?? null },
  { header: 'F分', format: 'count', width: 6, value: ({ scores }) => scores?.f ?? null },
  { header: 'M分', format: 'count', width: 6, value: ({ scores }) => scores?.m ?? null },
  {
    header: '价值细分',
    format: 'text',
    width: 14,
    value: ({ scoreSegment, tier }) => scoreSegment ?? (tier === '无法判定' ? tier : null),
  },
];

const tagColumn: DetailColumn = { header: '标签', format: 'text', width: 16, value: ({ tags }) => formatTags(tags) };
const reasonColumn: DetailColumn = {
  key: 'reason',
  header: '判定理由',
  format: 'text',
  width: 42,
  value: ({ reason }) => reason,
};

/** The columns in force: one scheme only, and no columns without any value. */
function detailColumns({ rules, migration, customers }: SegmentReport): readonly DetailColumn[] {
  const isScore = rules.rfm.method === 'score';
  return [
    ...who,
    ...(isScore ? [] : [tierColumn, ...(migration === null ? [] : [previousColumn])]),
    ...valueColumns(rules),
    ...(isScore ? scoreColumns : []),
    ...(customers.some(({ tags }) => tags !== null) ? [tagColumn] : []),
    reasonColumn,
  ];
}

/** Place in the list: tier (or value segment), AUM descending with the unknown last, customerId. */
function inOrder(isScore: boolean): (a: SegmentedCustomer, b: SegmentedCustomer) => number {
  const rank = ({ tier, scoreSegment }: SegmentedCustomer): number => {
    if (!isScore) return tiers.indexOf(tier);
    return scoreSegment === null ? scoreSegments.length : scoreSegments.indexOf(scoreSegment);
  };
  return (a, b) => {
    const byRank = rank(a) - rank(b);
    if (byRank !== 0) return byRank;
    if (a.aumFen !== b.aumFen) return a.aumFen === null ? 1 : b.aumFen === null ? -1 : b.aumFen - a.aumFen;
    return a.customerId < b.customerId ? -1 : 1;
  };
}

/** The list of customers in its order; a new array over the report's own customers. */
function detailOrder(report: SegmentReport): readonly SegmentedCustomer[] {
  return [...report.customers].sort(inOrder(report.rules.rfm.method === 'score'));
}

/** The long list of the workbook. */
export function rfmDetailSheet(report: SegmentReport): Sheet {
  return {
    name: 'RFM明细',
    title: report.rules.rfm.method === 'score' ? '客户RFM价值细分明细表' : '客户RFM分层明细表',
    subtitle: rfmSubtitle(report),
    tables: [tableOf(detailColumns(report), detailOrder(report), { isList: true })],
    notes: [],
  };
}
