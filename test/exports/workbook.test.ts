import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../src/exports/workbook.js';
import { dateCell } from '../../src/exports/workbook-cell.js';
import { cellsOf, excel, fileOf, partsOf, rowsOf, sheetOf, stylesOf, zipped } from './workbook-file.js';

const open = (bytes: Uint8Array) => openWorkbook(fileOf('交易明细.xlsx', bytes), '交易明细.xlsx', 'xlsx');
const refused = (code: string) =>
  expect.objectContaining({ exitCode: 3, problems: [expect.objectContaining({ code })] });

describe('rows', () => {
  test('a merged title is said once and the lines are the row numbers of Excel', async () => {
    const bytes = await excel((workbook) => {
      const sheet = workbook.addWorksheet('交易明细');
      sheet.getCell('A2').value = '交易明细查询';
      sheet.mergeCells('A2:C2');
      sheet.getRow(4).values = ['客户号', '金额', '有效'];
      sheet.getRow(5).values = ['C01 ', 107.5, true];
      sheet.getRow(8).values = [undefined, '002', false];
    });
    const raw = await open(bytes);
    expect(await rowsOf(raw)).toEqual([
      { line: 1, cells: [] },
      { line: 2, cells: ['交易明细查询'] },
      { line: 3, cells: [] },
      { line: 4, cells: ['客户号', '金额', '有效'] },
      { line: 5, cells: ['C01 ', 107.5, true] },
      { line: 6, cells: [] },
      { line: 7, cells: [] },
      { line: 8, cells: [null, '002', false] },
    ]);
    expect(await rowsOf(raw, 0, 7)).toEqual((await rowsOf(raw)).slice(6));
    expect(raw.tables[0]?.head({}).at(-1)).toEqual({ line: 8, nextLine: 9, cells: [null, '002', false] });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(raw).toMatchObject({
      file: '交易明细.xlsx',
      container: 'xlsx',
      encoding: 'binary',
      sha256,
      hiddenSheets: [],
    });
    expect(raw.tables[0]).toMatchObject({ sheet: '交易明细', layouts: [{}] });
  });

  test('the head ends at row 60 and the rows go on in batches', async () => {
    const raw = await open(
      await excel((workbook) => {
        const sheet = workbook.addWorksheet('长表');
        for (let line = 1; line <= 2500; line += 1) sheet.addRow([line]);
      }),
    );
    expect(raw.tables[0]?.head({}).map((row) => row.line)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    const lengths = [];
    for await (const batch of raw.tables[0]?.rows({}, 1) ?? []) lengths.push(batch.length);
    expect(lengths).toEqual([1000, 1000, 500]);
  });

  test('a head with nothing in its first 60 rows is empty rows', async () => {
    const raw = await open(sheetOf('<row r="70"><c r="A70"><v>1</v></c></row>'));
    expect(raw.tables[0]?.head({})).toHaveLength(60);
    expect((await rowsOf(raw)).at(-1)).toEqual({ line: 70, cells: [1] });
  });

  test.each([
    ['rich text is its letters', '<c t="inlineStr"><is><r><t>客</t></r><r><t>户</t></r></is></c>', '客户'],
    ['an error is its text', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a formula is its cached number', '<c><f>1+1</f><v>2</v></c>', 2],
    ['a formula is its cached text', '<c t="str"><f>A1</f><v>002</v></c>', '002'],
    ['an ISO date is text', '<c t="d"><v>2025-09-30T00:00:00</v></c>', '2025-09-30T00:00:00'],
    [
      'text keeps its blanks and leading zeros',
      '<c t="inlineStr"><is><t xml:space="preserve"> 007 </t></is></c>',
      ' 007 ',
    ],
    ['a line break written as an escape is one', '<c t="inlineStr"><is><t>a_x000A_b</t></is></c>', 'a\nb'],
    ['an overflow is text', '<c><v>1e999</v></c>', 'Infinity'],
    ['a prototype word is a word', '<c t="str"><v>__proto__</v></c>', '__proto__'],
  ])('%s', async (_name, cell, value) => {
    expect(await cellsOf(await open(sheetOf(`<row r="1">${cell}</row>`)))).toEqual([[value]]);
  });

  test('a formula without a cached value is an empty cell, and empty cells at the end are none', async () => {
    expect(await cellsOf(await open(sheetOf('<row><c><v>1</v></c><c><f>A1</f></c><c t="str"><v/></c></row>')))).toEqual(
      [[1]],
    );
    expect(await cellsOf(await open(sheetOf('<row><c t="str"/><c><v>1</v></c></row>')))).toEqual([[null, 1]]);
  });

  test.each([
    ['beyond the last row of Excel', '<row r="99999999"><c><v>1</v></c></row>'],
    ['one beyond the last row of Excel', '<row r="1048577"><c><v>1</v></c></row>'],
    ['zero', '<row r="0"><c><v>1</v></c></row>'],
    ['no number', '<row r="abc"><c><v>1</v></c></row>'],
    ['the same twice', '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'],
    ['falling', '<row r="3"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'],
  ])('a row number that is %s refuses the file', async (_name, rows) => {
    await expect(open(sheetOf(rows))).rejects.toEqual(refused('unsafe-workbook'));
  });

  test('a row number that falls after the head refuses the file', async () => {
    const rows = Array.from({ length: 70 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join('');
    await expect(open(sheetOf(`${rows}<row r="5"><c><v>1</v></c></row>`))).rejects.toEqual(refused('unsafe-workbook'));
  });

  test.each([
    ['the same twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['the same in another row', '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A1"><v>2</v></c></row>'],
    ['falling', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['not behind a cell without one', '<row r="1"><c><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['without a row', '<row r="1"><c r="A"><v>1</v></c></row>'],
    ['without a column', '<row r="1"><c r="1"><v>1</v></c></row>'],
    ['empty', '<row r="1"><c r=" "><v>1</v></c></row>'],
    ['fixed', '<row r="1"><c r="$A$1"><v>1</v></c></row>'],
    ['small', '<row r="1"><c r="a1"><v>1</v></c></row>'],
    ['beyond the last column', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['of four letters', '<row r="1"><c r="AAAA1"><v>1</v></c></row>'],
    ['written with blanks', '<row r="1"><c r = "A1"><v>1</v></c><c r = "A1"><v>2</v></c></row>'],
    ['in apostrophes and twice', `<row r='1'><c s="0" r='A1'><v>1</v></c><c t="n" r='A1'><v>2</v></c></row>`],
    ['twice under a prefix', '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="A1"/></x:row>'],
  ])('a cell reference that is %s refuses the file', async (_name, rows) => {
    await expect(open(sheetOf(rows))).rejects.toEqual(refused('unsafe-workbook'));
  });

  test.each([
    ['a comment', '<!-- <c r="Z1"/> --><row r="1"><c r="A1"><v>1</v></c></row>'],
    [
      'gaps',
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="9"/><row r="12"><c r="A12"/></row>',
    ],
    ['attributes of all kinds', '<row r="1" spans="1:2" x:r="7"><c s="0" xr="B9" r="A1" t="n"><v>1</v></c></row>'],
    [
      'more than one chunk',
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x '.repeat(200_000)}</t></is></c><c r="B1"/></row>`,
    ],
  ])('%s in a sheet does no harm', async (_name, rows) => {
    await expect(open(sheetOf(rows))).resolves.toMatchObject({ container: 'xlsx' });
  });

  test.each([
    ['0', 'read'],
    ['1', 'damaged-workbook'],
    ['999999999999999999999', 'damaged-workbook'],
  ])('a cell that names shared text %s of one is %s', async (number, outcome) => {
    const work = open(sheetOf(`<row r="1"><c r="A1" t="s"><v>${number}</v></c></row>`));
    if (outcome === 'read') await expect(work).resolves.toMatchObject({ tables: [{}] });
    else await expect(work).rejects.toEqual(refused(outcome));
  });

  test('the last row of Excel is read', async () => {
    const raw = await open(sheetOf('<row r="1048576"><c><v>1</v></c></row>'));
    expect((await rowsOf(raw)).length).toBe(1_048_576);
  });
});

describe('dates', () => {
  const chinese = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
  const clocks = [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56];
  const own = [
    'yyyy-mm-dd',
    'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
    'yyyy/m/d h:mm:ss',
    '[$-804]yyyy.mm.dd',
  ];

  test.each([...chinese, ...clocks, ...own])('format %s is a date', async (format) => {
    const raw = await open(sheetOf('<row><c s="1"><v>45930.5868750</v></c></row>', stylesOf([format])));
    expect(await cellsOf(raw)).toEqual([[{ day: '2025-09-30', time: '14:05:06' }]]);
  });

  test.each([
    0,
    1,
    2,
    3,
    4,
    9,
    10,
    11,
    37,
    38,
    39,
    40,
    48,
    49,
    '#,##0.00',
    '0.00%',
    '#,##0.00"元"'.replaceAll('"', '&quot;'),
  ])('format %s is a number', async (format) => {
    const raw = await open(sheetOf('<row><c s="1"><v>45930</v></c></row>', stylesOf([format])));
    expect(await cellsOf(raw)).toEqual([[45930]]);
  });

  test.each([
    ['-1', undefined],
    ['0', undefined],
    ['1', undefined],
    ['59', undefined],
    ['60', undefined],
    ['61', '1900-03-01'],
    ['45930', '2025-09-30'],
    ['109574', '2199-12-31'],
    ['109575', undefined],
    ['2958465', undefined],
    ['20250131', undefined],
    ['1e15', undefined],
  ])('serial number %s is the day %s', async (serial, day) => {
    const raw = await open(sheetOf(`<row><c s="1"><v>${serial}</v></c></row>`, stylesOf([14])));
    expect(await cellsOf(raw)).toEqual([[{ day }]]);
  });

  test.each([
    ['45930.99999999', { day: '2025-10-01' }],
    ['45930.999995', { day: '2025-09-30', time: '23:59:59' }],
    ['45930.000001', { day: '2025-09-30' }],
    ['45930.58687', { day: '2025-09-30', time: '14:05:06' }],
    ['0.586875', { day: undefined, time: '14:05:06' }],
  ])('serial number %s is %o', async (serial, cell) => {
    const raw = await open(sheetOf(`<row><c s="1"><v>${serial}</v></c></row>`, stylesOf([22])));
    expect(await cellsOf(raw)).toEqual([[cell]]);
  });

  test.each([
    ['1', '2025-09-30'],
    ['true', '2025-09-30'],
    ['0', '2021-09-29'],
    ['false', '2021-09-29'],
  ])('with date1904="%s" serial number 44468 is the day %s', async (value, day) => {
    const parts = partsOf({ styles: stylesOf([14]) });
    const workbook = String(parts['xl/workbook.xml']).replace('<sheets>', `<workbookPr date1904="${value}"/><sheets>`);
    const sheet = '<worksheet><sheetData><row><c s="1"><v>44468</v></c></row></sheetData></worksheet>';
    const bytes = zipped({ ...parts, 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': sheet });
    expect(await cellsOf(await open(bytes))).toEqual([[{ day }]]);
  });

  test('every second of every day comes back', () => {
    const seconds = fc.integer({ min: Date.UTC(1900, 2, 1) / 1000, max: Date.UTC(2199, 11, 31, 23, 59, 59) / 1000 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -5, max: 5 }), (second, noise) => {
        const text = new Date(second * 1000).toISOString();
        const time = text.slice(11, 19);
        const cell = { day: text.slice(0, 10), ...(time === '00:00:00' ? {} : { time }) };
        expect(dateCell(new Date(second * 1000 + noise))).toEqual(cell);
      }),
    );
  });
});

describe('sheets', () => {
  test('visible sheets come in order, hidden ones are named', async () => {
    const raw = await open(
      await excel((workbook) => {
        workbook.addWorksheet('封面').addRow(['说明']);
        workbook.addWorksheet('草稿', { state: 'hidden' }).addRow(['旧']);
        workbook.addWorksheet('A&B <1>').addRow(['客户号']);
        workbook.addWorksheet('底稿', { state: 'veryHidden' }).addRow(['更旧']);
      }),
    );
    expect(raw.tables.map((table) => table.sheet)).toEqual(['封面', 'A&B <1>']);
    expect(raw.hiddenSheets).toEqual(['草稿', '底稿']);
    expect(await cellsOf(raw, 1)).toEqual([['客户号']]);
  });

  const list = (sheets: string) =>
    zipped(partsOf({ workbook: `<workbook xmlns:r="http://x/relationships"><sheets>${sheets}</sheets></workbook>` }));

  test('a workbook with only hidden sheets is refused', async () => {
    await expect(open(list('<sheet name="底" state="hidden" r:id="rId1"/>'))).rejects.toEqual(
      refused('damaged-workbook'),
    );
  });

  test.each([
    ['no sheet', ''],
    ['a sheet without a name', '<sheet r:id="rId1"/>'],
    ['a sheet without a part', '<sheet name="交易"/>'],
    ['a sheet whose part is not told', '<sheet name="交易" r:id="rId99"/>'],
  ])('a workbook with %s is refused', async (_name, sheets) => {
    await expect(open(list(sheets))).rejects.toEqual(refused('damaged-workbook'));
  });

  test('a chart sheet is passed over', async () => {
    const parts = partsOf({});
    const links = String(parts['xl/_rels/workbook.xml.rels']).replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    );
    const workbook =
      '<workbook><sheets><sheet name="图" r:id="rId9"/><sheet name="交易" r:id="rId1"/></sheets></workbook>';
    const raw = await open(zipped({ ...parts, 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': links }));
    expect(raw.tables.map((table) => table.sheet)).toEqual(['交易']);
    expect(await cellsOf(raw)).toEqual([['客户号']]);
  });

  test('prefixed elements are read', async () => {
    const workbook = '<x:workbook xmlns:r="r"><x:sheets><x:sheet name="交易" r:id="rId1"/></x:sheets></x:workbook>';
    const sheet = '<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf(await open(zipped(partsOf({ workbook, sheet }))))).toEqual([[1]]);
  });

  test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', '_rels/.rels'])(
    'a workbook without %s is refused',
    async (name) => {
      await expect(open(zipped(partsOf({ without: [name] })))).rejects.toEqual(refused('damaged-workbook'));
    },
  );
});
