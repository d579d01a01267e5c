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

/** By the first two characters, the longest first; what is a word of the trade, or too short to be told, is no name. */
function byStart(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const starts = new Map<string, string[]>();
  for (const name of new Set([...names].map(spelled))) {
    if ([...name].length < startLength || tradeWords.has(name)) continue;
    const start = name.slice(0, startLength);
    starts.set(start, [...(starts.get(start) ?? []), name]);
  }
  for (const found of starts.values()) found.sort((a, b) => b.length - a.length);
  return starts;
}

/** A Latin name is a word of its own: Ann does not stand in Annual. */
function standsAt(text: string, name: string, at: number): boolean {
  if (!text.startsWith(name, at)) return false;
  const [before, after] = [text[at - 1], text[at + name.length]];
  return !(isLatin(name[0]) && isLatin(before)) && !(isLatin(name.at(-1)) && isLatin(after));
}

/**
 * The cost of a text hangs on its length and not on the number of names.
 * @example nameHider(['张三丰'])('张三丰的母亲') // => '张*丰的母亲'
 */
export function nameHider(names: Iterable<string>): NameHider {
  const starts = byStart(names);
  const nextIn = (text: string, from: number, shortest: number): Found | undefined => {
    for (let at = from; at < text.length; at += 1) {
      const name = starts.get(text.slice(at, at + startLength))?.find((one) => {
        return ([...one].length >= shortest || one === text) && standsAt(text, one, at);
      });
      if (name !== undefined) return { name, at };
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
