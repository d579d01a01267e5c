// Names of persons who are known to a run, found again in the middle of other words.
import { maskName } from './mask.js';
import { tradeWords } from './trade-words.js';

const startLength = 2;
const isLatin = (text: string | undefined) => text !== undefined && /\p{Script=Latin}/u.test(text);

interface Found {
  readonly name: string;
  readonly at: number;
}

/** Masks every known name in a text; `shortest` leaves those of fewer characters, unless they are the whole text. */
export type NameHider = (text: string, shortest?: number) => string;

function spelled(name: string): string {
  return name.normalize('NFKC').trim();
}

interface Names {
  readonly all: ReadonlySet<string>;
  /** By the first two characters of names: how long such names are, the longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

/** What is a word of the trade, or too short to be told, is no name. */
function namesOf(names: Iterable<string>): Names {
  const all = new Set<string>();
  const lengths = new Map<string, number[]>();
  for (const raw of names) {
    const name = spelled(raw);
    if (name.length < startLength || all.has(name) || tradeWords.has(name) || [...name].length < startLength) continue;
    all.add(name);
    const start = name.slice(0, startLength);
    const known = lengths.get(start);
    if (known === undefined) lengths.set(start, [name.length]);
    else if (!known.includes(name.length)) known.push(name.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return { all, lengths };
}

/** A Latin name is a word of its own: Ann does not stand in Annual. */
function standsAt(text: string, name: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at + name.length]];
  return !(isLatin(name[0]) && isLatin(before)) && !(isLatin(name.at(-1)) && isLatin(after));
}

/**
 * The cost of a text hangs on its length and not on the number of names.
 * @example nameHider(['张三丰'])('张三丰的母亲') // => '张*丰的母亲'
 */
export function nameHider(names: Iterable<string>): NameHider {
  const { all, lengths } = namesOf(names);
  const nextIn = (text: string, from: number, shortest: number): Found | undefined => {
    for (let at = from; at < text.length - 1; at += 1) {
      for (const length of lengths.get(text.slice(at, at + startLength)) ?? []) {
        const name = text.slice(at, at + length);
        if (!all.has(name) || (name !== text && [...name].length < shortest)) continue;
        if (standsAt(text, name, at)) return { name, at };
      }
    }
    return undefined;
  };
  return (text, shortest = startLength) => {
    const plain = spelled(text);
    let shown = '';
    let from = 0;
    for (let found = nextIn(plain, 0, shortest); found !== undefined; found = nextIn(plain, from, shortest)) {
      shown += plain.slice(from, found.at) + maskName(found.name);
      from = found.at + found.name.length;
    }
    return from === 0 ? text : shown + plain.slice(from);
  };
}
