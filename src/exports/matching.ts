// Which column of a heading is which field of a kind of export.
import { exitCodes, UserError } from '../model/errors.js';
import type { Export, Field, PreambleFacts } from './export.js';
import { type Heading, type HeadingColumn, normaliseHeader } from './header.js';

interface Synonym {
  readonly field: string;
  readonly isFallback: boolean;
}

/** A kind of export with its header texts and the user's own column names, ready to be compared. */
export interface KindMatcher {
  readonly spec: Export<unknown>;
  /** Groups of alternatives of fields: of each group one alternative must be there. */
  readonly required: readonly (readonly (readonly string[])[])[];
  readonly synonyms: ReadonlyMap<string, Synonym>;
  /** Compared names of headers that this kind never has, and of those that settle it all the same. */
  readonly foreign: ReadonlySet<string>;
  readonly unmistakable: ReadonlySet<string>;
  /** Field → header text given by the user. */
  readonly configured: ReadonlyMap<string, string>;
  /** Field → text that stands for every row, given by the user; '' leaves the field empty whatever the file says. */
  readonly constants: ReadonlyMap<string, string>;
  /** Field → 元 per unit given by the user. */
  readonly units: ReadonlyMap<string, number>;
}

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

/** The declared field; throws RangeError for a name that the kind does not have (a mistake of ours). */
export function fieldOf(spec: Export<unknown>, name: string): Field<unknown> {
  const field = spec.fields[name];
  if (field === undefined) throw new RangeError(`${spec.kind} has no field ${name}`);
  return field;
}

/**
 * `columns` maps 'kind.field' to a header text or '=constant', `units` to 元 per unit. Throws UserError (exit 2) for an unknown field,
 * an unreadable constant and a unit of what is no amount.
 */
export function kindMatcher(
  spec: Export<unknown>,
  columns: ReadonlyMap<string, string>,
  allUnits: ReadonlyMap<string, number> = new Map(),
): KindMatcher {
  const synonyms = new Map<string, Synonym>();
  for (const isFallback of [false, true]) {
    for (const [name, field] of Object.entries(spec.fields)) {
      for (const header of (isFallback ? field.fallbackHeaders : field.headers) ?? []) {
        const key = normaliseHeader(header).name;
        if (!synonyms.has(key)) synonyms.set(key, { field: name, isFallback });
      }
    }
  }
  const configured = new Map<string, string>();
  const constants = new Map<string, string>();
  for (const [key, value] of columns) {
    if (!key.startsWith(`${spec.kind}.`)) continue;
    const name = key.slice(spec.kind.length + 1);
    checkConfigured(spec, name, value);
    if (value.startsWith('=')) constants.set(name, value.slice(1).trim());
    else configured.set(name, value);
  }
  const required = spec.required.map((group) => group.map((alternative) => alternative.split('+')));
  const foreign = namesOf(spec.foreign);
  const unmistakable = namesOf(spec.unmistakable);
  return { spec, required, synonyms, foreign, unmistakable, configured, constants, units: unitsOf(spec, allUnits) };
}

function unitsOf(spec: Export<unknown>, all: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const own = [...all].filter(([key]) => key.startsWith(`${spec.kind}.`));
  const units = new Map(own.map(([key, unit]) => [key.slice(spec.kind.length + 1), unit]));
  for (const name of units.keys()) {
    const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
    if (field?.kind === 'fen') continue;
    const money = Object.entries(spec.fields).flatMap(([known, { kind }]) => (kind === 'fen' ? [known] : []));
    throw new UserError(
      `--unit ${spec.kind}.${name}：${spec.title}没有这个金额字段，可用 ${money.join('、')}`,
      exitCodes.usage,
    );
  }
  return units;
}

function checkConfigured(spec: Export<unknown>, name: string, value: string): void {
  const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
  if (field === undefined) {
    const known = Object.keys(spec.fields).join('、');
    throw new UserError(`--map ${spec.kind}.${name}: ${spec.title}没有这个字段，可用 ${known}`, exitCodes.usage);
  }
  const constant = value.startsWith('=') ? value.slice(1).trim() : '';
  if (constant !== '' && field.read(constant, 1) === undefined) {
    throw new UserError(`--map ${spec.kind}.${name}: 固定值无法识别；应为${field.expected}`, exitCodes.usage);
  }
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

function namesOf(headers: readonly string[] = []): ReadonlySet<string> {
  return new Set(headers.map((header) => normaliseHeader(header).name));
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
