// Rows and cells in the state in which exports really are.
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { newTally } from '../../src/exports/export.js';
import { openExports } from '../../src/exports/read.js';
import type { Transaction } from '../../src/model/transaction.js';
import { accounted, lenient } from './memory.js';
import { fileOf } from './workbook-file.js';

const name = '明细.csv';
const heading = '账号,交易日期,流水号,借贷标志,交易金额,摘要';
const booking = (no: number) => `6222000000000001,2025-09-01,T${no},借,1.00,网银转账`;

async function read(content: string | Uint8Array) {
  const { exports } = await openExports([await openFile(fileOf(name, content), name)], lenient);
  const [open] = exports;
  if (open === undefined) throw new Error('not recognised');
  const tally = newTally();
  const records: Transaction[] = [];
  for await (const batch of open.read(tally)) records.push(...(batch as readonly Transaction[]));
  expect(accounted(tally)).toBe(tally.read);
  return { open, tally, records };
}

const codesOf = async (content: string | Uint8Array) => {
  const { tally, records } = await read(content);
  return { codes: tally.problems.map(({ code }) => code), records };
};

describe('headers', () => {
  test.each([
    ['账号[ Account No ],交易日期[ Transaction Date ],流水号[No.],借贷标志[D/C],交易金额[Amount],摘要[Summary]'],
    ['账号［ Account No ］,交易日期［ Transaction Date ］,流水号,借贷标志,交易金额（元）［ Amount ］,摘要'],
    ['账号,交易日期,流水号,借贷标志,交易金额(元),摘要'],
    ['账号,交易日期,流水号,借贷标志,交易金额【元】,摘要'],
    [' 账 号 ,交易日期　,*流水号,借贷标志：,交易金额（元）,"摘要"'],
  ])('%s are understood', async (header) => {
    const { records } = await read(`${header}\n${booking(1)}\n`);
    expect(records).toMatchObject([{ txnDate: '2025-09-01', amountFen: 100, direction: 'D' }]);
  });

  test('that come again every 40 rows are counted and skipped', async () => {
    const pages = Array.from({ length: 5 }, (_, page) => {
      const rows = Array.from({ length: 40 }, (_row, at) => booking(page * 40 + at));
      return ['交易明细清单', `第${page + 1}页`, heading, ...rows].join('\n');
    });
    const { tally, records } = await read(pages.join('\n'));
    expect(records).toHaveLength(200);
    expect(tally).toMatchObject({ header: 5, rejected: 0, preamble: 10 });
  });

  test('behind a byte-order mark in the middle are those of a file glued on', async () => {
    const file = `\ufeff${heading}\n${booking(1)}\n`;
    const { tally, records } = await read(file + file.replace('T1', 'T2'));
    expect(records.map(({ txnId }) => txnId)).toEqual(['T1', 'T2']);
    expect(tally.header).toBe(2);
  });
});

describe('cells', () => {
  test.each([
    ['6222000000000001  张三', '6222000000000001'],
    ['6222 0000 0000 0001 张三', '6222000000000001'],
    ['6222000000000001　欧阳·娜', '6222000000000001'],
    ['="6222000000000001"', '6222000000000001'],
    ["'6222000000000001", '6222000000000001'],
  ])('an account written %j is %s', async (written, acctNo) => {
    const { records } = await read(`${heading}\n${booking(1).replace('6222000000000001', written)}\n`);
    expect(records).toMatchObject([{ acctNo }]);
  });

  test.each([
    ['6222000000000001 张3', 'unreadable-value'],
    ['6222****0001', 'masked-id'],
    ['6222＊＊＊＊0001', 'masked-id'],
  ])('an account written %j is rejected with %s', async (written, code) => {
    const rows = [heading, booking(1), booking(2).replace('6222000000000001', written)];
    const { codes, records } = await codesOf(rows.join('\n'));
    expect(codes).toContain(code);
    expect(records).toHaveLength(1);
  });

  test('a masked counterparty is no key', async () => {
    const { records } = await read(`${heading},对方账号\n${booking(1)},6222****0001\n`);
    expect(records).toMatchObject([{ cpAcct: '6222****0001' }]);
  });

  test.each([
    ['CNY13.50', 1350],
    ['RMB 13.50', 1350],
    ['¥13.50', 1350],
    ['人民币13.50元', 1350],
  ])('an amount written %s is %d 分', async (written, amountFen) => {
    const { records } = await read(`${heading}\n${booking(1).replace('1.00', written)}\n`);
    expect(records).toMatchObject([{ amountFen }]);
  });

  test.each(['USD13.50', '13.50 HKD'])('an amount written %s is rejected', async (written) => {
    const { codes } = await codesOf(`${heading}\n${booking(1)}\n${booking(2).replace('1.00', written)}\n`);
    expect(codes).toContain('unreadable-value');
  });

  test.each(['09-30', '9/30', '9月30日', '09.30'])(
    'a day written %s has no year, and the way out is said',
    async (day) => {
      const { tally } = await read(`${heading}\n${booking(1)}\n${booking(2).replace('2025-09-01', day)}\n`);
      expect(tally.problems.find(({ code }) => code === 'unreadable-value')?.message).toContain('重新导出带年份的日期');
    },
  );
});

describe('a text is refused', () => {
  test('with a zero byte, by its line and offset', async () => {
    const bytes = Buffer.from(`${heading}\n${booking(1)}\n${booking(2)}\n`);
    bytes[bytes.length - 5] = 0;
    await expect(read(bytes)).rejects.toMatchObject({ problems: [{ code: 'undecodable-bytes', line: 3 }] });
  });

  test('with a cell of 2 MB, by its line', async () => {
    await expect(read(`${heading}\n${booking(1)}\n${booking(2)}${'长'.repeat(700_000)}\n`)).rejects.toMatchObject({
      problems: [{ code: 'oversized-record', line: 3 }],
    });
  });

  test('with a quote that is never closed, by the line where the record began', async () => {
    const rows = [heading, booking(1), `"${booking(2)}`, ...Array.from({ length: 50 }, (_, at) => booking(at))];
    await expect(read(rows.join('\n'))).rejects.toMatchObject({ problems: [{ code: 'unclosed-quote', line: 3 }] });
  });
});
