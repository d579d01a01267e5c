// How the cells of a written workbook look, read from xl/styles.xml.

export interface WrittenStyle {
  readonly numberFormat: string;
  readonly font: string;
  /** In points. */
  readonly size: number;
  readonly isBold: boolean;
  /** RGB without alpha, empty where none is set. */
  readonly color: string;
  /** Likewise. */
  readonly fill: string;
  readonly horizontal: string;
  readonly isWrapped: boolean;
  readonly hasBorder: boolean;
  readonly isLocked: boolean;
}

/** Those of the file format itself that the ledgers use. */
const builtIn: Readonly<Record<string, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  49: '@',
};

export function attribute(element: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '';
}

/** The elements of a list such as <fonts>…</fonts>, each with what it holds. */
function listed(xml: string, list: string, element: string): readonly string[] {
  const inside = new RegExp(`<${list}\\b[^>]*>(.*?)</${list}>`, 's').exec(xml)?.[1] ?? '';
  return inside.match(new RegExp(`<${element}\\b(?:[^>]*/>|.*?</${element}>)`, 'gs')) ?? [];
}

function inner(element: string, name: string): string {
  return new RegExp(`<${name}\\b[^>]*>`).exec(element)?.[0] ?? '';
}

function rgb(element: string): string {
  return attribute(element, 'rgb').slice(2);
}

/** By the number that cells carry. */
export function stylesOf(xml: string): readonly WrittenStyle[] {
  const custom = new Map(
    listed(xml, 'numFmts', 'numFmt').map((format) => [
      attribute(format, 'numFmtId'),
      attribute(format, 'formatCode').replaceAll('&quot;', '"'),
    ]),
  );
  const [fonts, fills, borders] = [
    listed(xml, 'fonts', 'font'),
    listed(xml, 'fills', 'fill'),
    listed(xml, 'borders', 'border'),
  ];
  return listed(xml, 'cellXfs', 'xf').map((xf): WrittenStyle => {
    const own = (list: readonly string[], name: string) => list[Number(attribute(xf, name))] ?? '';
    const [font, fill, border] = [own(fonts, 'fontId'), own(fills, 'fillId'), own(borders, 'borderId')];
    const format = attribute(xf, 'numFmtId');
    const alignment = inner(xf, 'alignment');
    return {
      numberFormat: custom.get(format) ?? builtIn[format] ?? format,
      font: attribute(inner(font, 'name'), 'val'),
      size: Number(attribute(inner(font, 'sz'), 'val')),
      isBold: font.includes('<b/>'),
      color: rgb(inner(font, 'color')),
      fill: rgb(inner(fill, 'fgColor')),
      horizontal: attribute(alignment, 'horizontal'),
      isWrapped: attribute(alignment, 'wrapText') === '1',
      hasBorder: border.includes('style="thin"'),
      isLocked: attribute(inner(xf, 'protection'), 'locked') !== '0',
    };
  });
}
