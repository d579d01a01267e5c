import { describe, expect, test } from 'vitest';
import { formatTest, reasonWriter } from '../../src/analysis/reason.js';
import { classify, type RfmFacts, testOf } from '../../src/analysis/rfm.js';
import { daySerial } from '../../src/model/day.js';
import { asOf, on, rulesWith } from './branch.js';

/** One writer, as one run has it: every customer is told of after all those before. */
function reasons(coveredFrom: string, customers: readonly (readonly [openDate: string, lastMovedOn?: string])[]) {
  const rules = rulesWith();
  const write = reasonWriter(rules, asOf);
  const none = { frequency: 0, amountFen: 0 };
  return customers.map(([openDate, lastMovedOn]) => {
    const facts: RfmFacts = {
      ...none,
      lastSerial: null,
      byTier: { 核心客户: none, 潜力客户: none, 基础客户: none },
      aumFen: null,
      openDate: on(openDate),
      lastMovedOn: lastMovedOn === undefined ? undefined : on(lastMovedOn),
      coveredFrom: on(coveredFrom),
    };
    return write(classify(facts, rules, asOf), facts);
  });
}

describe('customers without transactions are told their own days, whoever was told before', () => {
  test('where the file goes back half a year', () => {
    expect(
      reasons('2025-01-01', [
        ['2025-01-01', '2025-02-01'],
        ['2025-04-03', '2025-02-01'],
        ['2025-04-04', '2025-02-01'],
        ['2025-09-30', '2025-02-01'],
        ['2024-12-31', '2024-12-31'],
        ['2025-04-03', '2025-03-01'],
      ]),
    ).toEqual([
      '从未交易，开户2025-01-01已272天≥180',
      '从未交易，开户2025-04-03已180天≥180',
      '尚未交易，开户2025-04-04才179天<180',
      '尚未交易，开户2025-09-30才0天<180',
      '交易明细自2025-01-01起（273天）内无客户交易，R≥273≥180',
      '从未交易，开户2025-04-03已180天≥180',
    ]);
  });

  test('where the file is shorter', () => {
    expect(
      reasons('2025-07-01', [
        ['2020-01-01', '2024-09-30'],
        ['2020-01-01', '2025-04-03'],
        ['2019-01-01', '2024-09-30'],
        ['2020-01-01', '2025-04-04'],
        ['2025-05-01', '2025-05-31'],
        ['2025-06-30', '2025-05-31'],
        ['2025-07-01', '2025-05-31'],
      ]),
    ).toEqual([
      '无客户交易，上次动户日期2024-09-30，R≥365≥180',
      '无客户交易，上次动户日期2025-04-03，R≥180≥180',
      '无客户交易，上次动户日期2024-09-30，R≥365≥180',
      '交易明细自2025-07-01起（92天），不足180天，明细内无客户交易，不能判定',
      '交易明细自2025-07-01起（92天），开户2025-05-01在此之前，明细内无客户交易，不能判定',
      '交易明细自2025-07-01起（92天），开户2025-06-30在此之前，明细内无客户交易，不能判定',
      '尚未交易，开户2025-07-01才91天<180',
    ]);
  });
});

describe('customers with transactions', () => {
  const rules = rulesWith();
  const factsOf = (recencyDays: number, frequency: number, amountFen: number): RfmFacts => {
    const figures = { frequency, amountFen };
    return {
      ...figures,
      lastSerial: daySerial(asOf) - recencyDays,
      byTier: { 核心客户: figures, 潜力客户: figures, 基础客户: figures },
      aumFen: null,
      openDate: undefined,
      lastMovedOn: undefined,
      coveredFrom: on('2024-01-01'),
    };
  };

  test('R and F of one number are not taken for each other, nor those of two tiers', () => {
    const write = reasonWriter(rules, asOf);
    const reasonOf = (facts: RfmFacts) => write(classify(facts, rules, asOf), facts);
    expect(reasonOf(factsOf(5, 5, 50000000))).toBe('R=5≤30，F=5≥5，M=500,000.00≥500,000');
    expect(reasonOf(factsOf(5, 30, 50000000))).toBe('R=5≤30，F=30≥5，M=500,000.00≥500,000');
    expect(reasonOf(factsOf(30, 5, 50000000))).toBe('R=30≤30，F=5≥5，M=500,000.00≥500,000');
    expect(reasonOf(factsOf(4, 4, 50000000))).toBe('R=4≤60，F=4≥3，M=500,000.00≥200,000；未达核心客户：F=4<5（差1次）');
    expect(reasonOf(factsOf(31, 4, 50000000))).toBe(
      'R=31≤60，F=4≥3，M=500,000.00≥200,000；未达核心客户：R=31>30（差1天），F=4<5（差1次）',
    );
  });

  test.each([
    [5000000, 'M=0.00<50,000'],
    [5000010, 'M=0.00<50,000.10'],
    [5000001, 'M=0.00<50,000.01'],
    [0, 'M=0.00≥0'],
  ])('a threshold of %d 分 is written %s', (threshold, text) => {
    expect(formatTest(testOf('M', 0, '≥', threshold))).toBe(text);
  });
});
