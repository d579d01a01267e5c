import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { describeRules } from '../../src/model/rule-list.js';
import { defaultRules, parseRules, writeRules } from '../../src/model/rules-file.js';

function refusalOf(text: string): string {
  try {
    parseRules(text, 'taizhang.yaml');
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('rules file', () => {
  test('an empty file gives the defaults of the documents', () => {
    const rules = parseRules('', 'taizhang.yaml');
    expect(rules).toEqual(defaultRules());
    expect(rules.rfm.tiers.核心客户).toEqual({ maxRecencyDays: 30, minFrequency: 5, minAmountYuan: 500000 });
    expect(rules.txn.resetClasses).toEqual(['ACTIVE', 'THIRD_PARTY']);
  });

  test('all unknown keys and bad values are named at once, each with its line', () => {
    const text =
      'rfm:\n  windowDays: 多久\n  windowDay: 90\ntxn:\n  rules:\n    - id: A\n      class: NOPE\n      pattern: "("\n';
    expect(refusalOf(text).split('\n')).toEqual([
      'taizhang.yaml:2: rfm.windowDays：应为数字，或只能是 perTier',
      'taizhang.yaml:3: 没有规则 “rfm.windowDay”；taizhang rules 列出全部规则',
      'taizhang.yaml:7: txn.rules.0.class：只能是 ACTIVE、THIRD_PARTY、MANDATE、SYSTEM、REVERSAL、NONFIN、UNKNOWN',
      'taizhang.yaml:8: txn.rules.0.pattern：不是有效的正则表达式',
    ]);
  });

  test('a file that is not YAML is refused with the line', () => {
    expect(refusalOf('rfm:\n  a: [1\n')).toMatch(/^taizhang\.yaml:\d+: 不是有效的 YAML/);
    expect(refusalOf('rfm: 1\nrfm: 2\n')).toMatch(/^taizhang\.yaml:2: 不是有效的 YAML/);
  });

  test.each([
    ['a reference to nothing', 'rfm: *nope\n'],
    [
      'references that grow without end',
      `${['a', ...'bcdefg'].map((name, at, all) => `${name}: &${name} [${Array(10).fill(at === 0 ? 1 : `*${all[at - 1]}`)}]`).join('\n')}\n`,
    ],
  ])('%s is refused', (_what, text) => {
    expect(refusalOf(text)).toBe('taizhang.yaml:1: 引用（*名称）找不到或太多，请去掉引用，直接写出值');
  });

  test.each(['hello\n', '- a\n'])('%j is no set of rules', (text) => {
    expect(refusalOf(text)).toBe('taizhang.yaml:1: 整个文件：应为一组键值');
  });

  test('tiers that do not nest are refused', () => {
    expect(refusalOf('rfm:\n  tiers:\n    核心客户:\n      maxRecencyDays: 61\n')).toBe(
      'taizhang.yaml:4: rfm.tiers.核心客户.maxRecencyDays：不能大于潜力客户的 maxRecencyDays',
    );
    expect(refusalOf('rfm:\n  tiers:\n    睡眠客户:\n      minRecencyDays: 90\n')).toContain('必须大于基础客户');
    expect(refusalOf('rfm:\n  tiers:\n    睡眠客户:\n      minRecencyDays: 91\n')).toBe('accepted');
  });

  test('the file that is written for editing reads back as the same rules', () => {
    const rules = parseRules('rfm:\n  windowDays: perTier\ntxn:\n  directionCodes: { "0": D }\n', 'x');
    const written = writeRules(rules);
    expect(written).toContain('# 核心客户：最近一次交易距数据日期不超过（天） [文档]');
    expect(parseRules(written, 'x')).toEqual(rules);
  });

  test('a changed value is listed as configured, beside its default', () => {
    const row = describeRules(parseRules('rfm:\n  windowDays: 90\n', 'x')).find((r) => r.key === 'rfm.windowDays');
    expect(row).toMatchObject({ value: 90, default: 365, source: '配置', unit: '天' });
  });

  test.each(['SYSTEM', 'REVERSAL'])('%s is never the act of a customer', (name) => {
    expect(refusalOf(`txn:\n  resetClasses: [ACTIVE, ${name}]\n`)).toBe(
      'taizhang.yaml:2: txn.resetClasses.1：结息、收费、司法（SYSTEM）和冲正（REVERSAL）从不算作客户交易',
    );
  });

  test('every rule has a description, and every leaf of the rules is listed once', () => {
    const rows = describeRules(defaultRules());
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    for (const row of rows) expect(row.description, row.key).not.toBe('');
    expect(rows.map((row) => row.key)).toContain('txn.unknownAs');
  });
});
