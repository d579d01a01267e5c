// What names a sale from one run to the next, so that hand entries find their row again (§4.1).
import { formatYuan } from '../../model/fen.js';
import { contentKey } from '../content-key.js';

/** 1.3 to 1.99 亿元 in 分 have the digits of a mobile phone, which no workbook may show. */
const phoneLike = /^-?1[3-9]\d{9}$/;

function partText(part: string | number | undefined): string | number {
  return typeof part === 'number' && phoneLike.test(String(part)) ? formatYuan(part) : (part ?? '');
}

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

/**
 * The parts of a key in one text, amounts in 分; absent parts stay visible as such.
 * @example saleKeyOf(['C01', undefined, 1299999999]) // => 'C01||1299999999'
 */
export function saleKeyOf(parts: readonly (string | number | undefined)[]): string {
  return parts.map(partText).join('|');
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
