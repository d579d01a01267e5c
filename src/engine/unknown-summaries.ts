import type { EngineReport } from './activity.js';

const shownLength = 20;
const shownRows = 20;

/**
 * A summary as it may be shown: long runs of digits, which may be account or phone numbers, are hidden, and it is cut to 20 characters.
 * @example shownSummary('xyz 6222021234561234') // => 'xyz ****'
 */
export function shownSummary(summary: string): string {
  const hidden = summary.normalize('NFKC').replace(/\d{5,}/g, '****');
  return hidden.length <= shownLength ? hidden : [...hidden].slice(0, shownLength).join('');
}

/** The most frequent texts first, ties by text; `more` is the number of further distinct texts. */
export function topSummaries(rowsOf: ReadonlyMap<string, number>): EngineReport['unknownSummaries'] {
  const all = [...rowsOf].map(([summary, rows]) => ({ summary, rows }));
  all.sort((a, b) => b.rows - a.rows || (a.summary < b.summary ? -1 : 1));
  return { top: all.slice(0, shownRows), more: Math.max(0, all.length - shownRows) };
}
