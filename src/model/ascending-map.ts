// Exports are mostly in the order of their keys: a map of their rows needs no hash table.

/** A map whose keys ascend strictly, also in two lists: each key, and at the same place its value. */
export interface AscendingMap<V> extends ReadonlyMap<string, V> {
  readonly orderedKeys: readonly string[];
  readonly orderedValues: readonly V[];
}

export function isAscendingMap<V>(map: ReadonlyMap<string, V>): map is AscendingMap<V> {
  return 'orderedKeys' in map;
}

/**
 * The place of a key among ascending keys, or where it would stand.
 * @example placeOf(['A', 'C'], 'B') // => 1
 */
export function placeOf(keys: readonly string[], key: string): number {
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] as string) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The keys must ascend strictly. */
export function ascendingMap<V>(orderedKeys: readonly string[], orderedValues: readonly V[]): AscendingMap<V> {
  function* entries(): Generator<[string, V], undefined> {
    for (const [place, key] of orderedKeys.entries()) yield [key, orderedValues[place] as V];
  }
  const map: AscendingMap<V> = {
    orderedKeys,
    orderedValues,
    size: orderedKeys.length,
    has: (key) => orderedKeys[placeOf(orderedKeys, key)] === key,
    get: (key) => {
      const place = placeOf(orderedKeys, key);
      return orderedKeys[place] === key ? orderedValues[place] : undefined;
    },
    forEach: (visit) => {
      for (const [key, value] of entries()) visit(value, key, map);
    },
    keys: () => orderedKeys.values(),
    values: () => orderedValues.values(),
    entries,
    [Symbol.iterator]: entries,
  };
  return map;
}

/**
 * The rows by their keys; undefined where the keys do not ascend or one of them stands twice.
 * @example ascendingMapOf(['A1', 'B2'], (text) => text[0], (text) => text[1])?.get('B') // => '2'
 */
export function ascendingMapOf<Row, V>(
  rows: readonly Row[],
  keyIn: (row: Row) => string,
  valueIn: (row: Row) => V,
): AscendingMap<V> | undefined {
  for (let place = 1; place < rows.length; place += 1)
    if (keyIn(rows[place - 1] as Row) >= keyIn(rows[place] as Row)) return undefined;
  return ascendingMap(rows.map(keyIn), rows.map(valueIn));
}
