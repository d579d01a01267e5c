// What a worksheet has beside the values of its cells: formulas, comments, pictures.
import type { Place } from './refusal.js';
import { relationships } from './workbook-sheets.js';
import { startTags } from './xml-tags.js';
import { listEntries, type ZipEntry } from './zip.js';
import { entryText } from './zip-contents.js';

export interface SheetParts {
  /** Places 'row,column' (from 0) of the cells with a formula; null = not known. */
  readonly formulas: ReadonlySet<string> | null;
  /** Those among them without a result: no spreadsheet has computed them yet. */
  readonly unresolved: ReadonlySet<string>;
  /** Cells with a comment, as B7. */
  readonly comments: readonly string[];
  /** Pictures, shapes, text boxes. */
  readonly hasDrawings: boolean;
}

const longestPart = 50_000_000;
const formulaCell = /<(?:[\w.-]+:)?c((?:\s[^<>]*)?)>\s*<(?:[\w.-]+:)?f[\s>/]/g;
const reference = /\br=["']([A-Z]{1,3})(\d{1,7})["']/;
const emptyText = /\bt=["']str["']/;
const result = /<(?:[\w.-]+:)?v(?:\s[^<>]*)?>[^<]/;
const drawn = /<(?:[\w.-]+:)?(?:pic|sp|cxnSp|grpSp|graphicFrame)[\s>]/;

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface FormulaPlaces {
  readonly formulas: ReadonlySet<string> | null;
  readonly unresolved: ReadonlySet<string>;
}

/** A text without letters is a result as well. */
function hasResult(xml: string, from: number, attributes: string): boolean {
  const end = xml.indexOf('c>', from);
  return emptyText.test(attributes) || result.test(xml.slice(from, end < 0 ? undefined : end));
}

/** `formulas` is null where a cell with one does not say where it stands. */
function formulasIn(xml: string): FormulaPlaces {
  const [formulas, unresolved] = [new Set<string>(), new Set<string>()];
  for (const { 0: start, 1: attributes = '', index } of xml.matchAll(formulaCell)) {
    const [, letters, row] = reference.exec(attributes) ?? [];
    if (letters === undefined || row === undefined) return { formulas: null, unresolved };
    const place = `${Number(row) - 1},${columnOf(letters)}`;
    formulas.add(place);
    if (!hasResult(xml, index + start.length - 1, attributes)) unresolved.add(place);
  }
  return { formulas, unresolved };
}

/** A reader of the parts of a checked archive, by the path of the worksheet. */
export function sheetPartsIn(archive: Buffer, place: Place): (path: string) => SheetParts {
  const entries = new Map(listEntries(archive, place).map((entry): [string, ZipEntry] => [entry.name, entry]));
  const textOf = (name: string) => {
    const entry = entries.get(name);
    return entry === undefined || entry.bytes > longestPart ? undefined : entryText(archive, entry, place);
  };
  return (path) => {
    const folder = path.split('/').slice(0, -1).join('/');
    const links = relationships(textOf(`${folder}/_rels/${path.split('/').at(-1)}.rels`), folder);
    const linked = (type: RegExp) =>
      links.filter((link) => type.test(link.type)).map((link) => textOf(link.target) ?? '');
    const refs = linked(/^comments$/).flatMap((xml) =>
      startTags(xml, 'comment').flatMap((tag) => tag.get('ref') ?? []),
    );
    const threads = linked(/^threadedComment$/).flatMap((xml) =>
      startTags(xml, 'threadedComment').flatMap((tag) => tag.get('ref') ?? []),
    );
    const xml = textOf(path);
    return {
      ...(xml === undefined ? { formulas: null, unresolved: new Set<string>() } : formulasIn(xml)),
      comments: [...new Set([...refs, ...threads])],
      hasDrawings: linked(/^drawing$/).some((drawing) => drawn.test(drawing)),
    };
  };
}
