// A written workbook in words, so that a reviewer reads what changed: sheet by sheet, row by row.
import {
  columnLetters,
  columnNumber,
  filledCells,
  type WrittenBook,
  type WrittenCell,
  type WrittenSheet,
} from './written-book.js';

interface Area {
  readonly from: string;
  /** B4:D4, or the cell alone. */
  readonly text: string;
}

function areasOf({ merges }: WrittenSheet): ReadonlyMap<string, string> {
  return new Map(
    merges.map((text): Area => ({ from: text.split(':')[0] ?? '', text })).map(({ from, text }) => [from, text]),
  );
}

/** ✎ = open to staff. A formula stands in braces behind what it comes to. */
function cellText({ at, value, formula, style }: WrittenCell, areas: ReadonlyMap<string, string>): string {
  const shown = typeof value === 'string' ? value.replaceAll('\n', '⏎') : String(value);
  const place = `${areas.get(at) ?? at}${style.isLocked ? '' : '✎'}`;
  return `${place} ${shown}${formula === null ? '' : ` {${formula}}`}`;
}

/** A B C D → A–D, where neighbours have the same width. */
function widthTexts({ widths }: WrittenSheet): readonly string[] {
  const runs: { first: string; last: string; width: number }[] = [];
  for (const [letters, width] of widths) {
    const last = runs.at(-1);
    if (last !== undefined && last.width === width && columnNumber(letters) === columnNumber(last.last) + 1)
      last.last = letters;
    else runs.push({ first: letters, last: letters, width });
  }
  return runs.map(({ first, last, width }) => {
    const columns = first === last ? first : `${first}–${last}`;
    return width === 0 ? `${columns} 隐藏` : `${columns} ${width}`;
  });
}

function attributes(element: string, ...names: readonly string[]): string {
  const found = names.flatMap((name) => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[0].trim() ?? []);
  return found.join(' ');
}

function headLines(sheet: WrittenSheet, { names }: WrittenBook): readonly string[] {
  const lines: readonly (readonly [label: string, text: string])[] = [
    ['列宽', widthTexts(sheet).join('、')],
    ['冻结', attributes(sheet.element('pane'), 'topLeftCell')],
    ['筛选', attributes(sheet.element('autoFilter'), 'ref')],
    ['打印', attributes(sheet.element('pageSetup'), 'paperSize', 'orientation', 'fitToWidth', 'fitToHeight')],
    ['重复', names.get(`_xlnm.Print_Titles ${sheet.name}`) ?? ''],
    ['分页', [...sheet.xml.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => row).join('、')],
    ['保护', sheet.element('sheetProtection') === '' ? '' : '是'],
    ...sheet.validations.map(
      ({ range, type, errorStyle, formula }) => ['校验', [range, type, errorStyle, formula].join(' ')] as const,
    ),
    ...sheet.conditions.map(({ ranges, formula }) => ['颜色', `${ranges}：${formula}`] as const),
  ];
  return lines.flatMap(([label, text]) => (text === '' ? [] : [`${label} ${text}`]));
}

/** Rows that hold something; hidden ones are all alike, and counted. */
function rowLines(sheet: WrittenSheet): readonly string[] {
  const areas = areasOf(sheet);
  const rows = new Map<number, WrittenCell[]>();
  for (const cell of filledCells(sheet)) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const hidden = new Set(sheet.hiddenRows);
  const shown = [...rows].filter(([row]) => !hidden.has(row));
  const lines = shown.map(([row, cells]) => {
    return `${row}行 高${sheet.heights.get(row) ?? 0}｜${cells.map((cell) => cellText(cell, areas)).join('｜')}`;
  });
  return hidden.size === 0 ? lines : [...lines, `隐藏 ${hidden.size} 行`];
}

/** Empty cells that staff may fill, by their columns. */
function openLine({ cells }: WrittenSheet): readonly string[] {
  const open = [...cells.values()].filter(({ value, style }) => value === null && !style.isLocked);
  const columns = new Set(open.map(({ at }) => columnNumber(at.replace(/\d+/, ''))));
  const letters = [...columns].sort((a, b) => a - b).map(columnLetters);
  return open.length === 0 ? [] : [`可填 ${open.length} 格，在 ${letters.join('、')} 列`];
}

/** `isShown` leaves sheets out; they are named all the same. */
export function bookText(book: WrittenBook, isShown: (name: string) => boolean): string {
  const lists = [...book.names].filter(([name]) => !name.startsWith('_xlnm.'));
  const sheets = book.sheets.map((sheet) => {
    const title = `【${sheet.name}】${sheet.state === 'visible' ? '' : '（隐藏）'}`;
    if (!isShown(sheet.name)) return title;
    return [title, ...headLines(sheet, book), ...openLine(sheet), ...rowLines(sheet)].join('\n');
  });
  const names = lists.map(([name, target]) => `${name} = ${target}`).join('\n');
  return `${[names, ...sheets].join('\n\n')}\n`;
}
