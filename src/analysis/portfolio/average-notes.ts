// How 年日均 came about, for the readers of a sheet.
import type { Rules } from '../../model/rules.js';
import type { Range } from './average-range.js';
import type { AverageMethod } from './customer-average.js';
import type { AverageUse, PortfolioAverage } from './report.js';

const rangeNames = { ytd: '自然年初至今', rolling365: '滚动 365 天', quarter: '本季', month: '本月' } as const;

const sources: Readonly<Record<AverageMethod, string>> = {
  系统提供: '取系统提供的列',
  余额积数: '为余额积数除以天数',
  逐日余额: '按逐日余额计算，缺日沿用上一日余额',
  余额还原: '按交易还原每日存款余额，其他资产沿用最近的快照（首个快照以前按持有产品的购买日推算）',
  月末平均: '按月末余额平均',
};

function said({ from, through }: Range): string {
  return `${from} 至 ${through}`;
}

/** Those of one way and range, how many of them are 近似. */
interface Way extends Range {
  readonly method: AverageMethod;
  readonly customers: number;
  readonly approximate: number;
}

function waysOf(uses: readonly AverageUse[]): readonly Way[] {
  const ways = new Map<string, Way>();
  for (const { method, from, through, customers, isApproximate } of uses) {
    const key = `${method} ${from} ${through}`;
    const known = ways.get(key) ?? { method, from, through, customers: 0, approximate: 0 };
    const approximate = known.approximate + (isApproximate ? customers : 0);
    ways.set(key, { ...known, customers: known.customers + customers, approximate });
  }
  return [...ways.values()];
}

function sourceOf({ method, customers, approximate }: Way): string {
  if (approximate === 0) return sources[method];
  return `${sources[method]}，${approximate === customers ? '' : `其中 ${approximate} 户`}近似`;
}

/** One way for everybody is said without a number. */
function usesOf({ uses, unknown, from, through }: PortfolioAverage, name: string): string {
  const [first, ...others] = waysOf(uses);
  if (first === undefined) return `年日均（${name}，${said({ from, through })}）：${unknown} 户未提供`;
  if (others.length === 0 && unknown === 0) return `年日均（${name}，${said(first)}）${sourceOf(first)}`;
  const parts = [first, ...others].map((way) => {
    const isOther = way.from !== from || way.through !== through;
    return `${way.customers} 户${sourceOf(way)}${isOther ? `，区间 ${said(way)}` : ''}`;
  });
  const last = unknown === 0 ? [] : [`${unknown} 户未提供`];
  return `年日均（${name}，${said({ from, through })}）：${[...parts, ...last].join('；')}`;
}

export function averageNotes(average: PortfolioAverage | null, { aum }: Rules): readonly string[] {
  const name = rangeNames[aum.average];
  if (average === null)
    return [`年日均（${name}）未提供：没有年日均列和余额积数，余额快照不足两期，交易明细也不能还原每日余额`];
  const notes = [`${usesOf(average, name)}；新客户的分母也为全部天数`];
  if (average.unfitSums > 0) notes.push(`${average.unfitSums} 户的余额积数没有采用：积数的天数与年日均的区间不符`);
  if (average.unbalanced > 0)
    notes.push(`${average.unbalanced} 户的交易与已知的存款余额对不上，没有还原每日余额；请核对交易明细是否完整`);
  return notes;
}
