// Texts as small numbers: the work of a Map, in half the time where there are very many texts and each is met once or twice.
import { readOwnDigits } from '../exports/identifier.js';
import { ownText } from '../model/own-text.js';

export interface TextNumbers {
  /** By number, in the order in which they were first asked for; each in memory of its own. */
  readonly texts: readonly string[];
  /** The number of a text; a new one gets the next. `hash` is any 32 bits that are the same for the same text. */
  numberOf(text: string, hash: number): number;
}

/** Words of a slot: hash, and number + 1 (0 = free). */
const slotWords = 2;

/** Open addressing, at most 60 % full. */
export function textNumbers(): TextNumbers {
  const texts: string[] = [];
  let mask = 1023;
  let slots = new Int32Array((mask + 1) * slotWords);

  function double(): void {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * slotWords);
    for (let place = 0; place < old.length; place += slotWords) {
      if (old[place + 1] === 0) continue;
      let slot = old[place]! & mask;
      while (slots[slot * slotWords + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * slotWords] = old[place]!;
      slots[slot * slotWords + 1] = old[place + 1]!;
    }
  }

  return {
    texts,
    numberOf(text, hash) {
      let place = (hash & mask) * slotWords;
      for (; slots[place + 1] !== 0; place = (place + slotWords) % slots.length) {
        const number = slots[place + 1]! - 1;
        if (slots[place] === hash && texts[number] === text) return number;
      }
      slots[place] = hash;
      slots[place + 1] = texts.push(readOwnDigits(text) ?? ownText(text));
      if (texts.length * 5 > mask * 3) double();
      return texts.length - 1;
    },
  };
}
