// What a file is: the kind, sheet, layout and header row that fit best, by header texts alone.
import { basename, resolve } from 'node:path';
import type { ExportKind } from '../model/intake.js';
import type { IntakeOptions, PreambleFacts } from './export.js';
import { type Heading, headings } from './header.js';
import { type KindMatcher, type Match, matchHeading, matchScore } from './matching.js';
import { missingColumns } from './missing.js';
import { harvestFacts } from './preamble.js';
import type { HeadRow, Layout, RawFile, RawTable } from './table.js';

/** How far down a header is looked for. */
const headerRows = 30;

/** One way to understand a table. */
export interface Reading {
  readonly matcher: KindMatcher;
  readonly table: RawTable;
  readonly layout: Layout;
  readonly heading: Heading;
  readonly match: Match;
  /** Records above the header, blank ones included. */
  readonly above: readonly HeadRow[];
  readonly facts: PreambleFacts;
}

export type Recognition =
  | { readonly outcome: 'fits'; readonly reading: Reading; readonly others: readonly Reading[] }
  | { readonly outcome: 'kinds' | 'sheets'; readonly readings: readonly Reading[] }
  | { readonly outcome: 'near'; readonly reading: Reading }
  | { readonly outcome: 'unknown'; readonly likeliest: Reading | undefined };

/** The kind that `--kind` gives this file, by path or by base name. */
export function forcedKind(file: RawFile, options: IntakeOptions): ExportKind | undefined {
  for (const [name, kind] of options.kinds) {
    if (resolve(name) === resolve(file.path) || name === basename(file.path) || name === file.file) return kind;
  }
  return undefined;
}

/** The best of all sheets, layouts and kinds; equal bests are told apart only by the user. */
export function recognise(file: RawFile, matchers: readonly KindMatcher[], isForced: boolean): Recognition {
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

function readingsOf(
  matcher: KindMatcher,
  table: RawTable,
  layout: Layout,
  head: readonly HeadRow[],
  all: readonly Heading[],
): Reading[] {
  const readings: Reading[] = [];
  for (const heading of all) {
    const alone = matchHeading(matcher, heading, {});
    if (alone.columns.size === 0) continue;
    const above = recordsAbove(head, (heading.rows[0] as HeadRow).line);
    const facts = harvestFacts(above);
    const match = matchHeading(matcher, heading, facts);
    readings.push({ matcher, table, layout, heading, match, above, facts });
  }
  const top = best(readings.filter((reading) => reading.match.missing.length === 0));
  if (top === undefined) return readings;
  const line = (top.heading.rows[0] as HeadRow).line;
  const earlier = readings.find((other) => lastLineOf(other) < line && other.match.missing.length === 0);
  return earlier !== undefined && isFollowedByValues(earlier, head) ? [earlier] : [top];
}

/** Most columns first; then the single row before the pair and the earlier before the later, which is the order given. */
function best(readings: readonly Reading[]): Reading | undefined {
  let top: Reading | undefined;
  for (const reading of readings) {
    if (top === undefined || reading.match.columns.size > top.match.columns.size) top = reading;
  }
  return top;
}

function lastLineOf(reading: Reading): number {
  return (reading.heading.rows.at(-1) as HeadRow).line;
}

/** Data rows stand below it, so a richer header further down belongs to another file glued on, and no row may be lost above it. */
function isFollowedByValues(reading: Reading, head: readonly HeadRow[]): boolean {
  const { nextLine } = reading.heading.rows.at(-1) as HeadRow;
  const row = head.find((next) => next.line >= nextLine && next.cells.some((cell) => cell !== null && cell !== ''));
  if (row === undefined) return false;
  const needed = new Set(reading.matcher.required.flat(2));
  const columns = [...reading.match.columns].filter(([field]) => needed.has(field)).map(([, column]) => column);
  return columns.every(({ index }) => {
    const cell = row.cells[index];
    return typeof cell === 'string' ? /\d/.test(cell) : cell !== null && cell !== undefined;
  });
}

/** The records before a line, in order; a quote left open above the header does not hide the header. */
export function recordsAbove(head: readonly HeadRow[], line: number): readonly HeadRow[] {
  const above: HeadRow[] = [];
  let next = head[0]?.line ?? line;
  for (const row of head) {
    if (row.line >= line) break;
    if (row.line < next) continue;
    above.push(row);
    next = row.nextLine > line ? row.line + 1 : row.nextLine;
  }
  return above;
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
