// Forms: cells at fixed places, formulas by key, dropdowns, one page.
import { describe, expect, test } from 'vitest';
import type { Form, FormCell, Sheet } from '../../src/ledger/sheet.js';
import { formPlace, resolveFormFormula } from '../../src/render/form-place.js';
import { formulasOf } from '../outside/written-book.js';
import { sheetXml, writtenParts } from './written-parts.js';

function cell(row: number, column: number, more: Partial<FormCell> = {}): FormCell {
  return { row, column, look: 'data', format: 'text', value: null, ...more };
}

function formSheet(name: string, cells: readonly FormCell[], more: Partial<Form> = {}): Sheet {
  const form = { widths: [10, 20, 30], heights: [20, 30], cells, ...more };
  return { name, title: '日志', subtitle: '机构：测试支行', tables: [], notes: ['说明'], form };
}

const customers: Sheet = {
  name: '_客户',
  title: '客户',
  subtitle: '',
  tables: [
    {
      id: 'customers',
      columns: [
        { key: 'id', header: '客户号', format: 'text', width: 10 },
        { key: 'name', header: '客户姓名', format: 'text', width: 10 },
      ],
      rows: [['C01', '陈*']],
      rowCount: 1,
    },
  ],
  notes: [],
  isHidden: true,
};

const day = formSheet('0901', [
  cell(3, 1, { look: 'section', columns: 3, value: '一、客户约访记录' }),
  cell(4, 1, { key: 'visit1.id', input: true, value: 'C01' }),
  cell(4, 2, {
    key: 'visit1.name',
    input: true,
    value: '陈*',
    formula: 'IFERROR(INDEX({_客户!name:span},MATCH({visit1.id}&"",{_客户!id:span},0)),"")',
  }),
  cell(4, 3, { key: 'visit1.method', input: true, list: { name: '接触方式' } }),
  cell(5, 1, { key: 'visit2.id', input: true }),
  cell(6, 1, { look: 'box', rows: 2, columns: 3, key: 'thoughts', input: true }),
]);

const summary = formSheet('月度汇总', [
  cell(3, 1, { format: 'count', value: 1, formula: 'COUNTA({0901!visit1.id:visit2.id})' }),
]);

describe('a form', () => {
  test('keeps every cell at its place, merged where it says so', async () => {
    const xml = sheetXml(await writtenParts([day, summary, customers]), 1);
    expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref).sort()).toEqual(
      ['A1:C1', 'A2:C2', 'A3:C3', 'A6:C7', 'A9:C9'].sort(),
    );
  });

  test('fills formulas with addresses of its own cells, of other forms and of tables', async () => {
    const written = await writtenParts([day, summary, customers]);
    expect([...formulasOf(sheetXml(written, 1)).entries()]).toEqual([
      ['B4', { formula: `IFERROR(INDEX('_客户'!$B$4:$B$4,MATCH($A$4&"",'_客户'!$A$4:$A$4,0)),"")`, result: '陈*' }],
    ]);
    expect([...formulasOf(sheetXml(written, 2)).entries()]).toEqual([
      ['A3', { formula: "COUNTA('0901'!$A$4:$A$5)", result: '1' }],
    ]);
  });

  test('is printed on one page, protected but for its yellow cells', async () => {
    const xml = sheetXml(await writtenParts([day, summary, customers]), 1);
    expect(xml).toContain('fitToHeight="1"');
    expect(xml).toContain('orientation="portrait"');
    expect(xml).toContain('<sheetProtection');
  });

  test('without input is not protected', async () => {
    expect(sheetXml(await writtenParts([day, summary, customers]), 2)).not.toContain('<sheetProtection');
  });

  test('offers its dropdowns', async () => {
    const { parts } = await writtenParts([day, summary, customers]);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<dataValidation[^>]*sqref="C4"[^>]*><formula1>字典_接触方式/);
    expect(parts['xl/workbook.xml']).toContain('字典_接触方式');
  });

  test('is the same whether it is streamed or not', async () => {
    const cells = async (rows: number) =>
      [...sheetXml(await writtenParts([day, summary, customers], rows), 1).matchAll(/<f>[^<]*<\/f>|<mergeCell [^>]*>/g)]
        .map(([text]) => text)
        .sort();
    expect(await cells(0)).toEqual(await cells(5_000));
  });
});

test('a formula that names a missing cell is a bug', () => {
  const place = formPlace('a', 'a', { widths: [], heights: [], cells: [cell(3, 1, { key: 'x' })] });
  expect(() => resolveFormFormula('{y}', place, [place], [])).toThrow(TypeError);
});

test('two cells with one key are a bug', () => {
  const cells = [cell(3, 1, { key: 'x' }), cell(3, 2, { key: 'x' })];
  expect(() => formPlace('a', 'a', { widths: [], heights: [], cells })).toThrow(TypeError);
});
