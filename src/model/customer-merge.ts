import type { Day } from './day.js';

/** Two 客户号 that turned out to be one customer (客户号合并映射, §1.9): the old one is no longer used. */
export interface CustomerMerge {
  readonly oldNo: string;
  readonly newNo: string;
  readonly mergedOn?: Day | undefined;
}

/** Every old 客户号 and the one that stands for it today. */
export type CurrentNumbers = ReadonlyMap<string, string>;

/** What stands against a list of merges: a 客户号 that leads back to itself, or one that was merged into two. */
export interface MergeConflict {
  readonly kind: 'cycle' | 'fork';
  /** The first of the 客户号 concerned, in text order. */
  readonly custNo: string;
}

/**
 * Follows chains (旧→中→新) to their end, whatever the order of the rows; rows that merge a number into itself say nothing.
 * @example currentNumbers([{ oldNo: 'A', newNo: 'B' }, { oldNo: 'B', newNo: 'C' }]).numbers.get('A') // => 'C'
 */
export function currentNumbers(merges: readonly CustomerMerge[]): {
  readonly numbers: CurrentNumbers;
  readonly conflicts: readonly MergeConflict[];
} {
  const next = new Map<string, string>();
  const conflicts = new Map<string, MergeConflict>();
  for (const { oldNo, newNo } of merges) {
    const known = next.get(oldNo);
    if (oldNo === newNo) continue;
    if (known !== undefined && known !== newNo) conflicts.set(`fork ${oldNo}`, { kind: 'fork', custNo: oldNo });
    next.set(oldNo, newNo);
  }
  const { ends, cycles } = endsOf(next);
  for (const custNo of cycles) conflicts.set(`cycle ${custNo}`, { kind: 'cycle', custNo });
  const sorted = [...conflicts].sort(([a], [b]) => (a < b ? -1 : 1));
  return { numbers: ends, conflicts: sorted.map(([, conflict]) => conflict) };
}

/** Where each chain ends, and the first number of each cycle; every link is walked once. */
function endsOf(next: ReadonlyMap<string, string>): {
  readonly ends: CurrentNumbers;
  readonly cycles: ReadonlySet<string>;
} {
  const ends = new Map<string, string>();
  const endless = new Set<string>();
  const cycles = new Set<string>();
  for (const start of next.keys()) {
    const path = new Set<string>();
    let at = start;
    while (next.has(at) && !ends.has(at) && !endless.has(at) && !path.has(at)) {
      path.add(at);
      at = next.get(at) as string;
    }
    if (path.has(at)) cycles.add([...path].slice([...path].indexOf(at)).sort()[0] as string);
    const isEndless = path.has(at) || endless.has(at);
    for (const passed of path) {
      if (isEndless) endless.add(passed);
      else ends.set(passed, ends.get(at) ?? at);
    }
  }
  return { ends, cycles };
}

/**
 * The record under the 客户号 of today; the very same record where nothing was merged. `formerNo` keeps rows apart that only
 * differed in their 客户号.
 * @example withCurrentNumber({ custNo: 'A' }, new Map([['A', 'C']])) // => { custNo: 'C', formerNo: 'A' }
 */
export function withCurrentNumber<T extends { readonly custNo?: string | undefined }>(
  record: T,
  numbers: CurrentNumbers,
): T {
  const current = record.custNo === undefined ? undefined : numbers.get(record.custNo);
  return current === undefined ? record : { ...record, custNo: current, formerNo: record.custNo };
}

/**
 * Customer rows under the 客户号 of today: the own row of a number counts, rows of the numbers merged into it only where it has
 * none.
 */
export function withoutFormerRows<T extends { readonly custNo: string }>(
  customers: readonly T[],
  numbers: CurrentNumbers,
): readonly T[] {
  if (numbers.size === 0) return customers;
  const own = new Set(customers.map(({ custNo }) => custNo));
  return customers
    .filter(({ custNo }) => !own.has(numbers.get(custNo) ?? ''))
    .map((customer) => withCurrentNumber(customer, numbers));
}
