// What a file is: the kind, sheet, layout and header row that fit best, by header texts alone.
import { basename, resolve } from 'node:path';
import type { ExportKind } from '../model/intake.js';
import type { IntakeOptions } from './export.js';
import { headings } from './header.js';
import { type KindMatcher, matchScore } from './matching.js';
import { missingColumns } from './missing.js';
import { otherKindOf } from './otherkinds.js';
import { best, type Reading, readingsOf } from './reading.js';
import type { RawFile } from './table.js';

/** How far down a header is looked for. */
const headerRows = 30;

export type Recognition =
  | { readonly outcome: 'fits'; readonly reading: Reading; readonly others: readonly Reading[] }
  | { readonly outcome: 'kinds' | 'sheets'; readonly readings: readonly Reading[] }
  | { readonly outcome: 'near'; readonly reading: Reading }
  | { readonly outcome: 'other'; readonly title: string }
  | { readonly outcome: 'unknown'; readonly likeliest: Reading | undefined };

/** The kind that `--kind` gives this file, by path or by base name. */
export function forcedKind(file: RawFile, options: IntakeOptions): ExportKind | undefined {
  for (const [name, kind] of options.kinds) {
    if (resolve(name) === resolve(file.path) || name === file.file || isNamed(name, basename(file.path))) return kind;
  }
  return undefined;
}

/** `pattern` may hold `*` for any characters. */
function isNamed(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(name);
}

/** What the file is; a kind that the user forces is taken at his word. */
export function recognise(file: RawFile, matchers: readonly KindMatcher[], isForced: boolean): Recognition {
  const found = bestFit(file, matchers, isForced);
  const likeliest = 'readings' in found ? found.readings[0] : 'reading' in found ? found.reading : undefined;
  if (isForced || likeliest === undefined) return found;
  const title = otherKindOf(likeliest.heading.columns, likeliest.match);
  return title === undefined ? found : { outcome: 'other', title };
}

/** The best of all sheets, layouts and kinds; equal bests are told apart only by the user. */
function bestFit(file: RawFile, matchers: readonly KindMatcher[], isForced: boolean): Recognition {
  const complete: Reading[] = [];
  const partial: Reading[] = [];
  for (const table of file.tables) {
    const candidates = table.layouts.map((layout) => ({ layout, head: table.head(layout) }));
    const cut = candidates.map(({ layout, head }) => ({ layout, head, all: headings(head, headerRows) }));
    for (const matcher of matchers) {
      const readings = cut.flatMap(({ layout, head, all }) => readingsOf(matcher, table, layout, head, all));
      const whole = best(readings.filter((reading) => reading.match.missing.length === 0));
      if (whole !== undefined) complete.push(whole);
      else partial.push(...readings);
    }
  }
  const ranked = complete.toSorted(byFit);
  const reading = ranked[0];
  const near = nearest(partial, isForced);
  if (reading === undefined) return near;
  if (near.outcome === 'near' && matchScore(near.reading.match) > matchScore(reading.match)) return near;
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

function nearest(partial: readonly Reading[], isForced: boolean): Recognition {
  const ranked = partial.toSorted(byFit);
  const near = ranked.find((reading) => isForced || isNearMiss(reading));
  return near === undefined ? { outcome: 'unknown', likeliest: ranked[0] } : { outcome: 'near', reading: near };
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
