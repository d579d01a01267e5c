// Every threshold in force, with its default, meaning and source. zod checks them; nothing below cli/ has defaults of its own.
import { z } from 'zod';
import { type QualityCheckId, qualityCheckIds, qualityChecks } from './quality-checks.js';
import { txnClasses } from './transaction.js';

const positiveDays = z.int().min(1).max(36500);
const wholeYuan = z.number().min(0).max(1e11).multipleOf(0.01);
const txnClass = z.enum(txnClasses);
const moneyUnits = ['元', '万元', '亿元'] as const;

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

/** A rule's own line in `taizhang rules`: what it means and where its default comes from. */
interface RuleMeta {
  readonly unit: string;
  /** A tag of the domain specification: S0 … documents; P = ours. */
  readonly source: string;
}

function rule<T extends z.ZodType>(type: T, description: string, meta: RuleMeta): T {
  return type.describe(description).meta({ ...meta }) as T;
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
      minAmountYuan: rule(wholeYuan, `${name}：窗口内交易金额不少于`, { unit: '元', source: 'S0' }).default(
        minAmountYuan,
      ),
    })
    .prefault({});
}

const rfm = z
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
    method: rule(z.enum(['absolute', 'score']), '分层方法：绝对门槛或五分位打分', { unit: '', source: 'P' }).default(
      'absolute',
    ),
    scoreSplit: rule(z.enum(['mean', 'median']), '八类价值细分的高低分界', { unit: '', source: 'P' }).default('mean'),
  })
  .prefault({});

const txn = z
  .strictObject({
    resetClasses: rule(z.array(txnClass).min(1), '算作客户交易（进入 R、F、M）的类别', {
      unit: '',
      source: 'P',
    }).default(['ACTIVE', 'THIRD_PARTY']),
    unknownAs: rule(txnClass, '无法归类的摘要按此类别计', { unit: '', source: 'P' }).default('ACTIVE'),
    reversalDays: rule(positiveDays, '无原流水号的冲正在此天数内找原交易', { unit: '天', source: 'P' }).default(30),
    rules: rule(
      z.array(
        z.strictObject({
          id: z.string().min(1),
          class: txnClass,
          pattern: z.string().min(1).refine(isPattern, '不是有效的正则表达式'),
        }),
      ),
      '本行自定的摘要规则，先于内置规则',
      { unit: '', source: 'P' },
    ).default([]),
    directionCodes: rule(z.record(z.string(), z.enum(['D', 'C'])), '借贷标志的本行代码（如 0: D）', {
      unit: '',
      source: 'P',
    }).default({}),
    triggerCodes: rule(z.record(z.string(), z.enum(['active', 'passive'])), '触发方式的本行代码', {
      unit: '',
      source: 'P',
    }).default({
      '0': 'active',
      '1': 'passive',
    }),
    reversalCodes: rule(z.record(z.string(), z.enum(['normal', 'reversal', 'reversed'])), '冲正标志的本行代码', {
      unit: '',
      source: 'P',
    }).default({}),
  })
  .prefault({});

/** One limit for every check of the data-quality report. */
function checkLimits() {
  const limits = qualityCheckIds.map((id) => {
    const { title, limit } = qualityChecks[id];
    const type = rule(z.number().min(0).max(1), `数据质量：${title}，占比超过即不通过`, { unit: '', source: 'P' });
    return [id, type.default(limit)] as const;
  });
  return Object.fromEntries(limits) as Record<QualityCheckId, z.ZodDefault<z.ZodNumber>>;
}

export const rulesSchema = z.strictObject({
  rfm,
  txn,
  scope: z
    .strictObject({
      includeCorporate: rule(z.boolean(), '对公客户也参加分层', { unit: '', source: 'P' }).default(false),
    })
    .prefault({}),
  files: z
    .strictObject({
      dateForm: rule(
        z.enum(['none', 'YYMMDD', 'MM/DD/YYYY', 'DD/MM/YYYY']),
        '另外接受的日期写法（容易误读，须本行确认）',
        {
          unit: '',
          source: 'P',
        },
      ).default('none'),
      kinds: rule(
        z.record(z.string().min(1), z.string().min(1)),
        '文件名 → 导出种类（* 代表任意字符，如 明细_*.csv: transactions）',
        { unit: '', source: 'P' },
      ).default({}),
      units: rule(
        z.record(z.string().regex(/^[A-Za-z]+\.[A-Za-z]+$/), z.enum(moneyUnits)),
        '金额列的单位：种类.字段 → 元、万元或亿元，先于文件里写的单位',
        { unit: '', source: 'P' },
      ).default({}),
    })
    .prefault({}),
  check: z.strictObject(checkLimits()).prefault({}),
  privacy: z
    .strictObject({
      profile: rule(z.enum(['manager']), '脱敏方式', { unit: '', source: 'P' }).default('manager'),
    })
    .prefault({}),
  columns: rule(
    z.record(z.string(), z.record(z.string(), z.string().min(1))),
    '本行的列名：导出种类 → 字段 → 列名（“=值”表示固定值）',
    { unit: '', source: 'P' },
  ).default({}),
});

/** The rules in force: plain JSON, printed in every report. */
export type Rules = z.output<typeof rulesSchema>;

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') !== undefined;
  } catch {
    return false;
  }
}
