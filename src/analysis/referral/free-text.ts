// Notes are kept for those who work with them, but no phone, ID or account number leaves the analysis in one.
import { maskName } from '../../model/mask.js';

/** Seven digits and more, also in groups; a day is none. */
const longNumber = /\d(?:[ -]?\d){6,}[Xx]?/gu;
const day = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/u;

/**
 * The note with long numbers hidden and the customer's own name masked; null stays null.
 * @example withoutNumbers('2025-09-30 已回电 13912345678', undefined) // => '2025-09-30 已回电 ****'
 */
export function withoutNumbers(note: string | undefined, customerName: string | undefined): string | null {
  if (note === undefined) return null;
  const plain = note.normalize('NFKC').replace(longNumber, (number) => (day.test(number) ? number : '****'));
  const name = customerName?.normalize('NFKC').trim() ?? '';
  return [...name].length < 2 ? plain : plain.replaceAll(name, maskName(name));
}
