import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Stored } from '../../src/render/paper.js';
import { rowXml, type StyledCell } from '../../src/render/row-xml.js';

const shown = { height: 18, isHidden: false } as const;

function cells(...values: readonly (Stored | undefined)[]): readonly (StyledCell | undefined)[] {
  return values.map((value) => (value === undefined ? undefined : { value, style: 3 }));
}

/** The rows as exceljs writes the same cells, all of one look. */
async function writtenByExceljs(rows: readonly (readonly Stored[])[]): Promise<readonly string[]> {
  const pieces: Uint8Array[] = [];
  const stream = new Writable({
    write(bytes: Uint8Array, _encoding, done) {
      pieces.push(bytes);
      done();
    },
  });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const worksheet = workbook.addWorksheet('a');
  for (const [index, values] of rows.entries()) {
    const row = worksheet.getRow(index + 1);
    for (const [place, value] of values.entries()) {
      const cell = row.getCell(place + 1);
      cell.value = value;
      cell.numFmt = '0.000';
    }
    row.height = 18;
    row.commit();
  }
  await workbook.commit();
  const part = unzipSync(Buffer.concat(pieces))['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
  return strFromU8(part).match(/<row .*?(?:<\/row>|\/>(?=<row|<\/sheetData))/gs) ?? [];
}

describe('a row', () => {
  test.each<[string, readonly (StyledCell | undefined)[], string]>([
    ['an empty cell keeps its look', cells(null), '<c r="A7" s="3"/>'],
    ['a number', cells(0.1), '<c r="A7" s="3"><v>0.1</v></c>'],
    ['a text stands in its cell', cells('甲<乙'), '<c r="A7" s="3" t="str"><v>甲&lt;乙</v></c>'],
    ['signs of XML in a text', cells(`&lt;"'`), '<c r="A7" s="3" t="str"><v>&amp;lt;&quot;&apos;</v></c>'],
    ['a formula with a number', cells({ formula: 'A1<2', result: 0 }), '<c r="A7" s="3"><f>A1&lt;2</f><v>0</v></c>'],
    [
      'a formula with an empty text',
      cells({ formula: '""', result: '' }),
      '<c r="A7" s="3" t="str"><f>&quot;&quot;</f><v></v></c>',
    ],
  ])('%s', (_, row, xml) => {
    const spans = ' spans="1:1"';
    expect(rowXml(7, row, shown, null)).toBe(
      `<row r="7" ht="18" customHeight="1"${spans} x14ac:dyDescent="0.25">${xml}</row>`,
    );
  });

  test('shared texts are numbers, and formulas keep their own', () => {
    const numberOf = (text: string) => text.length;
    const xml = rowXml(1, cells('三个字', { formula: 'A1', result: '三个字' }), shown, numberOf);
    expect(xml).toContain('<c r="A1" s="3" t="s"><v>3</v></c><c r="B1" s="3" t="str"><f>A1</f><v>三个字</v></c>');
  });

  test('gaps are left out, and the row says from where to where it reaches', () => {
    const xml = rowXml(2, [...cells(undefined, 1), ...cells(undefined, undefined, 2)], shown, null);
    expect(xml).toContain(' spans="2:5"');
    expect(xml.match(/r="[A-Z]+2"/g)).toEqual(['r="B2"', 'r="E2"']);
  });

  test('without cells it has a height only, hidden or not', () => {
    expect(rowXml(4, [], { height: 15, isHidden: true }, null)).toBe(
      '<row r="4" ht="15" customHeight="1" hidden="1" x14ac:dyDescent="0.25"/>',
    );
    expect(rowXml(4, [], { height: undefined, isHidden: false }, null)).toBe('<row r="4" x14ac:dyDescent="0.25"/>');
  });

  test('columns go on behind Z', () => {
    const wide = Array.from({ length: 300 }, (_, index): StyledCell => ({ value: index, style: 1 }));
    const names = rowXml(1, wide, shown, null).match(/r="[A-Z]+1"/g);
    expect([names?.[25], names?.[26], names?.[255], names?.[299]]).toEqual(['r="Z1"', 'r="AA1"', 'r="IV1"', 'r="KN1"']);
  });

  test('is what exceljs writes for the same cells', async () => {
    const text = fc.string({ unit: fc.constantFrom(...`甲 <>&"'a1_;\n`), minLength: 1, maxLength: 8 });
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const formula = fc.record({ formula: text, result: fc.oneof(text, number) });
    const value = fc.oneof(fc.constant(null), text, number, formula);
    const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const ours = all.map((values, index) =>
          rowXml(
            index + 1,
            values.map((cell) => ({ value: cell, style: 1 })),
            shown,
            null,
          ),
        );
        expect(ours).toEqual(await writtenByExceljs(all));
      }),
      { numRuns: 20 },
    );
  });
});
