// Who keeps a work log.
import type { Manager } from '../portfolio/assigned.js';
import type { LogScene } from './scene.js';

/** Posts whose work is with customers; the others keep a log where customers are theirs. */
const customerPosts = new Set(['客户经理', '理财经理', '营销主管']);

export interface LogKeeper extends Manager {
  readonly employeeNo: string;
  readonly employeeName: string;
  /** Ascending. */
  readonly custNos: readonly string[];
}

function customersByKeeper(
  scene: LogScene,
): ReadonlyMap<string, { readonly keeper: Manager; readonly custNos: string[] }> {
  const found = new Map<string, { readonly keeper: Manager; readonly custNos: string[] }>();
  const ids = new Set([...scene.customerOf.keys(), ...(scene.input.assignments ?? []).map(({ custNo }) => custNo)]);
  for (const custNo of [...ids].sort()) {
    const keeper = scene.keeperOf(custNo);
    if (keeper === undefined || isGone(scene, custNo)) continue;
    const entry = found.get(keeper.key) ?? { keeper, custNos: [] };
    entry.custNos.push(custNo);
    found.set(keeper.key, entry);
  }
  return found;
}

/** Closed or deceased by asOf. */
function isGone({ customerOf, asOf }: LogScene, custNo: string): boolean {
  const customer = customerOf.get(custNo);
  if (customer === undefined) return false;
  const { custStatus, closeDate } = customer;
  return custStatus === 'deceased' || (closeDate === undefined ? custStatus === 'closed' : closeDate <= asOf);
}

/**
 * Present employees with customers of their own or a post with customers, and managers whom the staff list does not know; by
 * 工号. Whoever has no 工号 stands with the name in its place.
 */
export function logKeepers(scene: LogScene): readonly LogKeeper[] {
  const own = customersByKeeper(scene);
  const { employees = [] } = scene.input;
  const staff = employees.map((employee) => ({ employee, manager: scene.managerOf(employee) }));
  const absent = new Set(
    staff.filter(({ employee }) => employee.isPresent === false).map(({ manager }) => manager.key),
  );
  const posted = staff.filter(({ employee }) => customerPosts.has(employee.role ?? '')).map(({ manager }) => manager);
  const keepers = new Map<string, Manager>();
  for (const manager of [...posted, ...[...own.values()].map(({ keeper }) => keeper)])
    if (!absent.has(manager.key)) keepers.set(manager.key, manager);
  return [...keepers.values()]
    .map(({ key, employeeNo, employeeName }) => ({
      key,
      employeeNo: employeeNo ?? employeeName ?? '',
      employeeName: employeeName ?? employeeNo ?? '',
      custNos: own.get(key)?.custNos ?? [],
    }))
    .sort((a, b) => (a.employeeNo < b.employeeNo ? -1 : a.employeeNo > b.employeeNo ? 1 : 0));
}
