import type { Assignment } from '../model/assignment.js';
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import type { Employee } from '../model/employee.js';
import { assignmentReader } from './portfolio/assigned.js';

interface ManagedFiles {
  readonly customers: readonly Customer[] | undefined;
  readonly assignments: readonly Assignment[] | undefined;
  readonly employees: readonly Employee[] | undefined;
}

/** The customers with the manager of the day whom 管户关系 names, so that every sheet of a workbook names the same one. */
export function managedCustomers(
  { customers, assignments, employees }: ManagedFiles,
  on: Day,
): readonly Customer[] | undefined {
  if (assignments === undefined) return customers;
  const { holderOn } = assignmentReader(assignments, employees);
  return customers?.map((customer) => {
    const holder = holderOn(customer.custNo, customer, on);
    const [managerNo, managerName] = [holder?.employeeNo ?? undefined, holder?.employeeName ?? undefined];
    const isSame = managerNo === customer.managerNo && managerName === customer.managerName;
    return isSame ? customer : { ...customer, managerNo, managerName };
  });
}
