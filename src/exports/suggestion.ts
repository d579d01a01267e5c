// Which header was probably meant, when the one we look for is not there.
import { normaliseHeader } from './header.js';

/** 0 (nothing in common) … 1 (equal), by edit distance over code points. */
export function similarity(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - editDistance(left, right) / longest;
}

function editDistance(left: readonly string[], right: readonly string[]): number {
  let previous = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (const [i, character] of left.entries()) {
    const current = [i + 1];
    for (const [j, other] of right.entries()) {
      const kept = (previous[j] as number) + (character === other ? 0 : 1);
      current.push(Math.min(kept, (previous[j + 1] as number) + 1, (current[j] as number) + 1));
    }
    previous = current;
  }
  return previous[right.length] as number;
}

/** One common character is chance: 序号 is not meant for 账号. */
function likeness(a: string, b: string): number {
  const shared = new Set([...a].filter((character) => b.includes(character)));
  return shared.size < 2 ? 0 : similarity(a, b);
}

/** Never a cell that may hold a customer's value: letters only, short. */
export function isHeaderLike(text: string): boolean {
  return text.length > 1 && text.length <= 20 && /\p{L}/u.test(text) && !/[\d*@#]/.test(text);
}

/** How like the most similar of the accepted headers a text is, 0 … 1. */
export function closeness(accepted: readonly string[], text: string): number {
  const { name } = normaliseHeader(text);
  return Math.max(0, ...accepted.map((header) => likeness(normaliseHeader(header).name, name)));
}

/**
 * The candidate most like one of the accepted headers; undefined when none shares half of its characters.
 * @example suggestHeader(['客户号', '客户编号'], ['机构名称', '客户代号']) // => '客户代号'
 */
export function suggestHeader(accepted: readonly string[], candidates: readonly string[]): string | undefined {
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const text of candidates) {
    if (!isHeaderLike(text)) continue;
    const score = closeness(accepted, text);
    if (score >= 0.5 && (best === undefined || score > best.score)) best = { text, score };
  }
  return best?.text;
}
