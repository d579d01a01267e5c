import { describe, expect, test } from 'vitest';
import { explainCustomer } from '../../src/analysis/explain.js';
import { explanationLines } from '../../src/ledger/explanation.js';
import { asOf, bookingsOf, branch, customer, on, rulesWith } from './branch.js';
import { goldenBranch } from './golden-customers.js';

function explain(id: string, input = goldenBranch(), rules = rulesWith()) {
  const explanation = explainCustomer(input, rules, asOf, id);
  if (explanation === undefined) throw new Error(`${id} is unknown`);
  return explanation;
}

describe('the smallest change', () => {
  test.each([
    ['C01', null],
    ['C02', '再交易 1 次，即达核心客户'],
    ['C03', '再交易 2 次，金额合计不少于 300,000.00 元，即达核心客户'],
    ['C04', '再交易 1 次，金额合计不少于 0.01 元，即达核心客户'],
    ['C05', '再交易 1 次，金额合计不少于 150,000.00 元，即达潜力客户'],
    ['C06', '再交易 1 次，即达基础客户'],
    ['C09', '再交易 1 次，即达基础客户'],
    ['C10', '再交易 1 次，金额合计不少于 0.01 元，即达基础客户'],
    ['C12', '再交易 2 次，金额合计不少于 50,000.00 元，即达基础客户'],
  ])('of %s is %s', (id, text) => {
    expect(explain(id).nextStep?.text ?? null).toBe(text);
  });

  test('needs no transaction where only AUM is short', () => {
    const rules = rulesWith({ rfm: { monetary: 'aum' } });
    const input = branch({
      rules,
      bookings: bookingsOf('A', asOf, 5, 500),
      balances: [{ custNo: 'B', dataDate: asOf, aumFen: 0 as never }],
    });
    expect(explain('A', input, rules).nextStep?.text).toBe('再增加 AUM 50,000.00 元，即达基础客户');
  });

  test('does reach the next tier', () => {
    const before = bookingsOf('A', on('2025-08-01'), 3, 20000000);
    const { nextStep } = explain('A', branch({ bookings: before }));
    const after = [...before, ...bookingsOf('A', asOf, nextStep?.transactions ?? 0, nextStep?.amountFen ?? 0)];
    expect(explain('A', branch({ bookings: after })).customer?.tier).toBe(nextStep?.tier);
    const less = [...before, ...bookingsOf('A', asOf, nextStep?.transactions ?? 0, (nextStep?.amountFen ?? 0) - 1)];
    expect(explain('A', branch({ bookings: less })).customer?.tier).toBe('潜力客户');
  });
});

describe('the explanation', () => {
  test('holds every test of every tier with its gap', () => {
    const { tiers, dormancy } = explain('C04');
    expect(dormancy).toMatchObject({ value: 20, threshold: 180, passed: false, gap: 160 });
    expect(tiers.map(({ tier, passed }) => [tier, passed])).toEqual([
      ['核心客户', false],
      ['潜力客户', true],
      ['基础客户', true],
    ]);
    expect(tiers[0]?.tests).toEqual([
      { of: 'R', unit: '天', value: 20, relation: '≤', threshold: 30, passed: true, gap: 0 },
      { of: 'F', unit: '次', value: 5, relation: '≥', threshold: 5, passed: true, gap: 0 },
      { of: 'M', unit: '分', value: 49999999, relation: '≥', threshold: 50000000, passed: false, gap: 1 },
    ]);
  });

  test.each([
    ['C07', '沉寂预警', undefined, { value: 179, passed: false, gap: 1 }],
    ['C08', '睡眠客户', undefined, { value: 180, passed: true, gap: 0 }],
    ['C11', '睡眠客户', undefined, { value: null, passed: true, gap: 0 }],
    ['C12', '新开未动户', undefined, { value: null, passed: false, gap: null }],
    ['C11', '睡眠客户', '2025-04-04', { value: null, passed: true, gap: 0 }],
    ['C11', '无法判定', '2025-04-05', { value: null, passed: false, gap: null }],
  ])('of %s, %s in a file from %s, agrees with the test of sleep', (id, tier, from, dormancy) => {
    const input = from === undefined ? goldenBranch() : goldenBranch({ coveredFrom: on(from) });
    const explanation = explain(id, input);
    expect(explanation.customer?.tier).toBe(tier);
    expect(explanation.dormancy).toMatchObject(dormancy);
  });

  test('says which file would settle a 无法判定', () => {
    const short = goldenBranch({ coveredFrom: on('2025-04-05') });
    expect(explain('C11', short).missingEvidence).toContain('2025-04-04');
    expect(explain('C12', short).missingEvidence).toContain('2025-04-04');
    expect(explain('C12', short).nextStep).toBeNull();
  });

  test('asks for a file from the opening on where the customer came shortly before the file begins', () => {
    const input = branch({ customers: [customer('A', on('2025-06-01'))], coveredFrom: on('2025-07-01') });
    expect(explain('A', input).missingEvidence).toBe('补充自 2025-06-01 或更早开始的交易明细即可判定');
  });

  test('says why somebody is out of scope, and nothing of a stranger', () => {
    const input = branch({
      customers: [customer('A', undefined, { custStatus: 'deceased' })],
      bookings: bookingsOf('S', asOf, 1, 100),
    });
    expect(explain('A', input)).toMatchObject({ exclusion: '死亡', customer: null });
    expect(explain('S', input)).toMatchObject({ exclusion: '不在客户导出', customer: null });
    expect(explainCustomer(input, rulesWith(), asOf, 'nobody')).toBeUndefined();
  });

  test('can be read', () => {
    expect(explanationLines(explain('C04'))).toMatchInlineSnapshot(`
      [
        "客户 C04，数据日期 2025-09-30",
        "层级：潜力客户",
        "理由：R=20≤60，F=5≥3，M=499,999.99≥200,000；未达核心客户：M=499,999.99<500,000（差0.01元）",
        "",
        "开户日期：2020-01-01",
        "上次动户日期：未提供（结息等也算动户，只能证明长期不动）",
        "交易明细：自 2024-01-01 起，639 天",
        "最近客户交易：2025-09-10（R=20 天）",
        "交易次数 F：5 次；交易金额：499,999.99 元（窗口：365 天）",
        "AUM：未提供；M 按交易金额",
        "打分：R 4 分，F 3 分，M 3 分；价值细分：重要价值客户",
        "",
        "睡眠客户（先判）：R=20<180",
        "核心客户：未过",
        "    通过  R=20≤30",
        "    通过  F=5≥5",
        "    未过  M=499,999.99<500,000（差0.01元）",
        "潜力客户：通过",
        "    通过  R=20≤60",
        "    通过  F=5≥3",
        "    通过  M=499,999.99≥200,000",
        "基础客户：通过",
        "    通过  R=20≤90",
        "    通过  F=5≥2",
        "    通过  M=499,999.99≥50,000",
        "",
        "最小改变：再交易 1 次，金额合计不少于 0.01 元，即达核心客户（按数据日期计算）",
      ]
    `);
  });
});

test('an account is found by its number or by its masked form, and printed masked', () => {
  const input = branch({
    bookings: bookingsOf('6222021234561234', asOf, 1, 100),
    engine: { accountsAsCustomers: true },
  });
  for (const id of ['6222021234561234', '622202******1234']) {
    expect(explain(id, input).customerId).toBe('622202******1234');
    expect(explanationLines(explain(id, input)).join('\n')).not.toContain('6222021234561234');
  }
});
