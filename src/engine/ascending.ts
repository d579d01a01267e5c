/**
 * The indexes of texts in ascending order of the texts (`<`). Many texts of digits, as customers and accounts are named, are put in order
 * by their first digits that differ, as numbers; comparing them as texts, where that is still needed, is then a matter of one pass, while
 * it would take several times as long from the start.
 * @example ascending(['0102', '0101', '01']) // => [2, 1, 0]
 */
export function ascending(texts: readonly string[]): readonly number[] {
  const count = texts.length;
  const from = sharedLength(texts);
  // Digits and index together make an exact number.
  const length = Math.floor(Math.log10(Number.MAX_SAFE_INTEGER / (count + 1)));
  const packed = new Float64Array(count);
  for (let index = 0; index < count; index += 1) packed[index] = digitsOf(texts[index]!, from, length) * count + index;
  const order = Array.from(packed.sort(), (number) => number % count);
  if (areNumbers(texts, from, length)) return order;
  return order.sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
}

/** Whether all texts are equally long, and at most `most` digits behind the place `from` are all that differs. */
function areNumbers(texts: readonly string[], from: number, most: number): boolean {
  const length = texts[0]?.length ?? 0;
  const digits = new RegExp(`^\\d{0,${most}}$`);
  return texts.every((text) => text.length === length && digits.test(text.slice(from)));
}

/** The length of what all texts begin with. */
function sharedLength(texts: readonly string[]): number {
  let shared = texts[0] ?? '';
  for (const text of texts) while (!text.startsWith(shared)) shared = shared.slice(0, -1);
  return shared.length;
}

/** The number that these places make up; what is no digit counts as 0. */
function digitsOf(text: string, from: number, length: number): number {
  let number = 0;
  for (let at = from; at < from + length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    number = number * 10 + (digit >= 0 && digit <= 9 ? digit : 0);
  }
  return number;
}
