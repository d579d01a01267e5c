// How employees are called where rows and sums stand under a name: two of one name must not become one person.
import type { Records } from '../model/records.js';

interface Staff {
  readonly employeeNo: string | null;
  readonly employeeName: string | null;
}

export type StaffName = (no: string | null | undefined, name: string | null | undefined) => string | null;

/**
 * The name, else the 工号; null for nobody. Where several 工号 of `staff` share a name, it is followed by the 工号.
 * @example staffNames([{ employeeNo: '01', employeeName: '周敏' }, { employeeNo: '02', employeeName: '周敏' }])('02', '周敏') // => '周敏（02）'
 */
export function staffNames(staff: readonly Staff[]): StaffName {
  const shared = sharedNames(staff);
  return (no, name) => (name != null && no != null && shared.has(name) ? `${name}（${no}）` : (name ?? no ?? null));
}

/** Names that stand beside several 工号: of themselves they tell nobody. */
export function sharedNames(staff: readonly Staff[]): ReadonlySet<string> {
  const noOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { employeeNo, employeeName } of staff) {
    if (employeeNo === null || employeeName === null) continue;
    const known = noOf.get(employeeName);
    if (known === undefined) noOf.set(employeeName, employeeNo);
    else if (known !== employeeNo) shared.add(employeeName);
  }
  return shared;
}

type StaffFiles = Records<'employees' | 'assignments' | 'customers' | 'wealthSales' | 'fundTransactions'>;

/** The same for everybody whom an export names with a 工号: the staff list may be missing, or lack who has left. */
export function namesInExports(input: Partial<StaffFiles>): StaffName {
  const { employees = [], assignments = [], customers = [], wealthSales = [], fundTransactions = [] } = input;
  const staff: Staff[] = [];
  const add = (employeeNo: string | undefined, employeeName: string | undefined) => {
    if (employeeNo !== undefined && employeeName !== undefined) staff.push({ employeeNo, employeeName });
  };
  for (const { empNo, empName } of employees) add(empNo, empName);
  for (const rows of [assignments, customers, fundTransactions])
    for (const { managerNo, managerName } of rows) add(managerNo, managerName);
  for (const { salesNo, salesName } of wealthSales) add(salesNo, salesName);
  return staffNames(staff);
}
