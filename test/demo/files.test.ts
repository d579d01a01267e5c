import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inventBranch } from '../../src/demo/branch.js';
import { branchFiles, type DemoFile, demoFiles } from '../../src/demo/index.js';
import type { Day } from '../../src/model/day.js';

const branch = inventBranch({ customers: 200, seed: 1 });
const files = [...branchFiles(branch)];
const transactions = branch.people.flatMap((person) => branch.storyOf(person).transactions);

function bytesOf(file: DemoFile): Buffer {
  return Buffer.concat([...file.chunks]);
}

function named(part: string): Buffer {
  return bytesOf(files.find((file) => file.name.includes(part))!);
}

function linesOf(text: string): string[] {
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  return lines.slice(0, -1);
}

/** Cells of a line; quotes only ever stand around a whole cell here. */
function cells(line: string, delimiter: string): string[] {
  const pattern = new RegExp(`(?:^|\\${delimiter})(?:"((?:[^"]|"")*)"|([^${delimiter}]*))`, 'g');
  return [...line.matchAll(pattern)].map((match) => (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
}

/** 分 of a cell, through text only. */
function fenIn(cell: string): bigint {
  if (cell === '' || cell === '-') return 0n;
  expect(cell).toMatch(/^-?[\d,]+\.\d\d$/);
  return BigInt(cell.replaceAll(/[,.]/g, ''));
}

const utf8 = (part: string) => new TextDecoder('utf-8', { fatal: true }).decode(named(part));
const gb18030 = (part: string) => new TextDecoder('gb18030', { fatal: true }).decode(named(part));

describe('the exports', () => {
  test('have the same bytes for the same options, also when walked twice', () => {
    const again = [...demoFiles({ customers: 200, seed: 1 })];
    expect(again.map((file) => file.name)).toEqual(files.map((file) => file.name));
    for (const [at, file] of again.entries()) {
      expect(bytesOf(file).equals(bytesOf(files[at]!))).toBe(true);
      expect(bytesOf(file).equals(bytesOf(file))).toBe(true);
    }
  });

  test('have other bytes for another seed', () => {
    for (const [at, file] of [...demoFiles({ customers: 200, seed: 2 })].entries()) {
      expect(bytesOf(file).equals(bytesOf(files[at]!))).toBe(false);
    }
  });

  test('come in three encodings and containers', () => {
    expect(named('.xlsx').subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(() => utf8('202402-202408')).toThrow();
    expect(gb18030('202402-202408')).toMatch(
      /^云栖支行个人客户交易明细清单\r\n机构：.*起止日期：2024-02-01 至 2024-08-31/,
    );
    for (const part of ['账户清单', 'AUM快照', '202409-202412', '202412-202503']) {
      expect(named(part).subarray(0, 3).toString('hex')).toBe('efbbbf');
      expect(utf8(part)).not.toContain('\ufffd');
    }
  });

  test('carry 𠮷, which GBK alone cannot write, through the GB18030 file', () => {
    expect(transactions.some((txn) => txn.txnDate < '2024-09-01' && txn.cpName?.includes('𠮷'))).toBe(true);
    expect(gb18030('202402-202408')).toContain('𠮷祥');
  });

  test.each([
    ['202402-202408', ',', 4, ['收入金额', '支出金额']],
    ['202409-202412', '|', 1, ['发生额(元)']],
    ['202412-202503', ',', 1, ['交易金额']],
    [
      'AUM快照',
      ',',
      1,
      ['金融资产(元)', '储蓄存款(元)', '活期余额(元)', '定期余额(元)', '理财余额(元)', '基金市值(元)'],
    ],
  ])('%s ends with a 合计 row that is the sum of its rows to the 分', (part, delimiter, headerLines, totalled) => {
    const lines = linesOf(part === '202402-202408' ? gb18030(part) : utf8(part));
    const header = cells(lines[headerLines - 1]!, delimiter);
    const total = cells(lines.at(-1)!, delimiter);
    const rows = lines.slice(headerLines, -1).map((line) => cells(line, delimiter));
    expect(total[0]).toBe('合计');
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
    expect(header.filter((_, at) => at > 0 && total[at] !== '')).toEqual(totalled);
    for (const column of totalled) {
      const at = header.indexOf(column);
      expect(rows.reduce((sum, row) => sum + fenIn(row[at]!), 0n)).toBe(fenIn(total[at]!));
    }
  });

  test('hold every booking once, those of December 2024 twice', () => {
    const rowsOf = (text: string, around: number) => linesOf(text).length - around;
    const between = (from: string, to: string) =>
      transactions.filter((t) => t.txnDate >= from && t.txnDate <= to).length;
    expect(rowsOf(gb18030('202402-202408'), 5)).toBe(between('2024-02-01', '2024-08-31'));
    expect(rowsOf(utf8('202409-202412'), 2)).toBe(between('2024-09-01', '2024-12-31'));
    expect(rowsOf(utf8('202412-202503'), 2)).toBe(between('2024-12-01', '2025-03-31'));
    expect(between('2024-12-01', '2024-12-31')).toBeGreaterThan(100);
  });
});

describe('the customer workbook', () => {
  const parts = unzipSync(named('.xlsx'));
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);

  test('has two merged title rows above its header', () => {
    expect(sheet).toContain('<mergeCell ref="A1:R1"/><mergeCell ref="A2:R2"/>');
    expect(sheet).toContain(
      '<row r="3"><c r="A3" s="2" t="inlineStr"><is><t xml:space="preserve">客户编号</t></is></c>',
    );
    expect(sheet.match(/<row /g)).toHaveLength(branch.people.length + 3);
  });

  test('writes ids as text and days as date serials', () => {
    expect(sheet).toContain('>0088000001</t>');
    expect(sheet).not.toMatch(/<v>\d{6,}/);
    const dates = [...sheet.matchAll(/<c r="([A-Z]+)\d+" s="[34]"><v>(\d{5})<\/v>/g)].map((match) => match[1]);
    expect(new Set(dates)).toEqual(new Set(['G', 'I', 'K', 'M']));
  });
});

describe('half a year later', () => {
  const later = [...demoFiles({ customers: 60, seed: 1, asOf: '2025-09-30' as Day })];
  const before = [...demoFiles({ customers: 60, seed: 1 })];

  test('the transactions until March are the same bytes, and those since stand in a file of their own', () => {
    const bookings = before.filter((file) => file.name.startsWith('交易'));
    expect(bookings).toHaveLength(3);
    for (const file of bookings) {
      const again = later.find(({ name }) => name === file.name)!;
      expect(bytesOf(again).equals(bytesOf(file))).toBe(true);
    }
    expect(later.map(({ name }) => name)).toContain('交易明细_202504-202509.csv');
  });

  test('no balance falls below 0, no customer is lost, and some are new', () => {
    const options = { customers: 120, seed: 5 };
    const [old, now] = [inventBranch(options), inventBranch({ ...options, asOf: '2025-09-30' as Day })];
    const numbers = now.people.map(({ customer }) => customer.custNo);
    expect(numbers.slice(0, old.people.length)).toEqual(old.people.map(({ customer }) => customer.custNo));
    expect(numbers.length).toBeGreaterThan(old.people.length);
    const booked = now.people.flatMap((person) => now.storyOf(person).transactions);
    expect(booked.filter(({ balanceFen }) => (balanceFen ?? 0) < 0)).toEqual([]);
    expect(booked.filter(({ amountFen, txnDate }) => amountFen <= 0 && txnDate > '2025-03-31')).toEqual([]);
  });

  test.each([1, 2, 3, 9])('a branch of %i customers has its files, too', (customers) => {
    for (const file of demoFiles({ customers, seed: 1, asOf: '2025-09-30' as Day })) {
      expect(bytesOf(file).length).toBeGreaterThan(0);
    }
  });
});
