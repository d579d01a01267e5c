// Names of the ledger files: only what every file system takes, never a customer's value (F6).
import { join, relative, sep } from 'node:path';
import type { Day } from '../model/day.js';

const mostBytes = 180;
const refused = /[^\p{Script=Han}A-Za-z0-9_·()-]/gu;

/**
 * What of a text may stand in a file name; full-width brackets become plain ones.
 * @example safeNamePart('../城东（支行）') // => '城东(支行)'
 */
export function safeNamePart(text: string): string {
  return text.normalize('NFC').replaceAll('（', '(').replaceAll('）', ')').replace(refused, '');
}

/** Cut on a code point. */
function cutTo(text: string, bytes: number): string {
  let cut = '';
  let used = 0;
  for (const point of text) {
    used += Buffer.byteLength(point);
    if (used > bytes) break;
    cut += point;
  }
  return cut;
}

/**
 * 台账_<parts>_<yyyymmdd>; parts that are unknown, or of which nothing may be shown, are left out.
 * @example datedStem('台账', ['0101', '城东支行'], '20250930') // => '台账_0101_城东支行_20250930'
 */
export function datedStem(kind: string, parts: readonly (string | null)[], ending: string): string {
  const told = parts.flatMap((part) => {
    const safe = part === null ? '' : safeNamePart(part);
    return safe === '' ? [] : [safe];
  });
  const room = mostBytes - Buffer.byteLength(`${kind}__${ending}~999_勾稽不平.xlsx`);
  return [kind, ...(told.length === 0 ? [] : [cutTo(told.join('_'), room)]), ending].join('_');
}

/** @example compactDay('2025-09-30') // => '20250930' */
export function compactDay(day: Day): string {
  return day.replaceAll('-', '');
}

/** Twins, also those that differ by case only, get ~2, ~3 …; the order decides, so that it must be a stable one. */
export function uniqueStems(stems: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return stems.map((stem) => {
    let unique = stem;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${stem}~${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** The path of a file in the folder. Throws RangeError where the name leads out of it, which is a bug. */
export function pathInside(folder: string, name: string): string {
  const path = join(folder, name);
  const inside = relative(folder, path);
  if (inside !== name || inside.includes(sep)) throw new RangeError('a ledger file would lie outside its folder');
  return path;
}
