// The smallest change that lifts a customer into the next tier, all else as on asOf.
import { addDays, type Day } from '../model/day.js';
import { formatYuan } from '../model/fen.js';
import type { Rules } from '../model/rules.js';
import type { Tier } from '../model/tier.js';
import type { TestedTier } from './measures.js';
import { type RfmFacts, testsOf, type Verdict } from './rfm.js';

export interface NextStep {
  readonly tier: TestedTier;
  /** New transactions on asOf; each adds 1 to F and sets R to 0, for R can be mended by nothing else. */
  readonly transactions: number;
  /** What these must amount to together, at least; 0 = any amount. */
  readonly amountFen: number;
  /** Where M is AUM: what AUM lacks; null where it was not provided, so that no step is enough. */
  readonly aumFen: number | null;
  readonly text: string;
}

const above: Readonly<Record<Tier, TestedTier | null>> = {
  核心客户: null,
  潜力客户: '核心客户',
  基础客户: '潜力客户',
  睡眠客户: '基础客户',
  沉寂预警: '基础客户',
  一般活跃: '基础客户',
  新开未动户: '基础客户',
  无法判定: null,
};

function describe(tier: TestedTier, { transactions, amountFen, aumFen }: Omit<NextStep, 'tier' | 'text'>): string {
  if (aumFen === null) return `AUM 未提供，无法判断如何达到${tier}`;
  const amount = amountFen > 0 ? `，金额合计不少于 ${formatYuan(amountFen)} 元` : '';
  const acts = [
    ...(transactions > 0 ? [`再交易 ${transactions} 次${amount}`] : []),
    ...(aumFen > 0 ? [`再增加 AUM ${formatYuan(aumFen)} 元`] : []),
  ];
  return `${acts.join('，并')}，即达${tier}`;
}

/** Null for 核心客户, who have nothing above them, and for 无法判定, who need a longer file. */
export function nextStepOf(verdict: Verdict, facts: RfmFacts, rules: Rules, asOf: Day): NextStep | null {
  const tier = above[verdict.tier];
  if (tier === null) return null;
  const [recency, frequency, monetary] = testsOf(tier, facts, rules, asOf);
  const isAum = rules.rfm.monetary === 'aum';
  const missing = monetary?.gap ?? null;
  const amountFen = isAum ? 0 : (missing ?? 0);
  const aumFen = isAum ? missing : 0;
  const transactions = Math.max(frequency?.gap ?? 0, recency?.passed ? 0 : 1, amountFen > 0 ? 1 : 0);
  const step = { transactions, amountFen, aumFen };
  return { tier, ...step, text: describe(tier, step) };
}

/** Which file would settle a 无法判定; null for everybody else. */
export function missingEvidence(verdict: Verdict, facts: RfmFacts, rules: Rules, asOf: Day): string | null {
  if (verdict.tier !== '无法判定') return null;
  const { openDate } = facts;
  const dormantDays = rules.rfm.tiers.睡眠客户.minRecencyDays;
  const needed = verdict.ground === 'openedBeforeFile' && openDate ? openDate : addDays(asOf, 1 - dormantDays);
  return `补充自 ${needed} 或更早开始的交易明细即可判定`;
}
