// The manager's name, the same in every report: 管户关系 in force on asOf, else the customer export.
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import type { Records } from '../model/records.js';
import { assignmentReader } from './portfolio/assigned.js';
import { namesInExports } from './staff-names.js';

/** The manager's name, else the 工号; both where employees share the name. null = nobody. */
export function managerReader(
  { employees, assignments, customers }: Records<'employees' | 'assignments' | 'customers'>,
  asOf: Day,
): (id: string, customer: Customer | undefined) => string | null {
  const { holderOn } = assignmentReader(assignments, employees);
  const called = namesInExports({ employees, assignments, customers });
  return (id, customer) => {
    const holder = holderOn(id, customer, asOf);
    return called(holder?.employeeNo, holder?.employeeName);
  };
}
