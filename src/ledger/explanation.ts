// `taizhang explain` as lines of text.
import type { CustomerExplanation } from '../analysis/explain.js';
import { formatGap, formatTest } from '../analysis/reason.js';
import type { TierTest } from '../analysis/rfm.js';
import { formatYuan } from '../model/fen.js';

function testLine(test: TierTest): string {
  const gap = test.passed || test.gap === null ? '' : `（${formatGap(test)}）`;
  return `    ${test.passed ? '通过' : '未过'}  ${formatTest(test)}${gap}`;
}

function factLines(explanation: CustomerExplanation): readonly string[] {
  const { customer, openDate, lastMovedOn, coverage, rules } = explanation;
  const reach = coverage.from === null ? '没有记录' : `自 ${coverage.from} 起，${coverage.days} 天`;
  const facts = [
    `开户日期：${openDate ?? '未提供'}`,
    `上次动户日期：${lastMovedOn ?? '未提供'}（结息等也算动户，只能证明长期不动）`,
    `交易明细：${reach}${coverage.flag === null ? '' : `（${coverage.flag}，窗口 ${coverage.windowDays} 天）`}`,
  ];
  if (customer === null) return facts;
  const window = rules.rfm.windowDays === 'perTier' ? '各层级自己的窗口，这里是最宽的' : `${coverage.windowDays} 天`;
  return [
    ...facts,
    `最近客户交易：${customer.lastActiveOn ?? '明细内没有'}${customer.recencyDays === null ? '' : `（R=${customer.recencyDays} 天）`}`,
    `交易次数 F：${customer.frequency} 次；交易金额：${formatYuan(customer.amountFen)} 元（窗口：${window}）`,
    `AUM：${customer.aumFen === null ? '未提供' : `${formatYuan(customer.aumFen)} 元`}；M 按${rules.rfm.monetary === 'aum' ? ' AUM' : '交易金额'}`,
  ];
}

function scoreLines({ customer }: CustomerExplanation): readonly string[] {
  if (customer === null || customer.scores === null) return [];
  const { r, f, m } = customer.scores;
  return [
    `打分：R ${r} 分，F ${f} 分，M ${m === null ? '未提供' : `${m} 分`}；价值细分：${customer.scoreSegment ?? '—'}`,
  ];
}

/** Conclusion, facts, every test of every tier, then the smallest change; without line ends. */
export function explanationLines(explanation: CustomerExplanation): readonly string[] {
  const { customerId, customer, exclusion, asOf, dormancy, tiers, nextStep, missingEvidence } = explanation;
  const head = `客户 ${customerId}，数据日期 ${asOf}`;
  if (customer === null) return [head, `不参加分层：${exclusion ?? ''}`, ...factLines(explanation)];
  const dormancyNote = dormancy.value === null ? '，明细内没有客户交易，按覆盖天数和开户日期判断' : '';
  return [
    head,
    `层级：${customer.tier}${customer.subtype === '从未交易' ? '（从未交易）' : ''}`,
    `理由：${customer.reason}`,
    ...(customer.previousTier === null ? [] : [`上期层级：${customer.previousTier}`]),
    '',
    ...factLines(explanation),
    ...scoreLines(explanation),
    '',
    `睡眠客户（先判）：${formatTest(dormancy)}${dormancyNote}`,
    ...tiers.flatMap(({ tier, passed, tests }) => [`${tier}：${passed ? '通过' : '未过'}`, ...tests.map(testLine)]),
    '',
    ...(nextStep === null ? [] : [`最小改变：${nextStep.text}（按数据日期计算）`]),
    ...(customer.tier === '睡眠客户' ? ['任意一次客户交易即不再是睡眠客户'] : []),
    ...(missingEvidence === null ? [] : [`所缺证据：${missingEvidence}`]),
    ...(customer.tier === '核心客户' ? ['已是最高层级'] : []),
  ];
}
