// Files that are broken or made to break the reader: each ends with a code and a sentence, in little time and memory.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { UserError } from '../../src/model/errors.js';
import { biff, filePass, ole, xls } from './biff-file.js';
import { excel, partsOf, rowsOf, sheetOf, zipped } from './workbook-file.js';

/** Peak memory is read where Linux shows it. */
const isLinux = existsSync('/proc/self/status');
const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'taizhang-torture-'));
const runner = join(folder, 'run.mjs');

beforeAll(() => {
  if (!existsSync(join(root, 'dist/cli/process.js'))) throw new Error('dist/ is missing: run `npm run build` first');
  const program = JSON.stringify(join(root, 'dist/cli/process.js'));
  writeFileSync(
    runner,
    `import { readFileSync } from 'node:fs';
process.on('exit', () => process.stderr.write(/\\nVmHWM:.*/.exec(readFileSync('/proc/self/status', 'latin1'))[0]));
const { run } = await import(${program});
await run(process);
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stderr: string;
  readonly peakMb: number;
  readonly seconds: number;
}

/** Inspects a file in a process of its own. */
function inspect(name: string, bytes: string | Uint8Array): Promise<Ended> {
  writeFileSync(join(folder, name), bytes);
  const started = performance.now();
  return new Promise((done) => {
    execFile(
      process.execPath,
      [runner, 'inspect', name],
      { cwd: folder, timeout: 60_000 },
      (error, _stdout, stderr) => {
        const seconds = (performance.now() - started) / 1000;
        const peakMb = Number(/\nVmHWM:\s+(\d+)/.exec(stderr)?.[1]) / 1024;
        const code = error === null ? 0 : Number(error.code);
        done({ code, stderr: stderr.replace(/\nVmHWM:.*/, ''), peakMb, seconds });
      },
    );
  });
}

const heading = ['客户号', '交易日期', '流水号', '借贷标志', '交易金额', '摘要'];
const booking = ['C01', '2025-09-01', 'T001', '借', '1.00', '网银转账'];
const inline = (cells: readonly string[], row: number) =>
  cells
    .map((text, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('');
const row = (cells: readonly string[], at: number) => `<row r="${at}">${inline(cells, at)}</row>`;
const usual = row(heading, 1) + row(booking, 2);
const sheetXml = (inner: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`;
const workbookOf = (inner: string) => zipped(partsOf({ sheet: sheetXml(inner) }));
const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
const ordinary = () => excel((book) => book.addWorksheet('明细').addRows([heading, booking] as string[][]));
const merges = Array.from({ length: 20_000 }, (_, at) => `<mergeCell ref="H${at + 1}:I${at + 1}"/>`).join('');
const wide = Array.from({ length: 2_000 }, (_, at) => `<row r="${at + 3}"><c r="XFD${at + 3}"><v>1</v></c></row>`).join(
  '',
);
const external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const bomb = Buffer.alloc(60_000_000, 0x20);

/** What is said of the file, or that it is read. */
const cases: readonly (readonly [string, string, () => Promise<string | Uint8Array> | string | Uint8Array, RegExp])[] =
  [
    ['an encrypted .xlsx', 'a.xlsx', () => ole('EncryptedPackage', Buffer.alloc(5_000, 7)), /打开密码/],
    ['an encrypted .xls', 'a.xls', () => ole('Workbook', biff([heading, booking], [filePass])), /打开密码/],
    ['a .xlsx cut short', 'a.xlsx', async () => (await ordinary()).subarray(0, -100), /已损坏或不完整/],
    ['a .xls cut short', 'a.xls', () => xls([heading, booking]).subarray(0, 1_500), /已损坏/],
    ['a gzip cut short', 'a.csv.gz', () => gzipSync(heading.join(',')).subarray(0, -9), /已损坏或不完整/],
    ['an archive cut short', 'a.zip', () => zipped({ 'a.csv': heading.join(',') }).subarray(0, -9), /已损坏/],
    ['a bomb in an archive', 'a.zip', () => zipped({ 'a.csv': bomb }), /展开后过大/],
    ['a bomb in gzip', 'a.csv.gz', () => gzipSync(bomb), /展开后过大/],
    [
      'a bomb beside the sheets',
      'a.xlsx',
      () => zipped({ ...partsOf({ sheet: sheetXml(data(usual)) }), 'xl/media/a.png': bomb }),
      /展开后过大/,
    ],
    [
      'a bomb of shared texts',
      'a.xlsx',
      () => zipped(partsOf({ strings: `<sst><si><t>${'x'.repeat(50_000_000)}</t></si></sst>` })),
      /展开后过大/,
    ],
    ['an archive that lies about its size', 'a.zip', () => lying(), /已损坏/],
    [
      'row 99999999',
      'a.xlsx',
      () => sheetOf(`${usual}<row r="99999999"><c r="A99999999"><v>1</v></c></row>`),
      /位置不对/,
    ],
    [
      'a cell twice',
      'a.xlsx',
      () => sheetOf(`${row(heading, 1)}<row r="2">${inline(booking, 2)}<c r="E2"><v>9</v></c></row>`),
      /位置不对/,
    ],
    ['a row twice', 'a.xlsx', () => sheetOf(usual + row(booking, 2)), /位置不对/],
    ['a DOCTYPE in a sheet', 'a.xlsx', () => zipped(partsOf({ sheet: external + sheetXml(data(usual)) })), /DOCTYPE/],
    [
      'a DOCTYPE in the shared texts',
      'a.xlsx',
      () => zipped(partsOf({ strings: `${external}<sst><si><t>&a;</t></si></sst>` })),
      /DOCTYPE/,
    ],
    [
      'a DOCTYPE in SpreadsheetML',
      'a.xls',
      () =>
        `<?xml version="1.0"?>${external}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>`,
      /DOCTYPE/,
    ],
    [
      'entities in HTML',
      'a.xls',
      () => `<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><table><tr><td>&a;</table></html>`,
      /ENTITY/,
    ],
    ['50,000 nested tables', 'a.xls', () => `<html>${'<table><tr><td>x'.repeat(50_000)}`, /./],
    ['100 MB of blanks in gzip', 'a.csv.gz', () => gzipSync(Buffer.alloc(100_000_000, 0x0a)), /展开后过大/],
    [
      'a dimension of everything',
      'a.xlsx',
      () => workbookOf(`<dimension ref="A1:XFD1048576"/>${data(usual)}`),
      /读懂 1 个/,
    ],
    ['2,000 rows to the last column', 'a.xlsx', () => sheetOf(usual + wide), /散落在过多的列里/],
    [
      '20,000 merges',
      'a.xlsx',
      () => workbookOf(`${data(usual)}<mergeCells count="20000">${merges}</mergeCells>`),
      /读懂 1 个/,
    ],
    [
      'a validation of whole columns',
      'a.xlsx',
      () =>
        workbookOf(
          `${data(usual)}<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>`,
        ),
      /读懂 1 个/,
    ],
    [
      'an endless column width',
      'a.xlsx',
      () => workbookOf(`<cols><col min="1" max="2147483647" width="9"/></cols>${data(usual)}`),
      /读懂 1 个/,
    ],
    [
      'one cell in the last row',
      'a.xlsx',
      () => sheetOf(`${usual}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
      /./,
    ],
  ];

/** An entry that unfolds to more than both of its headers say. */
function lying(): Buffer {
  const archive = zipped({ 'a.csv': 'x'.repeat(2_000) });
  const packed = deflateRawSync(Buffer.alloc(50_000, 0x78));
  const whole = zipped({ 'a.csv': Buffer.alloc(50_000, 0x78) });
  const stated = archive.readUInt32LE(22);
  whole.writeUInt32LE(stated, 22);
  whole.writeUInt32LE(stated, whole.indexOf('PK\x01\x02') + 24);
  return packed.length > 0 ? whole : archive;
}

describe.skipIf(!isLinux)('torture', () => {
  test.each(cases)('%s', { timeout: 120_000 }, async (_name, file, bytes, said) => {
    const { code, stderr, peakMb, seconds } = await inspect(file, await bytes());
    expect(stderr).toMatch(said);
    expect(code === 3 || /读懂 1 个/.test(stderr)).toBe(true);
    expect(stderr).not.toMatch(/程序内部错误|at .*\.js:/);
    expect(seconds).toBeLessThan(10);
    expect(peakMb).toBeLessThan(300);
  });
});

test('2,000 bit flips of a workbook: the same rows, or a refusal with a code', { timeout: 300_000 }, async () => {
  const whole = await ordinary();
  const expected = JSON.stringify(await rowsOf(await openFile(whole, 'a.xlsx')));
  let state = 20250930;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % limit;
  };
  let read = 0;
  for (let flip = 0; flip < 2_000; flip += 1) {
    const bytes = Buffer.from(whole);
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    try {
      expect(JSON.stringify(await rowsOf(await openFile(bytes, 'a.xlsx')))).toBe(expected);
      read += 1;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      expect(error).toMatchObject({ exitCode: 3, problems: [{ code: expect.any(String) }] });
    }
  }
  expect(read).toBeLessThan(200);
});
