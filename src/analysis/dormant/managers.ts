// Who looks after a customer: the assignment in force, else the customer export.
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import { assignmentReader } from '../portfolio/assigned.js';
import type { DormantInput } from './input.js';

/** Reads the manager's name; a number without a name is looked up in the staff list, else shown itself. null = nobody. */
export function managerReader(
  { employees, assignments }: DormantInput,
  asOf: Day,
): (id: string, customer: Customer | undefined) => string | null {
  const { holderOn } = assignmentReader(assignments, employees);
  return (id, customer) => {
    const holder = holderOn(id, customer, asOf);
    return holder?.employeeName ?? holder?.employeeNo ?? null;
  };
}
