// What names a sale from one run to the next, so that hand entries find their row again (§4.1).
import { contentKey } from '../content-key.js';

/**
 * One key per sale: its base, and for the second and later sales with the same base a running number, in the order of `orderOf` and
 * then of what the records say, so that the order of the files does not matter.
 */
export function saleKeys<Sale extends object>(
  sales: readonly Sale[],
  baseOf: (sale: Sale) => string,
  orderOf: (sale: Sale) => string,
): ReadonlyMap<Sale, string> {
  const inOrder = sales
    .map((sale) => ({ sale, order: `${orderOf(sale)} ${contentKey(sale)}` }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const uses = new Map<string, number>();
  const keys = new Map<Sale, string>();
  for (const { sale } of inOrder) {
    const base = baseOf(sale);
    const use = (uses.get(base) ?? 0) + 1;
    uses.set(base, use);
    keys.set(sale, use === 1 ? base : `${base}#${use}`);
  }
  return keys;
}

/** The parts of a key in one text; absent parts stay visible as such. */
export function saleKeyOf(parts: readonly (string | number | undefined)[]): string {
  return parts.map((part) => part ?? '').join('|');
}

/** Without the second and later records that say exactly the same as one before and carry a number of their own. */
export function withoutRepeats<Sale extends object>(
  sales: readonly Sale[],
  numberOf: (sale: Sale) => string | undefined,
): readonly Sale[] {
  const seen = new Set<string>();
  return sales.filter((sale) => {
    if (numberOf(sale) === undefined) return true;
    const content = contentKey(sale);
    if (seen.has(content)) return false;
    seen.add(content);
    return true;
  });
}
