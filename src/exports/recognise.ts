// What a file is: the kind, sheet, layout and header row that fit best, by header texts alone.
import { basename, resolve } from 'node:path';
import type { ExportKind } from '../model/intake.js';
import type { IntakeOptions } from './export.js';
import { headings } from './header.js';
import type { KindMatcher } from './kind-matcher.js';
import { isForeign, matchScore } from './matching.js';
import { missingColumns } from './missing.js';
import { best, type Reading, readingsOf } from './reading.js';
import type { RawFile } from './table.js';

/** How far down a header is looked for. */
const headerRows = 30;

export type Recognition =
  | { readonly outcome: 'fits'; readonly reading: Reading; readonly others: readonly Reading[] }
  | { readonly outcome: 'kinds' | 'sheets'; readonly readings: readonly Reading[] }
  | { readonly outcome: 'near'; readonly reading: Reading }
  | { readonly outcome: 'unknown'; readonly likeliest: Reading | undefined };

/** The readings that were found best; none for a file of no known kind. */
export function readingsFound(recognition: Recognition): readonly Reading[] {
  if ('readings' in recognition) return recognition.readings;
  return 'reading' in recognition ? [recognition.reading] : [];
}

/** The kind that `--kind` gives this file, by path or by base name. */
export function forcedKind(file: RawFile, options: IntakeOptions): ExportKind | undefined {
  for (const [name, kind] of options.kinds) if (isMeant(name, file)) return kind;
  return undefined;
}

/** Whether `--kind` means this file by that name. */
export function isMeant(name: string, { path, file }: Pick<RawFile, 'path' | 'file'>): boolean {
  return resolve(name) === resolve(path) || name === file || isNamed(name, basename(path));
}

/** `pattern` may hold `*` for any characters. */
function isNamed(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(name);
}

/**
 * What the file is: the best of all sheets, layouts and kinds; equal bests are told apart only by the user. A kind that the user
 * forces is taken at his word.
 */
export function recognise(file: RawFile, matchers: readonly KindMatcher[], isForced: boolean): Recognition {
  const complete: Reading[] = [];
  const partial: Reading[] = [];
  for (const table of file.tables) {
    const candidates = table.layouts.map((layout) => ({ layout, head: table.head(layout) }));
    const cut = candidates.map(({ layout, head }) => ({ layout, head, all: headings(head, headerRows) }));
    for (const matcher of matchers) {
      const readings = cut
        .flatMap(({ layout, head, all }) => readingsOf(matcher, table, layout, head, all))
        .filter(({ heading }) => isForced || !isForeign(matcher, heading));
      const whole = best(readings.filter((reading) => reading.match.missing.length === 0));
      if (whole !== undefined) complete.push(whole);
      else partial.push(...readings);
    }
  }
  const ranked = complete.toSorted(byFit);
  const reading = ranked[0];
  const near = nearest(partial, reading, isForced);
  if (reading === undefined || near.outcome === 'near') return near;
  const equals = ranked.filter((other) => byFit(other, reading) === 0);
  const sameSheet = equals.filter((other) => other.table === reading.table);
  if (sameSheet.length > 1) return { outcome: 'kinds', readings: sameSheet };
  if (equals.length > 1) return { outcome: 'sheets', readings: equals };
  return { outcome: 'fits', reading, others: ranked.filter((other) => other.table !== reading.table) };
}

/** Better fit first; of two with the same score the one that understands more of the columns that speak for its kind. */
function byFit(a: Reading, b: Reading): number {
  const byScore = matchScore(b.match) - matchScore(a.match);
  return byScore !== 0 ? byScore : b.match.satisfied + b.match.telling - a.match.satisfied - a.match.telling;
}

/** How much better, in points, a file must fit a kind without its first group than one of which it lacks nothing. */
const clearlyBetter = 3;

/** The kind that the file comes nearest to, unless it fits another one, `whole`, as well or better. */
function nearest(partial: readonly Reading[], whole: Reading | undefined, isForced: boolean): Recognition {
  const ranked = partial.toSorted(byFit);
  const near = ranked.find((reading) => {
    if (isForced || whole === undefined) return isForced || isNearMiss(reading);
    const lead = matchScore(reading.match) - matchScore(whole.match);
    if (lead <= 0 || reading.match.columns.size < whole.match.columns.size) return false;
    return isNearMiss(reading) || (lead >= clearlyBetter && explainsFile(reading));
  });
  return near === undefined ? { outcome: 'unknown', likeliest: ranked[0] } : { outcome: 'near', reading: near };
}

/** One group is missing, yet hardly a column is left over: 客户号 and 客户姓名 alone make no customer list of such a file. */
function explainsFile({ match, heading }: Reading): boolean {
  return match.missing.length === 1 && match.columns.size * 3 >= heading.columns.length * 2;
}

/**
 * All but one required group are there and enough besides, or what is missing stands there under a similar name. The first
 * group says whose file it is: without it, and without a similar name, the file is of another kind.
 */
function isNearMiss({ match, heading, matcher }: Reading): boolean {
  const count = match.satisfied + match.telling;
  const missing = match.missing[0];
  if (match.missing.length !== 1 || count < 3) return false;
  if (match.satisfied >= 2 && missing !== matcher.required[0]) return true;
  if (match.columns.size * 2 < heading.columns.length) return false;
  return missingColumns(matcher, heading, match).some((one) => one.meant !== undefined);
}
