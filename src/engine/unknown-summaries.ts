// Summaries that no rule knows are listed, so that staff can write a rule for them; they are free text and may name people.
import { maskName } from '../model/mask.js';
import { longNumber, maskText } from '../model/mask-text.js';
import type { EngineReport } from './activity.js';

const keptLength = 40;
const shownLength = 20;
const shownRows = 20;
/** A text that this many customers share is an expression of the bank, no remark about one of them. */
const sharedBy = 3;

/** How often one text stands there, and with whom. */
export interface SummaryUse {
  rows: number;
  /** At most `sharedBy` of them. */
  readonly customers: Set<number>;
}

/**
 * A summary as it may be kept: without long runs of digits, which may be account or phone numbers, with `names` masked, and cut to
 * 40 characters.
 * @example keptSummary('xyz 6222021234561234', []) // => 'xyz ****'
 * @example keptSummary('还给李莫愁', ['李莫愁']) // => '还给李*愁'
 */
export function keptSummary(summary: string, names: readonly (string | undefined)[]): string {
  const known = names.flatMap((name) => (name === undefined ? [] : nameParts(name)));
  const hidden = withoutNames(summary.normalize('NFKC').replace(longNumber, '****'), known);
  return cut(hidden, keptLength);
}

/** Counts one row of a customer (by index). */
export function useSummary(uses: Map<string, SummaryUse>, text: string, customer: number): void {
  const use = uses.get(text) ?? { rows: 0, customers: new Set() };
  uses.set(text, use);
  use.rows += 1;
  if (use.customers.size < sharedBy) use.customers.add(customer);
}

/**
 * The most frequent texts first, ties by text; `more` is the number of further distinct texts. Names of customers are masked; what fewer
 * than three customers share is shown in words of the trade only.
 */
export function topSummaries(
  uses: ReadonlyMap<string, SummaryUse>,
  customerNames: Iterable<string>,
): EngineReport['unknownSummaries'] {
  const all = [...uses].map(([summary, { rows, customers }]) => ({
    summary,
    rows,
    isShared: customers.size >= sharedBy,
  }));
  all.sort(byRows);
  const top = all.slice(0, shownRows);
  const names = namesWithin(
    top.filter(({ isShared }) => isShared).map(({ summary }) => summary),
    customerNames,
  );
  const rowsOf = new Map<string, number>();
  for (const { summary, rows, isShared } of top) {
    const shown = cut(isShared ? withoutNames(summary, names) : maskText(summary), shownLength);
    rowsOf.set(shown, (rowsOf.get(shown) ?? 0) + rows);
  }
  const shown = [...rowsOf].map(([summary, rows]) => ({ summary, rows })).sort(byRows);
  return { top: shown, more: Math.max(0, all.length - shownRows) };
}

interface Counted {
  readonly summary: string;
  readonly rows: number;
}

function byRows(a: Counted, b: Counted): number {
  return b.rows - a.rows || (a.summary < b.summary ? -1 : 1);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : [...text].slice(0, length).join('');
}

/** A counterparty may be written with its account or its channel: 张三 6222…, 支付宝-李四. */
function nameParts(name: string): readonly string[] {
  return name
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part.length > 1);
}

function withoutNames(text: string, names: readonly string[]): string {
  let hidden = text;
  for (const name of names) if (hidden.includes(name)) hidden = hidden.replaceAll(name, maskName(name));
  return hidden;
}

/** The names that stand in one of the texts, longer ones first; looks each of a million names up once. */
function namesWithin(texts: readonly string[], names: Iterable<string>): readonly string[] {
  if (texts.length === 0) return [];
  const pieces = new Set<string>();
  for (const text of texts) {
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 2; end <= text.length; end += 1) pieces.add(text.slice(start, end));
    }
  }
  const found = new Set<string>();
  for (const name of names) for (const part of nameParts(name)) if (pieces.has(part)) found.add(part);
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
