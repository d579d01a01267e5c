// What an unreadable cell was meant to say, where it leaves no doubt. Only ever suggested: nobody but staff decides.
import { halfWidth } from './amount.js';
import type { Field, FieldKind } from './export.js';

const stray = '[\\s\'"“”‘’`´。，、,;:；：!！?？#~～_|*·…^<>《》【】\\[\\]\\u200b-\\u200d\\ufeff]';
const strayEnds = new RegExp(`^${stray}+|${stray}+$`, 'gu');
const longestCell = 60;

/** The characters around a value that mean nothing. */
function bare(text: string): string {
  return halfWidth(text)
    .replace(strayEnds, '')
    .replace(/元[整正]$/, '元');
}

/** Letters that are typed for digits. */
function digitsForLetters(text: string): string {
  return /\d/.test(text) ? text.replace(/[OoОо〇○]/g, '0').replace(/[lI|]/g, '1') : text;
}

/** One separator throughout, without blanks beside it. */
function evenDay(text: string): string {
  return text.replace(/(?<=\d) *[-/.,_。—–~] *(?=\d)/g, '-');
}

function evenAmount(text: string): string {
  return text.replace(/(?<=\d) *([,.]) *(?=\d)/g, '$1').replace(/(?<=\d)。(?=\d{1,2}$)/, '.');
}

type Cleaner = (text: string) => string;

/** In the order of trust; the first that can be read is suggested. */
const cleaners: Partial<Readonly<Record<FieldKind, readonly Cleaner[]>>> = {
  day: [bare, (text) => evenDay(bare(text)), (text) => evenDay(digitsForLetters(bare(text)))],
  fen: [bare, (text) => evenAmount(bare(text)), (text) => evenAmount(digitsForLetters(bare(text)))],
  time: [bare, (text) => digitsForLetters(bare(text))],
  code: [bare],
};

/**
 * A readable value in place of an unreadable text: stray characters around it, uneven separators, O for 0. Undefined where
 * anything would have to be guessed (impossible days, a third decimal), and for personal fields.
 */
export function suggestedValue(field: Field<unknown>, text: string, unit: number): string | undefined {
  if (field.personal === true || text === '' || text.length > longestCell) return undefined;
  for (const clean of cleaners[field.kind] ?? []) {
    const candidate = clean(text);
    if (candidate === '' || candidate === text) continue;
    const value = field.read(candidate, unit);
    if (value === undefined || value === null) continue;
    return field.kind === 'day' && typeof value === 'string' ? value : candidate;
  }
  return undefined;
}
