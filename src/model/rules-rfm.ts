// Thresholds of the tiers (A4–A8) and what F and M are counted over.
import { z } from 'zod';
import { positiveDays, rule, yuan } from './rule-schema.js';

interface Thresholds {
  readonly maxRecencyDays: number;
  readonly minFrequency: number;
  readonly minAmountYuan: number;
}

/** A5: every 核心 also meets 潜力, every 潜力 also 基础; else a tier would be unreachable. 睡眠 starts after 基础 ends. */
function nestingFaults(tiers: {
  readonly 核心客户: Thresholds;
  readonly 潜力客户: Thresholds;
  readonly 基础客户: Thresholds;
  readonly 睡眠客户: { readonly minRecencyDays: number };
}): [path: string[], message: string][] {
  const faults: [string[], string][] = [];
  for (const [upper, lower] of [
    ['核心客户', '潜力客户'],
    ['潜力客户', '基础客户'],
  ] as const) {
    const [high, low] = [tiers[upper], tiers[lower]];
    if (high.maxRecencyDays > low.maxRecencyDays)
      faults.push([[upper, 'maxRecencyDays'], `不能大于${lower}的 maxRecencyDays`]);
    if (high.minFrequency < low.minFrequency) faults.push([[upper, 'minFrequency'], `不能小于${lower}的 minFrequency`]);
    if (high.minAmountYuan < low.minAmountYuan)
      faults.push([[upper, 'minAmountYuan'], `不能小于${lower}的 minAmountYuan`]);
  }
  if (tiers.睡眠客户.minRecencyDays <= tiers.基础客户.maxRecencyDays)
    faults.push([['睡眠客户', 'minRecencyDays'], '必须大于基础客户的 maxRecencyDays']);
  return faults;
}

function tier(name: string, maxRecencyDays: number, minFrequency: number, minAmountYuan: number) {
  return z
    .strictObject({
      maxRecencyDays: rule(positiveDays, `${name}：最近一次交易距数据日期不超过`, { unit: '天', source: 'S0' }).default(
        maxRecencyDays,
      ),
      minFrequency: rule(z.int().min(0), `${name}：窗口内交易次数不少于`, { unit: '次', source: 'S0' }).default(
        minFrequency,
      ),
      minAmountYuan: rule(yuan, `${name}：窗口内交易金额不少于`, { unit: '元', source: 'S0' }).default(minAmountYuan),
    })
    .prefault({});
}

export const rfm = z
  .strictObject({
    tiers: z
      .strictObject({
        核心客户: tier('核心客户', 30, 5, 500000),
        潜力客户: tier('潜力客户', 60, 3, 200000),
        基础客户: tier('基础客户', 90, 2, 50000),
        睡眠客户: z
          .strictObject({
            minRecencyDays: rule(positiveDays, '睡眠客户：最近一次交易距数据日期不少于', {
              unit: '天',
              source: 'S0',
            }).default(180),
          })
          .prefault({}),
      })
      .superRefine((tiers, context) => {
        for (const [path, message] of nestingFaults(tiers)) context.addIssue({ code: 'custom', path, message });
      })
      .prefault({}),
    windowDays: rule(
      z.union([positiveDays, z.literal('perTier')]),
      'F、M 的统计窗口；perTier 表示各层级用自己的 R 天数',
      {
        unit: '天',
        source: 'P',
      },
    ).default(365),
    monetary: rule(z.enum(['txnAmount', 'aum']), 'M 的口径：交易金额或时点金融资产', {
      unit: '',
      source: 'S0',
    }).default('txnAmount'),
    activityCohortAum: rule(yuan, '活跃度比较：上一期期初 AUM 不少于', { unit: '元', source: 'S0' }).default(500000),
    method: rule(z.enum(['absolute', 'score']), '分层方法：绝对门槛或五分位打分', { unit: '', source: 'P' }).default(
      'absolute',
    ),
    scoreSplit: rule(z.enum(['mean', 'median']), '八类价值细分的高低分界', { unit: '', source: 'P' }).default('mean'),
  })
  .prefault({});
