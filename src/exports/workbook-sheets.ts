// Which sheets a workbook has, in its own order, and which of them staff can see.
import { damagedWorkbook, type Place } from './refusal.js';
import { type Attributes, startTags } from './xml-tags.js';

export interface WorkbookSheet {
  readonly name: string;
  /** 0-based, counting every sheet of the workbook, hidden ones and charts too. */
  readonly index: number;
  readonly isHidden: boolean;
  /** Of its part in the archive. */
  readonly path: string;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/').filter(Boolean)) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The links of a part to others inside the archive; `folder` is that of the part. */
export function relationships(xml: string | undefined, folder: string): readonly Relationship[] {
  return startTags(xml ?? '', 'Relationship')
    .filter((tag) => tag.get('TargetMode') !== 'External')
    .map((tag) => ({
      id: tag.get('Id') ?? '',
      type: (tag.get('Type') ?? '').replace(/^.*\//, ''),
      target: resolve(folder, tag.get('Target') ?? ''),
    }));
}

/** The relationship of a sheet, by `r:id` whatever the prefix. */
function relationshipId(sheet: Attributes): string | undefined {
  if (sheet.has('r:id')) return sheet.get('r:id');
  return [...sheet].find(([name, value]) => name.endsWith(':id') && value.startsWith('rId'))?.[1];
}

/** Path of the workbook part, by the root relationships; undefined when this is no spreadsheet. */
export function workbookPath(part: (name: string) => string | undefined): string | undefined {
  return relationships(part('_rels/.rels'), '').find((link) => link.type === 'officeDocument')?.target;
}

/**
 * Worksheets in workbook order; charts and macro sheets are left out. Throws UserError (exit 3) `damaged-workbook` when a part that
 * holds sheets, texts or formats is missing, so that nothing is silently read as empty.
 */
export function worksheetsOf(
  path: string,
  part: (name: string) => string | undefined,
  has: (name: string) => boolean,
  place: Place,
): readonly WorkbookSheet[] {
  const folder = path.split('/').slice(0, -1).join('/');
  const linksPath = `${folder === '' ? '' : `${folder}/`}_rels/${path.split('/').at(-1)}.rels`;
  const links = relationships(part(linksPath), folder);
  const needed = links.filter((link) => ['worksheet', 'sharedStrings', 'styles'].includes(link.type));
  const workbook = part(path);
  if (workbook === undefined || needed.some((link) => !has(link.target))) throw damagedWorkbook(place);
  const list = /<(?:[\w.-]+:)?sheets\b[\s\S]*?<\/(?:[\w.-]+:)?sheets\s*>/.exec(
    workbook.replace(/<!--[\s\S]*?-->/g, ''),
  );
  const sheets: WorkbookSheet[] = [];
  for (const [index, tag] of startTags(list?.[0] ?? '', 'sheet').entries()) {
    const [name, id] = [tag.get('name'), relationshipId(tag)];
    if (!name || !id) throw damagedWorkbook(place);
    const link = links.find((candidate) => candidate.id === id);
    if (link === undefined) throw damagedWorkbook({ ...place, sheet: name });
    const isHidden = (tag.get('state') ?? 'visible') !== 'visible';
    if (link.type === 'worksheet') sheets.push({ name, index, isHidden, path: link.target });
  }
  return sheets;
}
