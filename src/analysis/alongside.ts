/** Entries that are passed over in search of the one that is asked for, before it is looked up. */
const mostPassed = 4;

/**
 * Reads a map as `get` does; several times as fast where keys are asked for about in the order in which the map holds them, as those of
 * two exports that are both sorted by 客户号.
 */
export function alongside<V>(map: ReadonlyMap<string, V>): (key: string) => V | undefined {
  const entries = map[Symbol.iterator]();
  let next = entries.next();
  return (key) => {
    for (let passed = 0; passed < mostPassed && !next.done; passed += 1) {
      const [held, value] = next.value;
      if (held === key) {
        next = entries.next();
        return value;
      }
      if (held > key) break;
      next = entries.next();
    }
    return map.get(key);
  };
}
