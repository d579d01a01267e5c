/** Finds rows of the tape that are equal in some respect: open addressing, 4 bytes a slot, at most 60 % full. */
export interface RowTable {
  /** The row that stands for all rows equal to `row`; -1 when there was none, and from now on `row` is it. */
  claim(row: number): number;
  /** From now on `row` stands for the rows equal to it. */
  replace(row: number): void;
}

/** `hashOf` must spread well in its low bits and agree for rows that are `same`. */
export function rowTable(hashOf: (row: number) => number, same: (a: number, b: number) => boolean): RowTable {
  let slots = new Int32Array(1024).fill(-1);
  let used = 0;

  function slotOf(row: number): number {
    const mask = slots.length - 1;
    let slot = hashOf(row) & mask;
    for (let held = slots[slot]!; held >= 0 && !same(held, row); held = slots[slot]!) slot = (slot + 1) & mask;
    return slot;
  }

  function double(): void {
    const old = slots;
    const mask = old.length * 2 - 1;
    slots = new Int32Array(old.length * 2).fill(-1);
    for (const row of old) {
      if (row < 0) continue;
      let slot = hashOf(row) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
  }

  return {
    claim(row) {
      if (used * 5 > slots.length * 3) double();
      const slot = slotOf(row);
      const held = slots[slot]!;
      if (held >= 0) return held;
      slots[slot] = row;
      used += 1;
      return -1;
    },
    replace(row) {
      slots[slotOf(row)] = row;
    },
  };
}
