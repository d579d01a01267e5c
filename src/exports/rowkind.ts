// What a record below the header is: data, or one of the rows that exports put between and below their data.
import { cleanText, isEmptyCell } from './amount.js';
import { normaliseHeader } from './header.js';
import type { Cell, RawRow } from './table.js';

/** `words`: a line of words alone where the id of a record should be. */
export type RowKind = 'data' | 'words' | 'blank' | 'header' | 'total' | 'note';

export interface RowShape {
  /** Compared names of each header row, by column; '' for an empty cell. */
  readonly headers: readonly (readonly string[])[];
  /** For each required group that names a customer, an account or a day: the columns that may hold it. */
  readonly keys: readonly (readonly number[])[];
  /** The columns of the ids that a row cannot do without. */
  readonly ids: readonly number[];
  /** The lines above the header as `rowText` gives them: they come again where files were glued together. */
  readonly above: ReadonlySet<string>;
}

const total =
  /^(?:[\p{Script=Han}(]{0,8}(?:合计|总计|小计)|本页|累计|本(?:日|月|季|年)累计|(?:SUB|GRAND)?TOTAL(?:$|[^A-Z]))/u;
const counted = /(?:笔数|条数|户数|人数|行数)/;
const note =
  /^(?:制表|打印|备注|说明|注:|注释|以下空白|以下无|共\d|共计|以上|复核|经办|审核|主管|负责人|操作员|盖章|签章|第\d+页|页码|查询|导出|下载|报表|温馨提示|注意|声明|提示|[-=*_#~]{3,}|本(?:明细|对账单|回单|表|页共))/;
const fact =
  /^\(?(?:查询|交易|客户)?(?:账号|帐号|卡号|账户|户名|账户名称|姓名|币种|币别|货币|单位|金额单位|起始日期|起止日期|终止日期|结束日期|截[止至]日期|(?:数据|统计|报表)日期|时间段?|子账户序号)(?::|$)/;

/** True for null, blanks and the texts that mean “nothing”. */
export function isEmptyAt(cells: readonly Cell[], index: number): boolean {
  const cell = cells[index];
  if (typeof cell !== 'string') return cell === null || cell === undefined;
  const code = cell.charCodeAt(0);
  return !(code >= 0x30 && code <= 0x39) && isEmptyCell(cleanText(cell));
}

/** The index of the first cell that holds anything, or -1. */
function firstFilled(cells: readonly Cell[]): number {
  for (let index = 0; index < cells.length; index += 1) if (!isEmptyAt(cells, index)) return index;
  return -1;
}

/** Text for comparison of labels: half-width, no blanks. */
export function labelText(cell: Cell | undefined): string {
  return typeof cell === 'string' ? normaliseLabel(cell) : '';
}

function normaliseLabel(text: string): string {
  return cleanText(text).normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** All filled cells of a row in one text. */
export function rowText(row: RawRow): string {
  return row.cells
    .map(labelText)
    .filter((text) => text !== '')
    .join('\u0001');
}

/**
 * The kind of a record. A label alone decides nothing: a row with a value in every key column is data, whatever its first
 * cell says, so that a customer named 合计 or a memo that begins with 备注 never disappears.
 */
export function rowKind(shape: RowShape, row: RawRow): RowKind {
  const { cells } = row;
  const first = firstFilled(cells);
  if (first < 0) return 'blank';
  if (!mayBeWords(shape.ids, cells)) return kindByFirst(shape, row, first);
  if (isTotalByKey(shape.ids, cells, first)) return 'total';
  const kind = kindByFirst(shape, row, first);
  return kind === 'data' && isLoneText(shape.ids, cells, first) ? 'words' : kind;
}

/** The kind by the first filled cell. */
function kindByFirst(shape: RowShape, row: RawRow, first: number): RowKind {
  const { cells } = row;
  const cell = cells[first];
  if (typeof cell !== 'string') return 'data';
  const code = cell.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return 'data';
  const name = normaliseHeader(cell).name;
  for (const header of shape.headers) if (header[first] === name && repeats(header, cells)) return 'header';
  if (hasKeys(shape, cells, first)) return 'data';
  return labelKind(shape, row, normaliseLabel(cell));
}

/** The label of a 合计 row, wherever it stands; '' for every other text. */
export function totalLabel(cell: Cell | undefined): string {
  const label = labelText(cell);
  return total.test(label) ? label : '';
}

/** Some id does not begin as ids do, with a plain letter or digit: hardly a row has to be looked at twice. */
function mayBeWords(ids: readonly number[], cells: readonly Cell[]): boolean {
  for (let at = 0; at < ids.length; at += 1) {
    const cell = cells[ids[at]!];
    if (typeof cell !== 'string' || cell === '') continue;
    const code = cell.charCodeAt(0);
    if (code <= 0x22 || code > 0x7e) return true;
  }
  return false;
}

/** 合计 where an id should be, behind a branch or a number: no customer is called so. A row that has another id is data. */
function isTotalByKey(ids: readonly number[], cells: readonly Cell[], first: number): boolean {
  const filled = ids.filter((index) => !isEmptyAt(cells, index));
  return filled.every((index) => totalLabel(cells[index]) !== '') && filled.some((index) => index !== first);
}

/** Words and nothing else, which would be a customer where nothing but the number is needed. */
function isLoneText(ids: readonly number[], cells: readonly Cell[], first: number): boolean {
  const cell = cells[first];
  if (!ids.includes(first) || typeof cell !== 'string' || !/^\p{Script=Han}/u.test(cleanText(cell))) return false;
  return cells.every((_, at) => at === first || isEmptyAt(cells, at));
}

/** 合计笔数: a total of rows. */
export function isCount(label: string): boolean {
  return counted.test(label) && !label.includes('额');
}

function isAmountLabel(cell: Cell): boolean {
  const label = labelText(cell);
  return /(?:合计|总计|小计|总).{0,2}额|额(?:合计|总计|小计)/.test(label);
}

function labelKind(shape: RowShape, row: RawRow, label: string): RowKind {
  if (total.test(label)) return isCount(label) && row.cells.every((cell) => !isAmountLabel(cell)) ? 'note' : 'total';
  // The mark that old systems put behind a text.
  if (label === '\u001a' && rowText(row) === label) return 'blank';
  if (note.test(label) || fact.test(label) || shape.above.has(rowText(row))) return 'note';
  return 'data';
}

function repeats(header: readonly string[], cells: readonly Cell[]): boolean {
  let equal = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell === null || cell === '') continue;
    const name = typeof cell === 'string' ? normaliseHeader(cell).name : undefined;
    if (name === '') continue;
    if (name !== header[index]) return false;
    equal += 1;
  }
  return equal > 1 || equal === header.filter((name) => name !== '').length;
}

function hasKeys(shape: RowShape, cells: readonly Cell[], label: number): boolean {
  if (shape.keys.length === 0) return false;
  return shape.keys.every((columns) => columns.some((index) => index !== label && !isEmptyAt(cells, index)));
}
