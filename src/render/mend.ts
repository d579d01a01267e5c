// What exceljs leaves to be mended in the parts of a workbook, as text in, text out.
import type { Day } from '../model/day.js';

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

/** Puts <ignoredErrors> where the schema wants it: behind everything but drawings, tables and extensions. */
export function mendWorksheet(xml: string): string {
  const end = xml.lastIndexOf('</sheetData>');
  const range = /<dimension ref="([^"]+)"/.exec(xml)?.[1] ?? 'A1';
  const tail = xml.slice(end);
  const place = end + tail.search(afterIgnoredErrors);
  return xml.slice(0, place) + ignoredErrors(range) + xml.slice(place);
}
