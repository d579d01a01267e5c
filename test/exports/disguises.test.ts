// What holds for a plain text holds in every container.
import { describe, expect, test } from 'vitest';
import { openFiles } from '../../src/exports/container.js';
import { newTally } from '../../src/exports/export.js';
import { openExports } from '../../src/exports/read.js';
import { UserError } from '../../src/model/errors.js';
import { disguises, type Lines } from './disguised.js';
import { accounted, lenient } from './memory.js';
import { fileOf } from './workbook-file.js';

const heading = ['客户号', '交易日期', '流水号', '借贷标志', '交易金额', '摘要'];
const bookings = [
  ['C01', '2025-09-01', 'T001', '借', '1,234.56'.replace(',', ''), '网银转账'],
  ['C02', '20250902', 'T002', '借', '0.07', 'ATM取款'],
  ['C03', '2025/9/3', 'T003', '借', '¥0.37', '消费'],
];
const total = (amount: string) => ['合计', '', '', '', amount, ''];

async function read(bytes: string | Uint8Array, name: string) {
  const raw = await openFiles(fileOf(name, bytes), name);
  const { exports } = await openExports(raw, lenient);
  const tally = newTally();
  const records: unknown[] = [];
  for (const open of exports) for await (const batch of open.read(tally)) records.push(...batch);
  return { raw, exports, tally, records };
}

async function refusal(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

describe.each(disguises)('%s', (_name, file, bytesOf) => {
  const readLines = async (lines: Lines) => read(await bytesOf(lines), file);

  test('gives the same records and accounts for every row', async () => {
    const plain = await read(disguises[0]![2]([heading, ...bookings]) as string, '明细.csv');
    const { exports, records, tally } = await readLines([
      ['交易明细'],
      heading,
      ...bookings,
      heading,
      total('1235.00'),
    ]);
    expect(exports.map(({ kind }) => kind)).toEqual(['transactions']);
    expect(records).toEqual(plain.records);
    expect(tally).toMatchObject({ read: 7, records: 3, header: 2, preamble: 1, total: 1, rejected: 0 });
    expect(accounted(tally)).toBe(7);
    expect(tally.controlTotals).toMatchObject([{ statedFen: 123_500, computedFen: 123_500 }]);
  });

  test.each(['1234.99', '1235.01'])('a 合计 of %s, one 分 off, is caught', async (amount) => {
    expect(await refusal(readLines([heading, ...bookings, total(amount)]))).toEqual(['total-mismatch']);
  });

  test('a rejected row is named by its line', async () => {
    const { tally } = await readLines([heading, ...bookings, ['C04', '09-30', 'T004', '借', '1.00', '消费']]);
    const [problem] = tally.problems.filter(({ code }) => code === 'unreadable-value');
    expect(problem).toMatchObject({ line: 5, column: '交易日期', message: expect.stringContaining('没有年份') });
  });
});
