// Which column of a heading is which field of a kind of export.
import type { PreambleFacts } from './export.js';
import { type Heading, type HeadingColumn, normaliseHeader } from './header.js';
import type { KindMatcher, Synonym } from './kind-matcher.js';

export interface Match {
  readonly columns: ReadonlyMap<string, HeadingColumn>;
  /** Field → text that stands for every row: given by the user or by the lines above the header. */
  readonly constants: ReadonlyMap<string, string>;
  /** Required groups without any complete alternative. */
  readonly missing: readonly (readonly (readonly string[])[])[];
  readonly satisfied: number;
  /** Matched fields that speak for this kind, beyond one for each satisfied group. */
  readonly telling: number;
  /** Fields for which several columns of equal standing were found. */
  readonly doubled: readonly { readonly field: string; readonly columns: readonly HeadingColumn[] }[];
  /** Configured columns that the heading does not have. */
  readonly absent: readonly { readonly field: string; readonly header: string }[];
}

export function matchHeading(matcher: KindMatcher, heading: Heading, facts: PreambleFacts): Match {
  const taken = new Set<HeadingColumn>();
  const found = new Map<string, { primary: HeadingColumn[]; fallback: HeadingColumn[] }>();
  const absent: { field: string; header: string }[] = [];
  for (const [field, header] of matcher.configured) {
    const columns = columnsNamed(heading, header);
    if (columns.length === 0) absent.push({ field, header });
    else found.set(field, { primary: columns, fallback: [] });
    for (const column of columns) taken.add(column);
  }
  const settled = new Set([...found.keys(), ...matcher.constants.keys()]);
  for (const column of heading.columns) {
    const synonym = taken.has(column) ? undefined : synonymOf(matcher, column);
    if (synonym === undefined || settled.has(synonym.field)) continue;
    const entry = found.get(synonym.field) ?? { primary: [], fallback: [] };
    found.set(synonym.field, entry);
    (synonym.isFallback ? entry.fallback : entry.primary).push(column);
  }
  return summarise(matcher, found, absent, facts);
}

function summarise(
  matcher: KindMatcher,
  found: ReadonlyMap<string, { readonly primary: HeadingColumn[]; readonly fallback: HeadingColumn[] }>,
  absent: Match['absent'],
  facts: PreambleFacts,
): Match {
  const columns = new Map<string, HeadingColumn>();
  const doubled: { field: string; columns: HeadingColumn[] }[] = [];
  for (const [field, { primary, fallback }] of found) {
    const equals = primary.length > 0 ? primary : fallback;
    columns.set(field, equals[0] as HeadingColumn);
    if (equals.length > 1) doubled.push({ field, columns: equals });
  }
  const constants = new Map(matcher.constants);
  for (const [field, text] of factTexts(matcher, facts)) {
    if (!columns.has(field) && !constants.has(field)) constants.set(field, text);
  }
  const isPresent = (field: string) => columns.has(field) || (constants.get(field) ?? '') !== '';
  const missing = matcher.required.filter((group) => !group.some((alternative) => alternative.every(isPresent)));
  const decoration = new Set(matcher.spec.decoration);
  const satisfied = matcher.required.length - missing.length;
  const telling = Math.max(0, [...columns.keys()].filter((field) => !decoration.has(field)).length - satisfied);
  return { columns, constants, missing, satisfied, telling, doubled, absent };
}

/** True where a column, other than those the user named, shows that the file is of another kind. */
export function isForeign({ foreign, unmistakable, configured }: KindMatcher, heading: Heading): boolean {
  if (foreign.size === 0) return false;
  const named = new Set([...configured.values()].flatMap((header) => columnsNamed(heading, header)));
  const names = heading.columns.filter((column) => !named.has(column)).flatMap((column) => column.names);
  return names.some((name) => foreign.has(name)) && !names.some((name) => unmistakable.has(name));
}

/** Columns that go by a text the user gave: the very header first, else any of its names. */
function columnsNamed(heading: Heading, header: string): HeadingColumn[] {
  const { name } = normaliseHeader(header);
  const exact = heading.columns.filter((column) => normaliseHeader(column.header).name === name);
  return exact.length > 0 ? exact : heading.columns.filter((column) => column.names.includes(name));
}

function synonymOf(matcher: KindMatcher, column: HeadingColumn): Synonym | undefined {
  for (const name of column.names) {
    const synonym = matcher.synonyms.get(name);
    if (synonym !== undefined) return synonym;
  }
  return undefined;
}

/** What the lines above the header may stand in for, where the file has no such column. */
export function factTexts(matcher: KindMatcher, facts: PreambleFacts): ReadonlyMap<string, string> {
  const { spec } = matcher;
  const isStatement = spec.kind === 'transactions';
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['acctNo', isStatement ? facts.acctNo : undefined],
    ['holderName', isStatement ? facts.holderName : undefined],
    ['currency', facts.currency],
    ['dataDate', spec.kind === 'balances' ? facts.to : undefined],
  ];
  const usable = new Map<string, string>();
  for (const [name, text] of texts) {
    const field = spec.fields[name];
    const value = text === undefined ? undefined : field?.read(text, 1);
    if (text !== undefined && value !== undefined && value !== null) usable.set(name, text);
  }
  return usable;
}

/** 3 for each required group and 1 for each field that speaks for the kind. */
export function matchScore(match: Match): number {
  return 3 * match.satisfied + match.telling;
}
