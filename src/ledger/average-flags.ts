// Whose 年日均 came about in another way than most: said below the sheet, where paper shows it too.
import type { PortfolioCustomer } from '../analysis/portfolio/report.js';

const shown = 10;

function wayOf({ yearAverageMethod: method, isYearAverageApproximate: isApproximate }: PortfolioCustomer): string {
  return method === null ? '未提供' : `${method}${isApproximate ? '（近似）' : ''}`;
}

/** One sentence for each way but the most frequent one, which the last sentence names; none where all are alike. */
export function averageFlags(customers: readonly PortfolioCustomer[]): readonly string[] {
  const byWay = new Map<string, string[]>();
  for (const customer of customers) {
    const way = wayOf(customer);
    const ids = byWay.get(way) ?? [];
    ids.push(customer.customerId);
    byWay.set(way, ids);
  }
  const ways = [...byWay].sort(([a, idsA], [b, idsB]) => idsB.length - idsA.length || (a < b ? -1 : 1));
  const [usual, ...others] = ways;
  if (usual === undefined || others.length === 0) return [];
  const parts = others.map(([way, ids]) => {
    const listed = [...ids].sort().slice(0, shown).join('、');
    return `${way} ${listed}${ids.length > shown ? ` 等 ${ids.length} 户` : ''}`;
  });
  return [`年日均的来源：${parts.join('；')}；其余 ${usual[1].length} 户为${usual[0]}`];
}
