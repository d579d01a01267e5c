// A written workbook as a reader sees it that knows nothing of its writer: cells, merges, validations, colours, print set-up.
import { strFromU8, unzipSync } from 'fflate';
import { attribute, stylesOf, type WrittenStyle } from './written-styles.js';

export type Parts = Readonly<Record<string, string>>;

export interface WrittenCell {
  /** E5. */
  readonly at: string;
  /** From 1. */
  readonly row: number;
  /** What it holds, or what its formula came to. */
  readonly value: string | number | null;
  readonly formula: string | null;
  readonly style: WrittenStyle;
}

export interface Validation {
  readonly range: string;
  readonly type: string;
  /** stop where the file says nothing. */
  readonly errorStyle: string;
  readonly formula: string;
}

export interface Condition {
  readonly ranges: string;
  readonly type: string;
  readonly formula: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly state: string;
  readonly xml: string;
  readonly cells: ReadonlyMap<string, WrittenCell>;
  readonly merges: readonly string[];
  readonly validations: readonly Validation[];
  readonly conditions: readonly Condition[];
  /** In points, by row. */
  readonly heights: ReadonlyMap<number, number>;
  readonly hiddenRows: readonly number[];
  /** By column letters; hidden ones are not among them. */
  readonly widths: ReadonlyMap<string, number>;
  readonly hiddenColumns: readonly string[];
  /** Of <sheetProtection>, <pageSetup> and so on: the element's text, empty where there is none. */
  element(name: string): string;
}

export interface WrittenBook {
  readonly parts: Parts;
  readonly sheets: readonly WrittenSheet[];
  /** Defined names, those of print titles with the name of their sheet: `_xlnm.Print_Titles 总体情况`. */
  readonly names: ReadonlyMap<string, string>;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

export interface FormulaFound {
  readonly formula: string;
  readonly result: string;
}

/** Every formula of a worksheet by its cell, with the stored result. */
export function formulasOf(xml: string): ReadonlyMap<string, FormulaFound> {
  const cells = xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f>(?:<v>([^<]*)<\/v>)?/g);
  return new Map(
    [...cells].map(([, cell = '', formula = '', result = '']) => [
      cell,
      { formula: unescaped(formula), result: unescaped(result) },
    ]),
  );
}

/** @example columnLetters(27) is AA. */
export function columnLetters(column: number): string {
  return column < 1 ? '' : columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/** From 1. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

function textOf(xml: string): string {
  return unescaped([...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join(''));
}

function sharedTexts(parts: Parts): readonly string[] {
  return [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) => textOf(item));
}

function cellsOf(
  xml: string,
  texts: readonly string[],
  styles: readonly WrittenStyle[],
): ReadonlyMap<string, WrittenCell> {
  const plain = styles[0];
  if (plain === undefined) throw new Error('the workbook has no styles');
  const cells = [...xml.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inside = '']) => {
    const at = attribute(attributes, 'r');
    const stored = /<v>([^<]*)<\/v>/.exec(inside)?.[1];
    const type = attribute(attributes, 't');
    const value = (): string | number | null => {
      if (type === 'inlineStr') return textOf(inside);
      if (stored === undefined) return null;
      if (type === 's') return texts[Number(stored)] ?? null;
      return type === 'str' ? unescaped(stored) : Number(stored);
    };
    const formula = /<f>([^<]*)<\/f>/.exec(inside)?.[1];
    return {
      at,
      row: Number(/\d+/.exec(at)?.[0]),
      value: value(),
      formula: formula === undefined ? null : unescaped(formula),
      style: styles[Number(attribute(attributes, 's'))] ?? plain,
    };
  });
  return new Map(cells.map((cell) => [cell.at, cell]));
}

function validationsOf(xml: string): readonly Validation[] {
  return [...xml.matchAll(/<dataValidation\b([^>]*)>(.*?)<\/dataValidation>/gs)].map(
    ([, attributes = '', inside = '']) => ({
      range: attribute(attributes, 'sqref'),
      type: attribute(attributes, 'type'),
      errorStyle: attribute(attributes, 'errorStyle') || 'stop',
      formula: unescaped(/<formula1>([^<]*)</.exec(inside)?.[1] ?? ''),
    }),
  );
}

function conditionsOf(xml: string): readonly Condition[] {
  return [...xml.matchAll(/<conditionalFormatting\b([^>]*)>(.*?)<\/conditionalFormatting>/gs)].flatMap(
    ([, attributes = '', inside = '']) =>
      [...inside.matchAll(/<cfRule\b([^>]*)>(.*?)<\/cfRule>/gs)].map(([, rule = '', formulas = '']) => ({
        ranges: attribute(attributes, 'sqref'),
        type: attribute(rule, 'type'),
        formula: unescaped(/<formula>([^<]*)</.exec(formulas)?.[1] ?? ''),
      })),
  );
}

function columnsOf(
  xml: string,
): readonly { readonly letters: string; readonly width: number; readonly isHidden: boolean }[] {
  return (xml.match(/<col\b[^>]*>/g) ?? []).flatMap((col) => {
    const [min, max] = [Number(attribute(col, 'min')), Number(attribute(col, 'max'))];
    return Array.from({ length: max - min + 1 }, (_, index) => ({
      letters: columnLetters(min + index),
      width: Number(attribute(col, 'width')),
      isHidden: attribute(col, 'hidden') === '1',
    }));
  });
}

/** Every column up to the last one written, those of the default width among them. */
function widthsOf(xml: string): ReadonlyMap<string, number> {
  const columns = columnsOf(xml);
  const usual = Number(attribute(/<sheetFormatPr\b[^>]*>/.exec(xml)?.[0] ?? '', 'defaultColWidth'));
  const last = columnNumber(/:([A-Z]+)\d+"/.exec(/<dimension\b[^>]*>/.exec(xml)?.[0] ?? '')?.[1] ?? '');
  const all = Array.from({ length: last }, (_, index): [string, number] => [columnLetters(index + 1), usual]);
  const own = columns.map(({ letters, width, isHidden }): [string, number] => [letters, isHidden ? 0 : width]);
  return new Map([...all, ...own]);
}

function sheetOf(
  name: string,
  state: string,
  xml: string,
  texts: readonly string[],
  styles: readonly WrittenStyle[],
): WrittenSheet {
  const rows = xml.match(/<row\b[^>]*>/g) ?? [];
  const numberOf = (row: string) => Number(attribute(row, 'r'));
  return {
    name,
    state,
    xml,
    cells: cellsOf(xml, texts, styles),
    merges: [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref = '']) => ref),
    validations: validationsOf(xml),
    conditions: conditionsOf(xml),
    heights: new Map(rows.map((row) => [numberOf(row), Number(attribute(row, 'ht'))])),
    hiddenRows: rows.filter((row) => attribute(row, 'hidden') === '1').map(numberOf),
    widths: widthsOf(xml),
    hiddenColumns: columnsOf(xml).flatMap(({ letters, isHidden }) => (isHidden ? [letters] : [])),
    element: (element) => unescaped(new RegExp(`<${element}\\b[^>]*>`).exec(xml)?.[0] ?? ''),
  };
}

export function readWritten(bytes: Uint8Array): WrittenBook {
  const parts = partsOf(bytes);
  const [texts, styles] = [sharedTexts(parts), stylesOf(parts['xl/styles.xml'] ?? '')];
  const workbook = parts['xl/workbook.xml'] ?? '';
  const sheets = (workbook.match(/<sheet\b[^>]*>/g) ?? []).map((sheet, index) => {
    const xml = parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '';
    return sheetOf(unescaped(attribute(sheet, 'name')), attribute(sheet, 'state') || 'visible', xml, texts, styles);
  });
  const names = [...workbook.matchAll(/<definedName\b([^>]*)>([^<]*)<\/definedName>/g)].map(
    ([, attributes = '', target = '']): [string, string] => {
      const local = attribute(attributes, 'localSheetId');
      const of = local === '' ? '' : ` ${sheets[Number(local)]?.name}`;
      return [`${attribute(attributes, 'name')}${of}`, unescaped(target)];
    },
  );
  return { parts, sheets, names: new Map(names) };
}

/** Throws where the workbook has no sheet of that name. */
export function sheetNamed({ sheets }: WrittenBook, name: string): WrittenSheet {
  const sheet = sheets.find((other) => other.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Row by row, those that hold something. */
export function filledCells({ cells }: WrittenSheet): readonly WrittenCell[] {
  return [...cells.values()].filter(({ value }) => value !== null);
}
