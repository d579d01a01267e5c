// The same figures for every manager.
import { ratio } from '../../model/ratio.js';
import { countdownFigures } from './countdown.js';
import { type JudgedCustomer, sumOfAum } from './judged.js';
import type { CountdownCustomer, ManagerDormancy } from './listed.js';
import { isDormant } from './standing.js';
import type { WakeCustomer } from './wake-report.js';

interface Lists {
  readonly judged: JudgedCustomer[];
  readonly countdown: CountdownCustomer[];
  readonly cohort: WakeCustomer[];
}

function order(a: ManagerDormancy, b: ManagerDormancy): number {
  if (a.managerName === null) return 1;
  if (b.managerName === null) return -1;
  return b.dormant - a.dormant || (a.managerName < b.managerName ? -1 : 1);
}

/** By dormant customers descending, then name; those without a manager last. */
export function managerFigures(
  judged: readonly JudgedCustomer[],
  countdown: readonly CountdownCustomer[],
  cohort: readonly WakeCustomer[],
  limits: readonly number[],
  hasAum: boolean,
): readonly ManagerDormancy[] {
  const managers = new Map<string | null, Lists>();
  const listsOf = (managerName: string | null): Lists => {
    const known = managers.get(managerName) ?? { judged: [], countdown: [], cohort: [] };
    managers.set(managerName, known);
    return known;
  };
  for (const customer of judged) listsOf(customer.managerName).judged.push(customer);
  for (const customer of countdown) listsOf(customer.managerName).countdown.push(customer);
  for (const customer of cohort) listsOf(customer.managerName).cohort.push(customer);
  const rows = [...managers].map(([managerName, lists]): ManagerDormancy => {
    const dormant = lists.judged.filter(({ standing }) => isDormant(standing));
    const undetermined = lists.judged.filter(({ standing }) => standing.state === '无法判定').length;
    return {
      managerName,
      inScope: lists.judged.length,
      dormant: dormant.length,
      share: ratio(dormant.length, lists.judged.length - undetermined),
      dormantAumFen: sumOfAum(dormant, hasAum),
      countdown: countdownFigures(lists.countdown, limits, hasAum),
      wakeCohort: lists.cohort.length,
      awakened: lists.cohort.filter(({ status }) => status === '已唤醒').length,
    };
  });
  return rows.sort(order);
}
