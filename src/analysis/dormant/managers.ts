// Who looks after a customer: the assignment in force, else the customer export.
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import { assignmentReader } from '../portfolio/assigned.js';
import { namesInExports } from '../staff-names.js';
import type { DormantInput } from './input.js';

/** The manager's name, else the 工号; both where employees share the name. null = nobody. */
export function managerReader(
  { employees, assignments, customers }: DormantInput,
  asOf: Day,
): (id: string, customer: Customer | undefined) => string | null {
  const { holderOn } = assignmentReader(assignments, employees);
  const called = namesInExports({ employees, assignments, customers });
  return (id, customer) => {
    const holder = holderOn(id, customer, asOf);
    return called(holder?.employeeNo, holder?.employeeName);
  };
}
