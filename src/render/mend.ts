// What exceljs leaves to be mended in the parts of a workbook, as text in, text out.
import type { Day } from '../model/day.js';
import { columnLetter } from './column-letter.js';

/** The children of <font> in the order that the schema asks for; exceljs writes them in another. */
const fontChildren = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);

function orderedFont(font: string): string {
  const children = font.match(/<[a-zA-Z]+\b[^>]*\/>/g) ?? [];
  const place = (child: string) => fontChildren.indexOf(/^<([a-zA-Z]+)/.exec(child)?.[1] ?? '');
  return `<font>${[...children].sort((a, b) => place(a) - place(b)).join('')}</font>`;
}

/** @example mendStyles('<font><b/><color rgb="FF000000"/><sz val="9"/></font>') // => '<font><b/><sz val="9"/><color rgb="FF000000"/></font>' */
export function mendStyles(xml: string): string {
  return xml.replace(/<font>.*?<\/font>/gs, orderedFont);
}

/** Column widths are counted in digits of the first font: it becomes the one of the data, in place of an English one. */
export function mendDefaultFont(xml: string): string {
  return xml.replace(/<font>.*?<\/font>/s, '<font><sz val="10"/><name val="微软雅黑"/><family val="2"/></font>');
}

/** No author, no clock: created and modified are the as-of day. */
export function coreProperties(asOf: Day): string {
  const stamp = `${asOf}T00:00:00Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified></cp:coreProperties>`;
}

/** Numbers kept as text (identities) are meant so: no green triangles. */
export function ignoredErrors(range: string): string {
  return `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
}

const afterIgnoredErrors =
  /<(?:smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

/**
 * Has every formula computed anew when the workbook is opened.
 * @example recalculating('<calcPr calcId="171027"/>') // => '<calcPr calcId="171027" fullCalcOnLoad="1"/>'
 */
export function recalculating(xml: string): string {
  return xml.replace(/<calcPr\b(?![^>]*fullCalcOnLoad)([^>]*?)\/>/, '<calcPr$1 fullCalcOnLoad="1"/>');
}

/** The cells that a worksheet holds, as A1:K203; its first row has a title. */
function rangeOf(xml: string): string {
  const rows = [...xml.matchAll(/<row r="(\d+)"([^>]*)>/g)];
  const ends = rows.map(([, , attributes = '']) => Number(/ spans="\d+:(\d+)"/.exec(attributes)?.[1] ?? 1));
  return `A${rows[0]?.[1] ?? 1}:${columnLetter(ends.reduce((most, end) => Math.max(most, end), 1))}${rows.at(-1)?.[1] ?? 1}`;
}

/**
 * Adds what depends on the range of a worksheet: <dimension>, and <ignoredErrors> where the schema wants it, behind everything but
 * drawings, tables and extensions. The declaration gets a line of its own, as the other parts have it.
 */
export function mendWorksheet(part: string): string {
  const xml = part.replace('?><worksheet', '?>\n<worksheet');
  const range = rangeOf(xml);
  const end = xml.lastIndexOf('</sheetData>');
  const start = xml.search(/<sheet(?:Views|FormatPr)\b/);
  const place = end + xml.slice(end).search(afterIgnoredErrors);
  const dimension = `<dimension ref="${range}"/>`;
  return xml.slice(0, start) + dimension + xml.slice(start, place) + ignoredErrors(range) + xml.slice(place);
}

/**
 * The streaming writer counts every shared text once; here `uses` counts the cells that refer to one.
 * @example mendTextCount('<sst count="2" uniqueCount="2">', 5) // => '<sst count="5" uniqueCount="2">'
 */
export function mendTextCount(xml: string, uses: number): string {
  return xml.replace(/(<sst\b[^>]*?\bcount=")\d+/, `$1${uses}`);
}

/** @example mendProperties('<Company></Company>') // => '<Company></Company><Manager></Manager>' */
export function mendProperties(xml: string): string {
  return xml.replace('</Company>', '</Company><Manager></Manager>');
}
