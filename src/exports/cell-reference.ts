// Row numbers and cell references as a sheet writes them, read where they stand in its bytes.

/** A whole number of at most seven digits; -1 for anything else. */
export function numberIn(bytes: Buffer, from: number, to: number): number {
  if (to <= from || to - from > 7) return -1;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Column of a reference such as AB12, from 1; -1 when it is malformed or in another row. */
export function columnIn(bytes: Buffer, from: number, to: number, row: number): number {
  let column = 0;
  let at = from;
  for (; at < to && at < from + 3; at += 1) {
    const letter = (bytes[at] as number) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column > 0 && numberIn(bytes, at, to) === row ? column : -1;
}
