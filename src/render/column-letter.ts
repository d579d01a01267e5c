/** @example columnLetter(28) // => 'AB' */
export function columnLetter(column: number): string {
  return column > 26
    ? columnLetter(Math.floor((column - 1) / 26)) + columnLetter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}
