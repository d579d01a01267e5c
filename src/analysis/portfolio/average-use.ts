// Which ways led to the 年日均 of a list, and for how many customers.
import { averageMethods, type CustomerAverage } from './customer-average.js';
import type { AverageUse, PortfolioAverage } from './report.js';
import type { Membership } from './scene.js';

function keyOf({ method, isApproximate, from, through }: CustomerAverage): string {
  return `${averageMethods.indexOf(method)} ${Number(isApproximate)} ${from} ${through}`;
}

/** null where 年日均 is 未提供 altogether. */
export function averageUse({ average, ids }: Pick<Membership, 'average' | 'ids'>): PortfolioAverage | null {
  if (average === null) return null;
  const uses = new Map<string, AverageUse>();
  let unknown = 0;
  let unfitSums = 0;
  let unbalanced = 0;
  for (const id of ids) {
    const found = average.of(id);
    if (found?.method !== '系统提供') {
      if (average.hasUnfitSum(id)) unfitSums += 1;
      if ((found === null || found.isApproximate) && average.isUnbalanced(id)) unbalanced += 1;
    }
    if (found === null) {
      unknown += 1;
      continue;
    }
    const { fen: _, ...origin } = found;
    const key = keyOf(found);
    uses.set(key, { ...origin, customers: (uses.get(key)?.customers ?? 0) + 1 });
  }
  const sorted = [...uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
  return { ...average.range, uses: sorted, unknown, unfitSums, unbalanced };
}
