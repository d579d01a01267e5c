// 合计 rows as control totals: what the file states against what its rows add up to, in 分.
import type { ControlTotal } from '../model/intake.js';
import { cleanText, isEmptyCell } from './amount.js';
import { convertCell } from './conversion.js';
import { isCount, labelText, totalLabel } from './rowkind.js';
import type { Cell, RawRow } from './table.js';

export interface TotalColumn {
  /** Of its amounts in the values of a row. */
  readonly key: string;
  readonly index: number;
  readonly header: string;
  read(text: string): unknown;
}

export interface Totals {
  /** Adds the readable amounts of one data row; `direction` is D or C where the row states it. */
  add(values: Readonly<Record<string, unknown>>): void;
  /** Compares a 合计 row with the rows above it; empty when none of its cells can be matched. */
  check(row: RawRow): readonly ControlTotal[];
}

interface Sums {
  all: number;
  page: number;
}

type Side = 'D' | 'C';

const pageTotal = /小计|本页|SUBTOTAL/;
const sides: readonly (readonly [Side, RegExp])[] = [
  ['D', /(?:借方|支出|支取|转出|付出)[^\d:]*(?:合计|总计|小计|总额)|(?:合计|总计|小计)(?:借方|支出|支取|转出|付出)/],
  ['C', /(?:贷方|收入|存入|转入|收款)[^\d:]*(?:合计|总计|小计|总额)|(?:合计|总计|小计)(?:贷方|收入|存入|转入|收款)/],
];
/** Fields that hold one side alone. */
const sideFields: Readonly<Record<Side, readonly string[]>> = { D: ['expense', 'debit'], C: ['income', 'credit'] };

/** `directionOf` gives the side of a row from its values: a 借贷标志, or undefined where the sign decides. */
export function newTotals(
  columns: readonly TotalColumn[],
  directionOf: (values: Readonly<Record<string, unknown>>) => unknown,
): Totals {
  const sums = columns.map((): Sums => ({ all: 0, page: 0 }));
  const amountAt = columns.findIndex((column) => column.key === 'amount');
  const bySide: Readonly<Record<Side, Sums>> = { D: { all: 0, page: 0 }, C: { all: 0, page: 0 } };

  function add(values: Readonly<Record<string, unknown>>): void {
    for (let at = 0; at < columns.length; at += 1) {
      const amount = values[(columns[at] as TotalColumn).key];
      if (typeof amount !== 'number') continue;
      grow(sums[at] as Sums, amount);
      if (at === amountAt) addSide(amount, directionOf(values));
    }
  }

  function addSide(amount: number, direction: unknown): void {
    if (direction === 'D' || direction === 'C') grow(bySide[direction], amount);
    else grow(bySide[amount < 0 ? 'D' : 'C'], Math.abs(amount));
  }

  function sumOf(side: Side): { readonly column: TotalColumn; readonly sums: Sums } | undefined {
    const own = columns.findIndex((column) => sideFields[side].includes(column.key));
    if (own >= 0) return { column: columns[own] as TotalColumn, sums: sums[own] as Sums };
    return amountAt < 0 ? undefined : { column: columns[amountAt] as TotalColumn, sums: bySide[side] };
  }

  function check(row: RawRow): readonly ControlTotal[] {
    const labels = row.cells.map(labelText);
    const told = row.cells.map(totalLabel).find((label) => label !== '') ?? labels.find((label) => label !== '') ?? '';
    const scope = pageTotal.test(told) ? 'page' : 'all';
    const bySides = checkSides(row, labels, scope, sumOf);
    // Behind a number of rows amounts stand anywhere, not under their headers.
    const found = bySides.length > 0 || isCount(told) ? bySides : checkColumns(row, columns, sums, scope);
    if (scope === 'page') for (const sum of [...sums, bySide.D, bySide.C]) sum.page = 0;
    return found;
  }

  return { add, check };
}

function grow(sum: Sums, amount: number): void {
  sum.all += amount;
  sum.page += amount;
}

function checkColumns(
  row: RawRow,
  columns: readonly TotalColumn[],
  sums: readonly Sums[],
  scope: keyof Sums,
): readonly ControlTotal[] {
  const found: ControlTotal[] = [];
  for (const [at, column] of columns.entries()) {
    const stated = amountIn(row.cells[column.index], column);
    if (stated !== undefined) found.push(compared(row.line, column.header, stated, (sums[at] as Sums)[scope]));
  }
  return found;
}

/** 借方合计 and its like: the amount is the next readable cell after the label. */
function checkSides(
  row: RawRow,
  labels: readonly string[],
  scope: keyof Sums,
  sumOf: (side: Side) => { readonly column: TotalColumn; readonly sums: Sums } | undefined,
): readonly ControlTotal[] {
  const found: ControlTotal[] = [];
  for (const [at, label] of labels.entries()) {
    const side = label === '' ? undefined : sides.find(([, pattern]) => pattern.test(label))?.[0];
    const sum = side === undefined ? undefined : sumOf(side);
    if (sum === undefined) continue;
    const stated = row.cells
      .slice(at + 1)
      .map((cell) => amountIn(cell, sum.column))
      .find((fen) => fen !== undefined);
    if (stated !== undefined) found.push(compared(row.line, label, Math.abs(stated), Math.abs(sum.sums[scope])));
  }
  return found;
}

function amountIn(cell: Cell | undefined, column: TotalColumn): number | undefined {
  if (cell === null || cell === undefined) return undefined;
  const text = typeof cell === 'string' ? cleanText(cell) : convertCell('fen', cell).text;
  if (text === undefined || isEmptyCell(text)) return undefined;
  const amount = column.read(text);
  return typeof amount === 'number' ? amount : undefined;
}

function compared(line: number, column: string, statedFen: number, computedFen: number): ControlTotal {
  return { line, column, statedFen, computedFen, agrees: statedFen === computedFen };
}
