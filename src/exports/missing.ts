// Required columns that a heading lacks, and what was probably meant.
import type { Heading } from './header.js';
import { fieldOf, type KindMatcher } from './kind-matcher.js';
import type { Match } from './matching.js';
import { closeness, suggestHeader } from './suggestion.js';

export interface MissingColumn {
  /** 客户号, or 账号 或 客户号 where either would do. */
  readonly title: string;
  /** Field to name in `--map`: the one that was probably meant, else the first. */
  readonly field: string;
  /** Header text of the file that is much like it. */
  readonly meant?: string;
  /** The header that the user configured for it and that the file does not have. */
  readonly configured?: string;
}

/** Alternatives named in a message. */
const shownTitles = 4;

/** One entry per required group without any complete alternative. */
export function missingColumns(matcher: KindMatcher, heading: Heading, match: Match): readonly MissingColumn[] {
  const used = new Set(match.columns.values());
  const unused = heading.columns.filter((column) => !used.has(column)).map((column) => column.header);
  return match.missing.map((group) => missingColumn(matcher, group, unused, match));
}

function missingColumn(
  matcher: KindMatcher,
  group: readonly (readonly string[])[],
  unused: readonly string[],
  match: Match,
): MissingColumn {
  const titles = group.map((all) => all.map((name) => titleOf(matcher, name)).join(' 与 '));
  const title = `${titles.slice(0, shownTitles).join(' 或 ')}${titles.length > shownTitles ? ' 等' : ''}`;
  const fields = group.flat().filter((name) => !match.columns.has(name));
  const field = fields[0] as string;
  const absent = match.absent.find((one) => fields.includes(one.field));
  if (absent !== undefined) {
    const meant = suggestHeader([absent.header, ...headersOf(matcher, absent.field)], unused);
    return { title, field: absent.field, configured: absent.header, ...(meant === undefined ? {} : { meant }) };
  }
  const meant = suggestHeader(
    fields.flatMap((name) => headersOf(matcher, name)),
    unused,
  );
  if (meant === undefined) return { title, field };
  return { title, field: closestField(matcher, fields, meant), meant };
}

/** The field whose accepted headers are most like the text; of equal ones the first. */
function closestField(matcher: KindMatcher, fields: readonly string[], meant: string): string {
  const likenessOf = (name: string) => closeness(headersOf(matcher, name), meant);
  return fields.reduce((best, name) => (likenessOf(name) > likenessOf(best) ? name : best));
}

/** The name of a field in messages: the first of its headers. */
export function titleOf(matcher: KindMatcher, name: string): string {
  return fieldOf(matcher.spec, name).headers[0] ?? name;
}

function headersOf(matcher: KindMatcher, name: string): readonly string[] {
  const field = fieldOf(matcher.spec, name);
  return [...field.headers, ...(field.fallbackHeaders ?? [])];
}
