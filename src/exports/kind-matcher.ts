// A kind of export with what the user says of its columns, made ready to be compared with headings.
import { exitCodes, UserError } from '../model/errors.js';
import type { Export, Field } from './export.js';
import { normaliseHeader } from './header.js';

export interface Synonym {
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

function namesOf(headers: readonly string[] = []): ReadonlySet<string> {
  return new Set(headers.map((header) => normaliseHeader(header).name));
}
