// What bookings mean (§5.2, §5.3) and the codes that a bank writes them with.
import { z } from 'zod';
import { positiveDays, rule } from './rule-schema.js';
import { type TxnClass, txnClasses } from './transaction.js';

const txnClass = z.enum(txnClasses);

/** Interest, fees, judicial acts and reversals never count as the customer's own (§5.2), whatever a branch would like. */
const neverCounted: readonly TxnClass[] = ['SYSTEM', 'REVERSAL'];
const countable = txnClass.refine((name) => !neverCounted.includes(name), {
  error: '结息、收费、司法（SYSTEM）和冲正（REVERSAL）从不算作客户交易',
});

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') !== undefined;
  } catch {
    return false;
  }
}

export const txn = z
  .strictObject({
    resetClasses: rule(z.array(countable).min(1), '算作客户交易（进入 R、F、M）的类别', {
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
