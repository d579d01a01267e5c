// The binary inputs of fixtures/: small workbooks, sound and damaged, with invented customers. Run by hand after a change here.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const column = (index) => String.fromCharCode(65 + index);
const excelEpoch = Date.UTC(1899, 11, 30);

/** A cell shown as a date: `{ day: '2025-09-30' }`; style 1 has the built-in format 14. */
function cellXml(value, at) {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'object')
    return `<c r="${at}" s="1"><v>${(Date.parse(value.day) - excelEpoch) / 86_400_000}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
}

function sheetXml({ rows, merged = [] }) {
  const lines = rows.map((cells, y) => {
    const inner = cells.map((value, x) => cellXml(value, `${column(x)}${y + 1}`)).join('');
    return `<row r="${y + 1}">${inner}</row>`;
  });
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const mergeCells = merges === '' ? '' : `<mergeCells count="${merged.length}">${merges}</mergeCells>`;
  return `${xml}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData>${mergeCells}</worksheet>`;
}

function relationships(links) {
  const tags = links.map(([type, target], at) => {
    return `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`;
  });
  return `${xml}<Relationships xmlns="${packages}/relationships">${tags.join('')}</Relationships>`;
}

function contentTypes(names) {
  const type = (kind) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...names.map((n) => [n, 'worksheet']),
  ];
  const tags = parts.map(([name, kind]) => `<Override PartName="${name}" ContentType="${type(kind)}"/>`);
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `${xml}<Types xmlns="${packages}/content-types">${rels}${tags.join('')}</Types>`;
}

const styles =
  `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** `sheets`: name, rows of text, numbers, days and null; `more` are extra parts. */
function xlsx(sheets, more = {}) {
  const names = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const list = sheets.map(({ name, hidden }, at) => {
    return `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`;
  });
  const links = [...names.map((name) => ['worksheet', name]), ['styles', 'styles.xml']];
  const parts = {
    '[Content_Types].xml': contentTypes(names.map((name) => `/xl/${name}`)),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(links),
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/${names[at]}`, sheetXml(sheet)])),
    ...more,
  };
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return Buffer.from(zipSync(bytes, { mtime: new Date(1980, 0, 1) }));
}

function record(id, ...parts) {
  const body = Buffer.concat(parts.map((part) => (Array.isArray(part) ? words(part) : part)));
  return Buffer.concat([words([id, body.length]), body]);
}

function words(values) {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
}

function text(value) {
  return Buffer.concat([words([value.length]), Buffer.from([1]), Buffer.from(value, 'utf16le')]);
}

/** BIFF8: globals with the list of texts, then one sheet. */
function biff(name, rows) {
  const strings = [...new Set(rows.flat().filter((value) => typeof value === 'string'))];
  const cells = rows.flatMap((row, y) =>
    row.map((value, x) => {
      if (typeof value === 'string') return record(0xfd, [y, x, 0, strings.indexOf(value), 0]);
      const number = Buffer.alloc(8);
      number.writeDoubleLE(value);
      return record(0x203, [y, x, 0], number);
    }),
  );
  const bof = (kind) => record(0x809, [0x600, kind, 0x0dbb, 0x07cc, 0, 0, 6, 0]);
  const end = record(0x0a);
  const sst = record(0xfc, [strings.length, 0, strings.length, 0], ...strings.map(text));
  const xf = record(0xe0, Buffer.alloc(20));
  const title = Buffer.concat([Buffer.from([name.length, 1]), Buffer.from(name, 'utf16le')]);
  const before = [bof(5), record(0x42, [1200]), xf];
  const start = Buffer.concat(before).length + 4 + 6 + title.length + sst.length + end.length;
  const globals = [...before, record(0x85, [start, 0, 0], title), sst, end];
  return Buffer.concat([...globals, bof(0x10), ...cells, end]);
}

const sectorBytes = 512;
const endOfChain = 0xfffffffe;

/** An OLE container with one stream of at least 4096 bytes: FAT in sector 0, directory in sector 1, the stream behind. */
function ole(streamName, content) {
  const stream = Buffer.alloc(Math.max(4096, Math.ceil(content.length / sectorBytes) * sectorBytes));
  content.copy(stream);
  const sectors = stream.length / sectorBytes;
  const header = Buffer.alloc(sectorBytes, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 76);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ])
    header.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, endOfChain],
    [68, endOfChain],
    [76, 0],
  ])
    header.writeUInt32LE(value, at);
  const fat = Buffer.alloc(sectorBytes, 0xff);
  const chain = Array.from({ length: sectors }, (_, at) => (at === sectors - 1 ? endOfChain : at + 3));
  for (const [at, value] of [0xfffffffd, endOfChain, ...chain].entries()) fat.writeUInt32LE(value, at * 4);
  const directory = Buffer.alloc(sectorBytes);
  const entries = [
    ['Root Entry', 5, 1, endOfChain, 0],
    [streamName, 2, 0xffffffff, 2, stream.length],
  ];
  for (const [at, [name, kind, child, first, size]] of entries.entries()) {
    const entry = directory.subarray(at * 128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry.writeUInt16LE(kind + 0x100, 66);
    for (const [offset, value] of [
      [68, 0xffffffff],
      [72, 0xffffffff],
      [76, child],
      [116, first],
      [120, size],
    ])
      entry.writeUInt32LE(value, offset);
  }
  return Buffer.concat([header, fat, directory, stream]);
}

const header = ['客户号', '交易日期', '流水号', '借贷标志', '交易金额', '摘要'];
const opening = ['C01', { day: '2024-10-01' }, 'T001', '借', 100, 'ATM取款'];
const sheet = (more, name = '交易明细') => ({ name, rows: [header, opening, ...more] });
const booking = ['C01', { day: '2025-09-01' }, 'T002', '借', 60.05, 'ATM取款'];
const changed = (index, value) => booking.with(index, value);

const sound = xlsx([sheet([booking])]);
const damaged = Buffer.from(sound);
const data = damaged.indexOf('xl/worksheets/sheet1.xml') + 60;
damaged[data] = (damaged[data] ?? 0) ^ 4;

const csv = [header, opening.with(1, '2024-10-01'), booking.with(1, '2025-09-01')].join('\n');

const files = {
  'errors/damaged-archive/交易明细.csv.gz': gzipSync(csv).subarray(0, -12),
  'errors/damaged-workbook/交易明细.xlsx': damaged,
  'errors/encrypted-workbook/交易明细.xlsx': ole('EncryptedPackage', Buffer.from('not a real secret')),
  'errors/unsafe-workbook/交易明细.xlsx': xlsx([sheet([booking])], { 'xl/media/image1.png': '0'.repeat(3_000_000) }),
  'errors/hidden-sheet/交易明细.xlsx': xlsx([sheet([booking]), { ...sheet([booking], '上月'), hidden: true }]),
  'errors/unread-sheet/交易明细.xlsx': xlsx([sheet([booking]), { name: '续', rows: [booking, booking] }]),
  'errors/ambiguous-sheet/交易明细.xlsx': xlsx([sheet([booking], '8月'), sheet([booking], '9月')]),
  'errors/serial-date/交易明细.xlsx': xlsx([sheet([changed(1, 45901)])]),
  'errors/number-as-id/交易明细.xlsx': xlsx([sheet([changed(0, 1002)])]),
  'errors/date-as-text/交易明细.xlsx': xlsx([sheet([changed(5, { day: '2025-09-01' })])]),
  'errors/unchecked-container/交易明细.xls': ole(
    'Workbook',
    biff('交易明细', [header, opening.with(1, '2024-10-01'), booking.with(1, '2025-09-01')]),
  ),
  'golden/xlsx-title-rows/导出/交易明细_202509.xlsx': xlsx([
    {
      name: '明细',
      merged: ['A1:F1', 'A2:F2'],
      rows: [
        ['示例支行交易明细', null, null, null, null, null],
        ['起止日期：2024-10-01 至 2025-09-30　单位：元'],
        header,
        ['0001', { day: '2024-10-01' }, 'T001', '借', 100, 'ATM取款'],
        ['0001', { day: '2025-09-01' }, 'T002', '贷', 250_000.1, '现金存入'],
        ['0001', { day: '2025-09-15' }, 'T003', '借', 99_999.9, '网银转账'],
        ['0002', { day: '2025-08-20' }, 'T004', '贷', 30_000, '代发工资'],
        ['0002', { day: '2025-08-31' }, 'T005', '借', 19_999.99, 'POS消费'],
        ['合计', null, null, null, 400_099.99, null],
      ],
    },
  ]),
  'golden/xlsx-title-rows/导出/客户信息.xlsx': xlsx([
    {
      name: '客户',
      merged: ['A1:E1'],
      rows: [
        ['客户信息表'],
        ['客户号', '客户姓名', '开户日期', '联系电话', '管户员工'],
        ['0001', '王小明', { day: '2020-05-06' }, '13800000001', '张三'],
        ['0002', '欧阳小华', { day: '2019-03-01' }, '13800000002', '张三'],
      ],
    },
  ]),
};

for (const [name, bytes] of Object.entries(files)) {
  mkdirSync(dirname(join(fixtures, name)), { recursive: true });
  writeFileSync(join(fixtures, name), bytes);
}
