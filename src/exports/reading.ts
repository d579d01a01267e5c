// One table read as one kind: which of its first rows is the header.
import type { PreambleFacts } from './export.js';
import type { Heading } from './header.js';
import type { KindMatcher } from './kind-matcher.js';
import { type Match, matchHeading } from './matching.js';
import { keyGroups } from './plan.js';
import { harvestFacts } from './preamble.js';
import type { HeadRow, Layout, RawTable } from './table.js';

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

/** The best complete reading of a table as one kind, alone; else every reading that knows at least one column. */
export function readingsOf(
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
export function best(readings: readonly Reading[]): Reading | undefined {
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
  const holdsValue = (name: string) => {
    const cell = row.cells[reading.match.columns.get(name)?.index ?? -1];
    return typeof cell === 'string' ? /\d/.test(cell) : cell !== null && cell !== undefined;
  };
  // Of alternatives (收入 or 支出, 账号 or 客户号) a row holds one.
  return keyGroups(reading, ['id', 'day', 'moment', 'fen']).every((names) => names.some(holdsValue));
}

/** The records before a line, in order; a quote left open above the header does not hide the header. */
function recordsAbove(head: readonly HeadRow[], line: number): readonly HeadRow[] {
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
