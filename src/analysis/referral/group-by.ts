/**
 * Groups in the order in which their keys first appear.
 * @example groupBy([1, 2, 3], (n) => n % 2) // => new Map([[1, [1, 3]], [0, [2]]])
 */
export function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
