import { groupBy } from '../referral/group-by.js';
import { type Manager, managerKey } from './assigned.js';
import type { PortfolioFigures, PortfolioReport } from './report.js';

function zeroOf(figure: number | null): number | null {
  return figure === null ? null : 0;
}

/** 0 of what is provided, for an employee whom the branch's sheet does not list. */
function emptied(total: PortfolioFigures): PortfolioFigures {
  return {
    opening: zeroOf(total.opening),
    added: zeroOf(total.added),
    left: zeroOf(total.left),
    closing: 0,
    bands: total.bands?.map(() => 0) ?? null,
    openingAumFen: zeroOf(total.openingAumFen),
    aumFen: zeroOf(total.aumFen),
    yearAverageFen: zeroOf(total.yearAverageFen),
    depositFen: zeroOf(total.depositFen),
    wealthFen: zeroOf(total.wealthFen),
    fundFen: zeroOf(total.fundFen),
    otherFen: zeroOf(total.otherFen),
    activity: total.activity && { core: 0, promising: 0, basic: 0, other: 0, dormant: 0 },
    contacted: zeroOf(total.contacted),
    products: zeroOf(total.products),
  };
}

/**
 * What the branch's report says of each employee: own customers, own row. Made from the whole branch, so that 期初, 本期调出 and 年日均
 * are those of the branch's own sheet; notes and problems stay the branch's.
 */
export function ownPortfolios(report: PortfolioReport): (manager: Pick<Manager, 'key'>) => PortfolioReport {
  const keyOf = ({ employeeNo, employeeName }: Omit<Manager, 'key'>) => managerKey(employeeNo, employeeName);
  const [customers, employees] = [groupBy(report.customers, keyOf), groupBy(report.employees, keyOf)];
  return ({ key }) => {
    const own = employees.get(key) ?? [];
    return { ...report, customers: customers.get(key) ?? [], employees: own, total: own[0] ?? emptied(report.total) };
  };
}
