import { beforeAll, describe, expect, test } from 'vitest';
import { columnLetters, sheetNamed, type WrittenBook, type WrittenSheet } from '../outside/written-book.js';
import { demoLedger } from './demo-ledgers.js';
import { columnsOf, type LaidOutColumn, layouts } from './ledger-layouts.js';

// The lists of the demo branch's workbook as a reader other than its writer sees them, against DOMAIN.md §4.

let book: WrittenBook;

beforeAll(async () => {
  book = await demoLedger(60);
}, 120_000);

function sheetOf(name: string): WrittenSheet {
  return sheetNamed(book, name);
}

describe.each(Object.entries(layouts))('%s as written', (name, layout) => {
  const columns = columnsOf(layout);
  const { headerRow } = layout;
  const first = headerRow + 1;
  const letters = columns.map((_, index) => columnLetters(index + 1));
  const headerCell = (sheet: WrittenSheet, letter = '') => {
    const leaf = sheet.cells.get(`${letter}${headerRow}`);
    return leaf?.value === null || leaf === undefined ? sheet.cells.get(`${letter}${headerRow - 1}`) : leaf;
  };
  const isMissing = (sheet: WrittenSheet, letter = '') =>
    String(headerCell(sheet, letter)?.value).includes('（未提供）');

  test('has the headers in their order', () => {
    const sheet = sheetOf(name);
    const shown = letters.map((letter) => String(headerCell(sheet, letter)?.value).replace('\n（未提供）', ''));
    expect(shown).toEqual(columns.map(({ header }) => header));
  });

  test('merges its groups, stays in sight and prints as it should', () => {
    const sheet = sheetOf(name);
    expect(sheet.merges).toEqual(expect.arrayContaining([...layout.groups]));
    expect(sheet.element('pane')).toContain(`topLeftCell="${layout.frozen}"`);
    const setup = sheet.element('pageSetup');
    for (const wanted of ['paperSize="9"', 'orientation="landscape"', 'fitToHeight="0"'])
      expect(setup).toContain(wanted);
    expect(setup).toContain(`fitToWidth="${layout.pagesWide}"`);
    const titles = layout.repeated.map((range) => `'${name}'!${range}`).join(',');
    expect(book.names.get(`_xlnm.Print_Titles ${name}`)).toBe(titles);
    expect(sheet.element('autoFilter')).toContain(`ref="A${headerRow}:`);
  });

  test('has its formulas, never TODAY()', () => {
    const { cells } = sheetOf(name);
    for (const [cell, formula] of layout.formulas) expect(cells.get(cell)?.formula, cell).toBe(formula);
    expect([...cells.values()].filter(({ formula }) => /TODAY|NOW\(/.test(formula ?? ''))).toEqual([]);
  });

  test('shows numbers as stated, in columns wide enough', () => {
    const sheet = sheetOf(name);
    for (const [index, { header, numberFormat, width }] of columns.entries()) {
      const letter = letters[index] ?? '';
      const { numberFormat: found = '' } = sheet.cells.get(`${letter}${first}`)?.style ?? {};
      // A day without its time must not pass for midnight.
      if (found !== 'yyyy-mm-dd' || !numberFormat.startsWith(found)) expect(found, header).toBe(numberFormat);
      if (sheet.widths.get(letter) !== 0) expect(sheet.widths.get(letter), header).toBeGreaterThanOrEqual(width);
    }
  });

  test('is yellow and open where people type, and nowhere else', () => {
    const sheet = sheetOf(name);
    for (const [index, { header, isInput }] of columns.entries()) {
      const cell = sheet.cells.get(`${letters[index]}${first}`);
      expect(cell?.style.isLocked, header).toBe(!isInput);
      if (isInput)
        expect([headerCell(sheet, letters[index])?.style.fill, cell?.style.fill]).toEqual(['FFF2CC', 'FFF2CC']);
      else if (!isMissing(sheet, letters[index])) expect(headerCell(sheet, letters[index])?.style.fill).toBe('2F5496');
    }
    const hasInput = columns.some(({ isInput }) => isInput);
    const open = hasInput
      ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
      : '';
    expect(sheet.element('sheetProtection')).toBe(open);
  });

  test('offers its lists: closed ones refuse other texts, open ones warn', () => {
    const { validations } = sheetOf(name);
    const offered = ({ list, isClosed }: LaidOutColumn, letter: string) => {
      const own = validations.filter(({ range }) => range.startsWith(`${letter}${first}:`));
      expect(own.map(({ type, formula, errorStyle }) => [type, formula, errorStyle])).toEqual([
        ['list', `字典_${list}`, isClosed ? 'stop' : 'warning'],
      ]);
    };
    const listed = columns.flatMap((column, index) =>
      column.list === '' ? [] : [[column, letters[index] ?? ''] as const],
    );
    for (const [column, letter] of listed) offered(column, letter);
    expect(validations.filter(({ type }) => type === 'list')).toHaveLength(listed.length);
  });
});
