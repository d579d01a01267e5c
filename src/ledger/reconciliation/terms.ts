// The figures that checks compare, each as a formula and as what it comes to. No formula follows a filter, none counts rows of staff.
import type { CellValue, FormulaTemplate, Sheet, Table } from '../sheet.js';
import type { Side, Term } from './check.js';

/** A table of the workbook. */
export interface TableName {
  readonly sheet: string;
  /** Without it the list of the sheet, else its first table. */
  readonly id?: string;
  /** The column of 序号: a number in every row of an export, text or nothing in subtotals and in rows of staff. */
  readonly serial?: string;
}

type Row = readonly CellValue[];

interface Found {
  readonly name: TableName;
  readonly table: Table;
  readonly rows: readonly Row[];
}

function tableOf(sheets: readonly Sheet[], { sheet, id }: TableName): Table | undefined {
  const tables = sheets.find(({ name }) => name === sheet)?.tables ?? [];
  if (id !== undefined) return tables.find((table) => table.id === id);
  return tables.find(({ isList }) => isList === true) ?? tables[0];
}

function indexOf({ columns }: Table, key: string): number {
  return columns.findIndex((column) => column.key === key);
}

/** Undefined where the sheet, the table or a column of it is not in the workbook. */
function find(sheets: readonly Sheet[], name: TableName, keys: readonly string[]): Found | undefined {
  const table = tableOf(sheets, name);
  if (table === undefined || keys.some((key) => indexOf(table, key) < 0)) return undefined;
  const serial = name.serial === undefined ? -1 : indexOf(table, name.serial);
  const rows = [...table.rows];
  return { name, table, rows: serial < 0 ? rows : rows.filter((row) => typeof row[serial] === 'number') };
}

function isMissing({ table, rows }: Found, key: string): boolean {
  const index = indexOf(table, key);
  return table.columns[index]?.isMissing === true || rows.some((row) => row[index] === '未提供');
}

function cells({ table, rows }: Found, key: string): readonly CellValue[] {
  const index = indexOf(table, key);
  return rows.map((row) => row[index] ?? null);
}

function range({ sheet, id }: TableName, key: string): FormulaTemplate {
  return `{${sheet}${id === undefined ? '' : `#${id}`}!${key}:span}`;
}

function numbers(values: readonly CellValue[]): number {
  return values.reduce<number>((sum, value) => (typeof value === 'number' ? sum + value : sum), 0);
}

/** In 元, rounded to the 分: what floating point adds to a sum must not pass for a difference. */
function inYuan({ table }: Found, key: string, sum: FormulaTemplate): FormulaTemplate {
  const { format } = table.columns[indexOf(table, key)] ?? {};
  if (format === 'fen') return `ROUND(${sum},2)`;
  return format === 'fenWan' || format === 'fenWanChange' ? `ROUND(${sum}*10000,2)` : sum;
}

/** What the tool itself found; null = 未提供. */
export function told(value: number | null): Term {
  return () => (value === null ? null : { formula: null, value });
}

/** A sum of constants that stays legible. */
export function toldSum(values: readonly number[]): Term {
  return () => ({ formula: values.join('+'), value: values.reduce((sum, value) => sum + value, 0) });
}

/** All rows of a column together. */
export function sum(name: TableName, key: string): Term {
  return (sheets) => {
    const found = find(sheets, name, [key]);
    if (found === undefined || isMissing(found, key)) return found && null;
    const { serial } = name;
    const formula =
      serial === undefined ? `SUM(${range(name, key)})` : `SUMIF(${range(name, serial)},">0",${range(name, key)})`;
    return { formula: inYuan(found, key, formula), value: numbers(cells(found, key)) };
  };
}

/** Of the rows whose column `label` says `text`, the sum of another column. `text` is never a customer's. */
export function sumWhere(name: TableName, label: string, text: string, key: string): Term {
  return (sheets) => {
    const found = find(sheets, name, [label, key]);
    if (found === undefined) return undefined;
    const labels = cells(found, label);
    const chosen = cells(found, key).filter((_, place) => labels[place] === text);
    if (chosen.length === 0 || chosen.includes('未提供')) return null;
    const formula = `SUMIF(${range(name, label)},"${text}",${range(name, key)})`;
    return { formula: inYuan(found, key, formula), value: numbers(chosen) };
  };
}

/** How many rows there are; `key` is filled in each, and may be left out where the table has 序号. */
export function rowCount(name: TableName, key = name.serial ?? ''): Term {
  return (sheets) => {
    const found = find(sheets, name, [key]);
    if (found === undefined) return undefined;
    const filled = cells(found, key).filter((value) => value !== null && value !== '');
    return { formula: `${key === name.serial ? 'COUNT' : 'COUNTA'}(${range(name, key)})`, value: filled.length };
  };
}

/** How many rows say `text` in a column; 未提供 where some row says that. */
export function rowsSaying(name: TableName, key: string, text: string): Term {
  return (sheets) => {
    const found = find(sheets, name, [key]);
    return found === undefined || isMissing(found, key) ? found && null : rowsMarked(name, key, text)(sheets);
  };
}

/** The same of a word that is known of every row, whatever else the column cannot tell. */
export function rowsMarked(name: TableName, key: string, text: string): Term {
  return (sheets) => {
    const found = find(sheets, name, [key]);
    if (found === undefined) return undefined;
    const { serial } = name;
    const value = cells(found, key).filter((cell) => cell === text).length;
    const formula =
      serial === undefined
        ? `COUNTIF(${range(name, key)},"${text}")`
        : `COUNTIFS(${range(name, serial)},">0",${range(name, key)},"${text}")`;
    return { formula, value };
  };
}

/** Plus and minus; the whole is 未提供 as soon as one part is. */
export function combined(plus: readonly Term[], minus: readonly Term[] = []): Term {
  return (sheets) => {
    const parts = [...plus, ...minus].map((term) => term(sheets));
    if (parts.includes(undefined)) return undefined;
    let formula = '';
    let value = 0;
    for (const [place, part] of parts.entries()) {
      if (part === null || part === undefined) return null;
      const isAdded = place < plus.length;
      const sign = isAdded ? (place === 0 ? '' : '+') : '-';
      formula += sign + (part.formula ?? String(part.value));
      value += isAdded ? part.value : -part.value;
    }
    return { formula, value };
  };
}

/** The differences between columns in every single row, added up without their signs: 0 only where every row agrees. */
export function rowGaps(name: Required<TableName>, plus: readonly string[], minus: readonly string[]): Term {
  return (sheets) => {
    const keys = [...plus, ...minus];
    const found = find(sheets, name, keys);
    if (found === undefined || keys.some((key) => isMissing(found, key))) return found && null;
    if (found.rows.length === 0) return { formula: null, value: 0 };
    const columns = keys.map((key) => cells(found, key));
    const gap = (place: number) =>
      columns.reduce((total, column, index) => {
        const cell = column[place];
        return total + (typeof cell === 'number' ? cell : 0) * (index < plus.length ? 1 : -1);
      }, 0);
    const terms = keys.map((key, index) => `${index < plus.length ? '+' : '-'}${range(name, key)}`);
    const formula = `SUMPRODUCT(ISNUMBER(${range(name, name.serial)})*ABS(${terms.join('').slice(1)}))`;
    return { formula, value: found.rows.reduce((total, _, place) => total + Math.abs(gap(place)), 0) };
  };
}

/** Whether a line can be drawn at all: both its sheets are in the workbook. */
export function isPresent(side: Side | null | undefined): side is Side | null {
  return side !== undefined;
}
