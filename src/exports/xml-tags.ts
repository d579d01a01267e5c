import { resolveEntities } from './entities.js';

/** One start tag: its attributes by full name, values with entities resolved. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Start tags of one local name, whatever their prefix, outside comments. For the small, regular parts of a workbook only.
 * @example startTags('<x:sheet name="A&amp;B"/>', 'sheet')[0]?.get('name') // => 'A&B'
 */
export function startTags(xml: string, localName: string): readonly Attributes[] {
  const tags: Attributes[] = [];
  const quoted = `"[^"]*"|'[^']*'`;
  const tag = new RegExp(`<(?:[\\w.-]+:)?${localName}((?:\\s+[^\\s=<>/]+\\s*=\\s*(?:${quoted}))*)\\s*/?>`, 'g');
  for (const [, list = ''] of xml.replace(/<!--[\s\S]*?-->/g, '').matchAll(tag)) {
    const attributes = new Map<string, string>();
    for (const [, name = '', value = ''] of list.matchAll(new RegExp(`([^\\s=]+)\\s*=\\s*(${quoted})`, 'g'))) {
      attributes.set(name, resolveEntities(value.slice(1, -1)));
    }
    tags.push(attributes);
  }
  return tags;
}
