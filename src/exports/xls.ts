import { readXls } from 'hucre/xlsx';
import { type Place, refusal } from './refusal.js';
import { headOf, headRows, numberedRows, type SheetRow } from './sheet-rows.js';
import type { RawTable } from './table.js';
import type { WorkbookTables } from './xlsx.js';

/** The stream in which Office keeps an encrypted .xlsx inside an OLE container. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

type Sheets = Awaited<ReturnType<typeof readXls>>['sheets'];

/** Beginning of a workbook stream: BOF of the globals, BIFF8. */
const globals = Buffer.from('0908100000060500', 'hex');
const [bofBytes, writeProtect, filePass] = [20, 0x86, 0x2f];

/** FILEPASS, the first record behind BOF and WRITEPROTECT, says that all others are encrypted. */
function hasFilePass(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(globals); at >= 0; at = bytes.indexOf(globals, at + 1)) {
    const first = at + bofBytes;
    if (first + 6 > bytes.length) return false;
    const next = bytes.readUInt16LE(first) === writeProtect ? first + 4 : first;
    if (bytes.readUInt16LE(next) === filePass) return true;
  }
  return false;
}

async function sheetsOf(bytes: Buffer, place: Place): Promise<Sheets> {
  if (bytes.includes(encryptedStream) || hasFilePass(bytes)) {
    throw refusal(place, 'encrypted-workbook', '工作簿有打开密码；请在 Excel 中去掉密码后另存为 .xlsx');
  }
  try {
    return (await readXls(bytes)).sheets;
  } catch {
    const message = '打不开：可能有密码、已损坏或早于 Excel 97；请用 Excel 打开后另存为 .xlsx';
    throw refusal(place, 'damaged-workbook', message);
  }
}

const boundSheet = 0x85;

/**
 * Whether the list of sheets in the file marks this one as hidden or as no table (chart, macros). The reader does not say, so the
 * record is looked for by its shape; a list torn apart by the container is taken for visible.
 */
function isHidden(bytes: Buffer, name: string): boolean {
  for (const [flag, encoding] of [[0, 'latin1'] as const, [1, 'utf16le'] as const]) {
    const text = Buffer.from(name, encoding);
    const end = Buffer.concat([Buffer.from([name.length, flag]), text]);
    for (let at = bytes.indexOf(end, 10); at >= 0; at = bytes.indexOf(end, at + 1)) {
      const isRecord = bytes.readUInt16LE(at - 10) === boundSheet && bytes.readUInt16LE(at - 8) === 8 + text.length;
      if (isRecord) return ((bytes[at - 2] ?? 0) & 3) !== 0 || bytes[at - 1] !== 0;
    }
  }
  return false;
}

/** Rows never written are holes in the list. */
function sheetRows(rows: Sheets[number]['rows']): readonly SheetRow[] {
  return Array.from(rows, (values, index) => ({ index, values: values ?? [] }));
}

/**
 * Sheets of a BIFF8 .xls workbook, all of them kept in memory. The format has no checksum: a changed byte may go unseen.
 * Throws UserError (exit 3) with `encrypted-workbook` or `damaged-workbook`.
 */
export async function readXlsTables(bytes: Buffer, place: Place): Promise<WorkbookTables> {
  const tables: RawTable[] = [];
  const hiddenSheets: string[] = [];
  for (const sheet of await sheetsOf(bytes, place)) {
    if (isHidden(bytes, sheet.name)) {
      hiddenSheets.push(sheet.name);
      continue;
    }
    const at = { ...place, sheet: sheet.name };
    const rows = sheetRows(sheet.rows);
    const head = await headOf(rows.slice(0, headRows), at);
    tables.push({
      sheet: sheet.name,
      layouts: [{}],
      head: () => head,
      rows: (_layout, fromLine) => numberedRows(rows, fromLine, at),
    });
  }
  return { tables, hiddenSheets };
}
