// How much of a worksheet a printed page takes.

/** Width units and points between the margins at full size, and the most units that one page is made to hold: on A3 twice those of A4 (§4.1). */
export const printedPages = {
  A4: { landscape: { units: 150, height: 510, room: 215 }, portrait: { units: 103, height: 757, room: 147.6 } },
  A3: { landscape: { units: 217, height: 757, room: 430 }, portrait: { units: 150, height: 1106, room: 295.2 } },
} as const;

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
export function pagesFor(total: number, repeated: number, room: number): number {
  return total <= room ? 1 : Math.ceil((total - repeated) / Math.max(1, room - repeated));
}
