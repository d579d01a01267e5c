/** Shorter texts are copies already. */
const shortestSlice = 13;

/**
 * The same text in memory of its own. A cell is a slice of the text that it was cut from, and keeps all of that text in memory for as long
 * as the cell itself is kept: a text that stays is copied.
 * @example ownText('6222021234561234') // => '6222021234561234'
 */
export function ownText<T extends string | undefined>(text: T): T {
  return text === undefined || text.length < shortestSlice ? text : (Buffer.from(text).toString() as T);
}
