// The invented people through the ledgers, by profile (§5.9): `manager` masks everybody, `owner` names the own customers only,
// `public` says nothing of a customer.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Run, runIn } from '../run.js';
import { branchFiles, isProspectOf, keeperOf, staff } from './branch.js';
import { misplaced, planted } from './damage.js';
import { canaries, type Files, filesUnder, hits, names, partsOf, people, place, runFolder } from './people.js';

const folder = runFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbers = people.flatMap(({ phone, idNo, account }) => [phone, idNo, account]);
const given = branchFiles();
const fixed = ['.', '--as-of', '2025-09-30', '-o', '../台账'];

interface Ledgers {
  readonly run: Run;
  readonly cwd: string;
  /** Paths of the workbooks. */
  readonly books: readonly string[];
}

async function ledger(files: Files, ...options: readonly string[]): Promise<Ledgers> {
  const cwd = place(folder, files);
  const run = await runIn(cwd, ['ledger', ...fixed, ...options]);
  const out = join(cwd, '..');
  const books = filesUnder(out).filter((path) => path.startsWith('台账'));
  return { run, cwd, books: books.map((path) => join(out, path)) };
}

function expectNone({ run, books }: Ledgers, wanted: readonly string[] = canaries): void {
  expect(hits(run.stdout + run.stderr, wanted), run.stderr).toEqual([]);
  for (const book of books)
    for (const part of [book, ...partsOf(book)]) expect(hits(part, wanted), `${book}\n${part}`).toEqual([]);
}

describe('nobody can be recognised in the ledgers', () => {
  test.each([
    [[]],
    [['--all']],
    [['--with-log']],
    [['--with-log', '--period', '2025-09', '--with-redeem', '--all']],
    [['日志']],
    [['转介', '--period', '2025']],
  ])('%j', async (options) => {
    const ledgers = await ledger(given, ...options);
    expectNone(ledgers);
    expect(ledgers.run.code, ledgers.run.stderr).toBe(0);
    expect(ledgers.books.length).toBeGreaterThan(0);
  });

  test.each([
    ['misplaced', misplaced],
    ['planted', planted],
  ])('of %s cells', async (_, files) => {
    const options = ['--all', '--with-log', '--max-rejects', '100%', '--fixes', '../待改.xlsx'];
    const ledgers = await ledger(files, ...options);
    expectNone({ ...ledgers, books: [...ledgers.books, join(ledgers.cwd, '..', '待改.xlsx')] });
  });
});

describe('under --mask public', () => {
  test('nothing of a customer is told, not even a 客户号', async () => {
    const ledgers = await ledger(given, '--mask', 'public', '--all', '--with-log');
    expectNone(ledgers, [...canaries, ...people.map(({ custNo }) => custNo)]);
    expect(ledgers.run.code, ledgers.run.stderr).toBe(0);
    expect(ledgers.books).toHaveLength(1);
  });
});

describe('the books of --split-by employee', () => {
  let ledgers: Ledgers;
  beforeAll(async () => {
    ledgers = await ledger(given, '--split-by', 'employee', '--all', '--with-log');
  });

  test.each(staff.map(({ no }, side) => [no, side] as const))(
    'of %s name all own customers and nobody else',
    (no, side) => {
      const books = ledgers.books.filter((book) => book.includes(no));
      const own = people.filter((_, at) => keeperOf(at).no === no).map(({ name }) => name);
      const met = people.filter((_, at) => isProspectOf(no, at)).map(({ name }) => name);
      expect(books).toHaveLength(2);
      const texts = books.flatMap((book) => partsOf(book)).join('\n');
      expect(hits(texts, own)).toEqual(own);
      expect(
        hits(
          texts,
          names.filter((name) => !own.includes(name) && !met.includes(name)),
        ),
      ).toEqual([]);
      expect(side).toBe(staff.findIndex((one) => one.no === no));
    },
  );

  test('show no phone, ID or account in full, and nobody in a message or a file name', () => {
    expectNone(ledgers, numbers);
    expect(hits(ledgers.run.stdout + ledgers.run.stderr + ledgers.books.join())).toEqual([]);
    expect(ledgers.run.code, ledgers.run.stderr).toBe(0);
  });
});

/** Writes into the first input cell under a header of a sheet, on every row of a list. */
async function typed(path: string, sheetName: string, header: string, textOf: (row: number) => string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet(sheetName);
  if (sheet === undefined) throw new Error(`no sheet ${sheetName}`);
  const found: { readonly row: number; readonly column: number }[] = [];
  sheet.eachRow((row, at) =>
    row.eachCell((cell, column) => void (cell.value === header && found.push({ row: at, column }))),
  );
  const [place_] = found;
  if (place_ === undefined) throw new Error(`no column ${header}`);
  for (let row = place_.row + 1; row <= place_.row + people.length; row += 1)
    sheet.getCell(row, place_.column).value = textOf(row);
  await workbook.xlsx.writeFile(path);
}

describe('what staff typed into the last workbook', () => {
  const list = '睡眠客户唤醒台账';

  test('is carried, but a number of a person in it is refused without being repeated', async () => {
    for (const secret of numbers.slice(0, 3)) {
      const first = await ledger(given, '--branch', '0101');
      await typed(first.books[0]!, list, '备注', () => `回电${secret}`);
      const run = await runIn(first.cwd, [
        'ledger',
        ...fixed.slice(0, 3),
        '-o',
        '../新',
        '--previous',
        '../台账',
        '--branch',
        '0101',
      ]);
      expect(run.code, run.stderr).toBe(1);
      expect(hits(run.stdout + run.stderr), run.stderr).toEqual([]);
      expect(filesUnder(join(first.cwd, '..')).filter((path) => path.startsWith('新'))).toEqual([]);
    }
  });

  test.each([
    ['manager', false],
    ['owner', true],
  ])('under %s shows the names of known customers: %s', async (profile, shown) => {
    const first = await ledger(given, '--branch', '0101', '--mask', profile);
    await typed(first.books[0]!, list, '备注', () => `${people[0]!.name}约周五`);
    const into = ['-o', '../新', '--previous', '../台账', '--branch', '0101', '--mask', profile];
    const run = await runIn(first.cwd, ['ledger', ...fixed.slice(0, 3), ...into]);
    expect(run.code, run.stderr).toBe(0);
    const [book = ''] = filesUnder(join(first.cwd, '..')).filter((path) => path.startsWith('新'));
    const parts = partsOf(join(first.cwd, '..', book)).join('\n');
    expect(parts.includes(`${people[0]!.name}约周五`)).toBe(shown);
    expect(parts).toContain('约周五');
    expect(run.stderr.includes('处写着客户姓名')).toBe(!shown);
  });

  test('reaches the own book of an employee only for own customers', async () => {
    const first = await ledger(given, '--branch', '0101', '--all');
    await typed(first.books[0]!, list, '备注', (row) => `已约第${row}位`);
    const run = await runIn(first.cwd, [
      ...['ledger', ...fixed.slice(0, 3), '-o', '../分', '--previous', '../台账', '--split-by', 'employee', '--all'],
    ]);
    expect(run.code, run.stderr).toBe(0);
    const books = filesUnder(join(first.cwd, '..')).filter((path) => path.startsWith('分'));
    expect(books).toHaveLength(staff.length);
    for (const { no } of staff) {
      const others = people.filter((_, at) => keeperOf(at).no !== no && !isProspectOf(no, at)).map(({ name }) => name);
      const path = join(first.cwd, '..', books.find((book) => book.includes(no)) ?? '');
      expect(hits(partsOf(path).join('\n'), others)).toEqual([]);
    }
  });
});
