// Sums over sales: by type, by salesperson, over all.
import { addFen, fenOf } from '../../model/fen.js';
import { groupBy } from '../referral/group-by.js';
import type { SalesGroup } from './report.js';

/** What a sale counts with. */
export interface CountedSale {
  readonly customerId: string | null;
  readonly amountFen: number;
  readonly secondFen: number;
}

function sum(sales: readonly CountedSale[], part: 'amountFen' | 'secondFen'): number {
  return sales.reduce((total, sale) => addFen(total, fenOf(sale[part])), fenOf(0));
}

export function groupOf(name: string, sales: readonly CountedSale[]): SalesGroup {
  return {
    name,
    sales: sales.length,
    customers: new Set(sales.flatMap(({ customerId }) => customerId ?? [])).size,
    amountFen: sum(sales, 'amountFen'),
    secondFen: sum(sales, 'secondFen'),
  };
}

/** The largest amount first, then by name. */
export function groupsOf<Sale extends CountedSale>(
  sales: readonly Sale[],
  nameOf: (sale: Sale) => string,
): readonly SalesGroup[] {
  return [...groupBy(sales, nameOf)]
    .map(([name, own]) => groupOf(name, own))
    .sort((a, b) => b.amountFen - a.amountFen || (a.name < b.name ? -1 : 1));
}
