// The reference for workbooks: exceljs' streaming writer alone writes the cells of a CSV file, typed and formatted as ours are.
// node bench/exceljs-streaming.mjs CELLS.csv [OUT.xlsx]; without OUT it only reads the cells.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import ExcelJS from 'exceljs';

const [cells, target] = process.argv.slice(2);
const formats = [
  { named: /日$/, style: { numFmt: 'yyyy-mm-dd' }, read: (text) => new Date(`${text}T00:00:00Z`) },
  { named: /\(元\)$/, style: { numFmt: '#,##0.00' }, read: Number },
  { named: /\([天次]\)$/, style: { numFmt: '#,##0' }, read: Number },
  { named: /^/, style: { numFmt: '@' }, read: String },
];

const rows = [];
let columns = [];
for await (const row of createReadStream(cells).pipe(parse({ bom: true }))) {
  if (columns.length === 0)
    columns = row.map((header) => ({ header, ...formats.find(({ named }) => named.test(header)) }));
  else rows.push(row.map((text, index) => (text === '' || text === '—' ? null : columns[index].read(text))));
}

if (target !== undefined) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: target,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet('RFM明细');
  sheet.columns = columns.map(({ header, style }) => ({ header, style, width: 16 }));
  for (const row of rows) sheet.addRow(row).commit();
  await workbook.commit();
}
