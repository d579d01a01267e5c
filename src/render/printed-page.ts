// How much of a worksheet an A4 page takes.

/** Width units and points of an A4 page between its margins, at full size. */
export const papers = { landscape: { units: 150, height: 510 }, portrait: { units: 103, height: 757 } } as const;
/** A page keeps a print scale of about 70 % up to this many times its width units: 215 for A4 landscape. */
const tightest = 215 / 150;

/** Columns on the first of the pages that stand side by side. */
export function firstPageColumns(widths: readonly number[], room: number): number {
  let used = 0;
  const count = widths.findIndex((width) => {
    used += width;
    return used > room;
  });
  return count <= 0 ? widths.length : count;
}

/** Pages side by side, so that the print is not too small; `repeated` is the width that every page shows again. */
export function pagesFor(total: number, repeated: number, units: number): number {
  const room = units * tightest;
  return total <= room ? 1 : Math.ceil((total - repeated) / Math.max(1, room - repeated));
}
