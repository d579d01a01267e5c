// Header texts: how they are compared, and how one or two rows of a file become the names of its columns.
import type { Cell, HeadRow } from './table.js';

export interface HeaderName {
  /** For comparison only: no blanks, no colons, no `*`, half-width, upper case, without its unit. */
  readonly name: string;
  /** 1, 10000 or 100000000 where the header states a unit in brackets. */
  readonly unit?: number;
}

export interface HeadingColumn {
  readonly index: number;
  /** As the file writes it; two-row headers joined `组-叶`. */
  readonly header: string;
  /** Names it may go by, the most telling first. */
  readonly names: readonly string[];
  readonly unit?: number;
  /** Group and leaf state different units. */
  readonly unitsDiffer: boolean;
}

/** One row, or a group row with its leaf row, read as a header. */
export interface Heading {
  readonly rows: readonly HeadRow[];
  readonly columns: readonly HeadingColumn[];
}

const unitFactors: Readonly<Record<string, number>> = { 元: 1, 圆: 1, 万: 10_000, 万元: 10_000, 亿: 1e8, 亿元: 1e8 };
const bracketedUnit = /[([{【〔](?:金额)?(?:单位)?(?:人民币|RMB|CNY)?(亿元|亿|万元|万|元|圆)(?:人民币)?[)\]}】〕]/;
const bracketedEnglish = /\[[A-Z][A-Z0-9 .,'/&()-]*\]$/;

/** 元, 万元, 亿元 as a factor; undefined for other words. */
export function unitFactor(word: string): number | undefined {
  return unitFactors[word];
}

/**
 * @example normaliseHeader(' 日 志 号：') // => { name: '日志号' }
 * @example normaliseHeader('*余额（万元）') // => { name: '余额', unit: 10000 }
 */
export function normaliseHeader(text: string): HeaderName {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff*:'"]/g, '')
    .toUpperCase();
  const stated = bracketedUnit.exec(plain);
  const rest = stated ? plain.replace(stated[0], '') : plain;
  const english = rest.replace(bracketedEnglish, '');
  const name = english === '' ? rest : english;
  const unit = stated?.[1] === undefined ? undefined : unitFactor(stated[1]);
  return unit === undefined ? { name } : { name, unit };
}

/** The text of a header cell in one line; empty for cells that hold no text. */
export function headerText(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell.replace(/[\s\u200b\ufeff]+/g, ' ').trim() : '';
}

/** Every row, and every row with the one below it, of the first `limit` rows: single rows first. */
export function headings(head: readonly HeadRow[], limit: number): readonly Heading[] {
  const rows = head.slice(0, limit);
  const names = rows.map((row) => row.cells.map((cell) => normaliseHeader(headerText(cell))));
  const singles = rows.map((row, i) => singleHeading(row, names[i] as HeaderName[]));
  const pairs: Heading[] = [];
  for (const [i, row] of rows.entries()) {
    const below = rows.findIndex((other) => other.line === row.nextLine);
    const leaf = rows[below];
    if (leaf === undefined || holdsValues(row) || holdsValues(leaf)) continue;
    pairs.push(pairHeading(row, leaf, names[i] as HeaderName[], names[below] as HeaderName[]));
  }
  return [...singles, ...pairs];
}

/** A row with dates, long numbers or typed cells is no part of a two-row header. */
function holdsValues(row: HeadRow): boolean {
  return row.cells.some((cell) => cell !== null && (typeof cell !== 'string' || /\d{5}|\d{4}[-/.]\d/.test(cell)));
}

function singleHeading(row: HeadRow, names: readonly HeaderName[]): Heading {
  const columns: HeadingColumn[] = [];
  for (const [index, { name, unit }] of names.entries()) {
    if (name === '') continue;
    const header = headerText(row.cells[index]);
    columns.push({ index, header, names: [name], unitsDiffer: false, ...(unit === undefined ? {} : { unit }) });
  }
  return { rows: [row], columns };
}

function pairHeading(
  top: HeadRow,
  leaf: HeadRow,
  topNames: readonly HeaderName[],
  leafNames: readonly HeaderName[],
): Heading {
  const columns: HeadingColumn[] = [];
  let groupAt = -1;
  for (let index = 0; index < Math.max(topNames.length, leafNames.length); index += 1) {
    const below = leafNames[index]?.name ?? '';
    if ((topNames[index]?.name ?? '') !== '') groupAt = index;
    else if (below === '') groupAt = -1;
    if (groupAt >= 0 || below !== '')
      columns.push(joinColumn(top, leaf, topNames[groupAt], leafNames[index], index, groupAt));
    if (below === '') groupAt = -1;
  }
  return { rows: [top, leaf], columns };
}

function joinColumn(
  top: HeadRow,
  leaf: HeadRow,
  group: HeaderName | undefined,
  below: HeaderName | undefined,
  index: number,
  groupAt: number,
): HeadingColumn {
  const texts = [headerText(top.cells[groupAt]), headerText(leaf.cells[index])].filter((text) => text !== '');
  const g = group?.name ?? '';
  const l = below?.name ?? '';
  const names = g === '' ? [l] : l === '' ? [g] : [`${g}(${l})`, `${g}${l}`, l];
  const unit = below?.unit ?? group?.unit;
  const unitsDiffer = below?.unit !== undefined && group?.unit !== undefined && below.unit !== group.unit;
  return { index, header: texts.join('-'), names, unitsDiffer, ...(unit === undefined ? {} : { unit }) };
}
