import type { EngineReport, Measure, Ownership, TransactionSource } from '../../src/engine/activity.js';
import { summarise } from '../../src/engine/stream.js';
import { type Day, parseDay } from '../../src/model/day.js';
import { fenOf } from '../../src/model/fen.js';
import { type Rules, rulesSchema } from '../../src/model/rules.js';
import type { Transaction } from '../../src/model/transaction.js';

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no such day: ${text}`);
  return parsed;
}

export const asOf = day('2025-09-30');

/** What a test says of a booking; the amount in 分 as a plain number, the day as text. */
export type Draft = Omit<Partial<Transaction>, 'txnDate' | 'amountFen'> & {
  readonly on?: string;
  readonly amount?: number;
};

/** One transfer of 100.00 元 out of account A1 on 2025-09-01, unless said otherwise. */
export function booked({ on = '2025-09-01', amount = 10000, ...rest }: Draft = {}): Transaction {
  return {
    txnDate: day(on),
    amountFen: fenOf(amount),
    direction: 'D',
    isForeign: false,
    reversal: 'normal',
    acctNo: 'A1',
    summary: '转账',
    ...rest,
  };
}

export function sourceOf(
  rows: readonly Transaction[],
  file = '交易.csv',
  statedFrom?: Day,
  statedTo?: Day,
): TransactionSource {
  return {
    file,
    statedFrom,
    statedTo,
    async *rows() {
      yield rows;
    },
  };
}

export const accounts: Ownership = {
  ownerOf: new Map([
    ['A1', 'C1'],
    ['A2', 'C1'],
    ['B1', 'C2'],
  ]),
  nameOf: new Map([
    ['C1', '甲某某'],
    ['C2', '乙某'],
  ]),
};

const customerClasses = ['ACTIVE', 'THIRD_PARTY'] as const;
const always = { after: null, through: asOf };

/** Count, sum, first and last of the default classes, over everything. */
export const measures: readonly Measure[] = (['count', 'sum', 'first', 'last'] as const).map((of) => ({
  name: of,
  of,
  classes: customerClasses,
  within: always,
}));

export const rules: Rules = rulesSchema.parse({});

/** The report over one or several files. */
export function reportOn(
  files: readonly (readonly Transaction[])[],
  options: {
    readonly ownership?: Ownership;
    readonly rules?: Rules;
    readonly measures?: readonly Measure[];
  } = {},
): Promise<EngineReport> {
  const sources = files.map((rows, index) => sourceOf(rows, `交易${index + 1}.csv`));
  return summarise(sources, options.ownership ?? accounts, options.measures ?? measures, options.rules ?? rules, asOf);
}

/** Count and sum of one customer. */
export async function countAndSum(rows: readonly Transaction[], customer = 'C1'): Promise<readonly (number | null)[]> {
  const report = await reportOn([rows]);
  return (report.activities.get(customer) ?? []).slice(0, 2);
}
