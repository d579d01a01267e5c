import { describe, expect, test } from 'vitest';
import { missingMonths, surveyTransactions } from '../../../src/analysis/quality/transaction-survey.js';
import type { Day } from '../../../src/model/day.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Direction, Transaction } from '../../../src/model/transaction.js';

function booking(day: string, direction: Direction, amount: number, balance: number, acctNo = 'A'): Transaction {
  return {
    txnDate: day as Day,
    acctNo,
    amountFen: fenOf(amount),
    direction,
    balanceFen: fenOf(balance),
    isForeign: false,
    reversal: 'normal',
  };
}

const oldestFirst = [
  booking('2025-01-01', 'C', 100, 100),
  booking('2025-01-02', 'D', 30, 70),
  booking('2025-03-01', 'C', 5, 75),
];

function survey(files: readonly (readonly Transaction[])[]) {
  const surveyor = surveyTransactions();
  for (const file of files) {
    for (const row of file) surveyor.see(row);
    surveyor.endFile();
  }
  return surveyor.result();
}

describe('survey of transactions', () => {
  test('balances that follow break nowhere, whether the oldest or the newest stands first', () => {
    expect(survey([oldestFirst]).balances).toEqual({ steps: 2, breaks: 0 });
    expect(survey([oldestFirst.toReversed()]).balances).toEqual({ steps: 2, breaks: 0 });
  });

  test('a balance that is one 分 off breaks the step to it and the step from it', () => {
    const wrong = [oldestFirst[0], booking('2025-01-02', 'D', 30, 71), oldestFirst[2]] as readonly Transaction[];
    expect(survey([wrong]).balances).toEqual({ steps: 2, breaks: 2 });
  });

  test('a lost row breaks one step; accounts and files are not chained to each other', () => {
    expect(survey([[oldestFirst[0], oldestFirst[2]] as readonly Transaction[]]).balances).toEqual({
      steps: 1,
      breaks: 1,
    });
    expect(survey([oldestFirst, [booking('2025-04-01', 'C', 1, 999)]]).balances).toEqual({ steps: 2, breaks: 0 });
    expect(survey([[...oldestFirst, booking('2025-03-02', 'C', 1, 50, 'B')]]).balances.breaks).toBe(0);
  });

  test('months are counted and rows before 1980 are told', () => {
    const { months, tooEarly } = survey([[...oldestFirst, booking('1979-12-31', 'C', 1, 1, 'B')]]);
    expect([...months].toSorted()).toEqual([
      ['1979-12', 1],
      ['2025-01', 2],
      ['2025-03', 1],
    ]);
    expect(tooEarly).toBe(1);
  });

  test.each([
    [
      ['2024-11', '2025-02'],
      ['2024-12', '2025-01'],
    ],
    [['2025-01'], []],
    [[], []],
  ])('between %j the months %j are missing', (months, missing) => {
    expect(missingMonths(months)).toEqual(missing);
  });
});
