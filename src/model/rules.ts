// Every threshold in force, with its default, meaning and source. zod checks them; nothing below cli/ has defaults of its own.
import { z } from 'zod';
import { profiles } from './masker.js';
import { type QualityCheckId, qualityCheckIds, qualityChecks } from './quality-checks.js';
import { rule, share } from './rule-schema.js';
import { dormant, wake } from './rules-dormant.js';
import { aum, group, ledger, remind, vip } from './rules-ledger.js';
import { points, ref } from './rules-referral.js';
import { rfm } from './rules-rfm.js';
import { txn } from './rules-txn.js';

const moneyUnits = ['元', '万元', '亿元'] as const;

/** One limit for every check of the data-quality report. */
function checkLimits() {
  const limits = qualityCheckIds.map((id) => {
    const { title, limit } = qualityChecks[id];
    const type = rule(share, `数据质量：${title}，占比超过即不通过`, { unit: '', source: 'P' });
    return [id, type.default(limit)] as const;
  });
  return Object.fromEntries(limits) as Record<QualityCheckId, z.ZodDefault<z.ZodNumber>>;
}

export const rulesSchema = z.strictObject({
  rfm,
  txn,
  dormant,
  wake,
  ref,
  points,
  vip,
  aum,
  group,
  remind,
  ledger,
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
      profile: rule(
        z.enum(profiles),
        '脱敏方式：manager 管户级、owner 本人客户、public 不含客户资料、full 不脱敏（须写 --reason）',
        {
          unit: '',
          source: 'P',
        },
      ).default('manager'),
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
