// Cells of one column → values of its field: the work that is done for every cell of every row.
import { isMasked } from '../model/mask.js';
import { maskQuoted } from '../model/mask-text.js';
import type { ProblemCode } from '../model/problem.js';
import { cleanText, isEmptyCell } from './amount.js';
import { convertCell, serialText } from './conversion.js';
import { isWithoutYear } from './date.js';
import type { Field, FieldKind } from './export.js';
import { hasLostDigits } from './identifier.js';
import type { Cell } from './table.js';

export interface Column {
  readonly name: string;
  /** The key of its values in the record; null = they are not kept. */
  readonly key: string | null;
  readonly field: Field<unknown>;
  readonly index: number;
  readonly header: string;
  readonly unit: number;
  /** Neither header nor preamble says whether it is 元 or 万元. */
  readonly isUnitAssumed: boolean;
  /** Its numbers put rows of different files together. */
  readonly isJoinKey: boolean;
  /** Refuses the file when most of its cells cannot be read. */
  readonly isEssential: boolean;
  readonly seen: ColumnState;
}

/** What has been seen in a column so far. */
export interface ColumnState {
  /** The last text that was read, and its value: neighbouring rows often repeat it. */
  text: string | undefined;
  value: unknown;
  /** Values of a kind that repeat each other, by their cells: one text of each is kept. */
  readonly known: Map<string, unknown>;
  unreadable: number;
  largestFen: number;
  readonly warnings: Map<ProblemCode, { readonly line: number; count: number }>;
}

/** Why a cell has no value although it holds something; `digits-lost` refuses the whole column. */
export interface CellFault {
  readonly code: ProblemCode;
  readonly message: string;
}

export function newColumnState(): ColumnState {
  return { text: undefined, value: undefined, known: new Map(), unreadable: 0, largestFen: 0, warnings: new Map() };
}

export type FaultListener = (column: Column, fault: CellFault, line: number) => void;

/** Excel's error values, as text files and workbook readers write them. */
const excelErrors = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);
const quotedLength = 20;
const repeats: ReadonlySet<FieldKind> = new Set(['day', 'code']);
const mostKnown = 10_000;
/** `2025-09-30`; what is longer has a time and hardly repeats. */
const longestRepeated = 10;

/** The value of a cell, undefined for an empty one; `onFault` hears of a cell that cannot be read. */
export function readCell(column: Column, cell: Cell | undefined, line: number, onFault: FaultListener): unknown {
  const { seen } = column;
  if (typeof cell === 'string') {
    if (cell === seen.text) return seen.value;
    const plain = column.field.readPlain?.(cell, column.unit) ?? seen.known.get(cell);
    return plain ?? readText(column, cell, cleanText(cell), line, onFault);
  }
  if (cell === null || cell === undefined) return column.field.readEmpty?.('');
  const { text, code } = convertCell(column.field.kind, cell);
  if (code !== undefined && code !== 'digits-lost') warn(seen, code, line);
  if (text !== undefined) return readText(column, undefined, text, line, onFault);
  onFault(column, code === 'digits-lost' ? lostDigits : typedFault(column, cell), line);
  return undefined;
}

function readText(
  column: Column,
  cell: string | undefined,
  text: string,
  line: number,
  onFault: FaultListener,
): unknown {
  const { field, unit, seen } = column;
  if (isEmptyCell(text)) return field.readEmpty?.(text);
  const fault = spoiled(text) ?? (column.isJoinKey && isMasked(text) ? maskedId : undefined);
  if (fault !== undefined) {
    onFault(column, fault, line);
    return undefined;
  }
  const value = seen.known.get(text) ?? field.read(text, unit);
  if (value === undefined) {
    const serial = serialText(field.kind, text);
    if (serial !== undefined) {
      warn(seen, 'serial-date', line);
      return field.read(serial, unit);
    }
    onFault(column, field.kind === 'id' && hasLostDigits(text) ? lostDigits : unreadableFault(column, text), line);
    return undefined;
  }
  if (value === null) return undefined;
  seen.text = cell;
  seen.value = value;
  const key = cell ?? text;
  if (
    (repeats.has(field.kind) || field.doubts !== undefined) &&
    key.length <= longestRepeated &&
    seen.known.size < mostKnown
  )
    seen.known.set(key, value);
  return value;
}

const lostDigits: CellFault = {
  code: 'digits-lost',
  message: '编号被存成了数字（科学计数法或超过 15 位），末几位已丢失，无法恢复；请把这一列设为文本后重新导出',
};

const maskedId: CellFault = {
  code: 'masked-id',
  message: '编号只显示了一部分（含 “*”），不能用来关联客户和账户；请导出完整的编号',
};

function spoiled(text: string): CellFault | undefined {
  if (text.charCodeAt(0) === 0x23 && excelErrors.has(text)) {
    return { code: 'formula-error', message: `单元格是 Excel 错误值 “${text}”；请在 Excel 中改正公式后重新保存` };
  }
  if (!text.includes('\ufffd')) return undefined;
  return { code: 'damaged-text', message: '单元格含有损坏的字符；请从系统重新导出，不要经过别的软件转换编码' };
}

function unreadableFault({ field }: Column, text: string): CellFault {
  const found = field.personal === true ? '内容无法识别（个人信息不显示）' : `无法识别 ${quote(text)}`;
  const way = field.kind === 'day' && isWithoutYear(text) ? '；没有年份的日期不能猜，请重新导出带年份的日期' : '';
  return { code: 'unreadable-value', message: `${found}；应为${field.expected}${way}` };
}

function typedFault({ field }: Column, cell: number | boolean | object): CellFault {
  const found =
    typeof cell === 'object' ? '单元格是日期' : typeof cell === 'boolean' ? '单元格是逻辑值' : '单元格是数字';
  const isOddDay = typeof cell === 'object' && (field.kind === 'day' || field.kind === 'moment');
  const what = isOddDay ? '单元格里的日期不存在或在 1900-03-01 之前' : `${found}，这一列不能这样写`;
  return { code: 'unreadable-value', message: `${what}；应为${field.expected}` };
}

/** At most 20 characters, in one line; a cell that is out of place may hold a name or a phone. */
function quote(text: string): string {
  const points = [...maskQuoted(text).replace(/\s+/g, ' ')];
  return `“${points.slice(0, quotedLength).join('')}${points.length > quotedLength ? '…' : ''}”`;
}

/** Counts a warning about the column; the first line is remembered. */
export function warn(seen: ColumnState, code: ProblemCode, line: number): void {
  const entry = seen.warnings.get(code);
  if (entry === undefined) seen.warnings.set(code, { line, count: 1 });
  else entry.count += 1;
}
