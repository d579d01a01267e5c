// Who looks after a customer: the customer export, else the assignment in force.
import type { Assignment } from '../../model/assignment.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import { groupByCustomer } from './by-customer.js';
import type { DormantInput } from './input.js';

function inForce({ startDate, endDate }: Assignment, asOf: Day): boolean {
  return (startDate === undefined || startDate <= asOf) && (endDate === undefined || endDate >= asOf);
}

/** The later start wins; of equal ones the smaller number and name, so that row order never matters. */
function precedes(a: Assignment, b: Assignment): number {
  const [startA, startB] = [a.startDate ?? '', b.startDate ?? ''];
  if (startA !== startB) return startA > startB ? -1 : 1;
  const [textA, textB] = [a, b].map(({ managerNo, managerName }) => `${managerNo ?? ''} ${managerName ?? ''}`);
  return textA! < textB! ? -1 : 1;
}

/** Reads the manager's name; a number without a name is looked up in the staff list, else shown itself. null = nobody. */
export function managerReader(
  { employees, assignments }: DormantInput,
  asOf: Day,
): (id: string, customer: Customer | undefined) => string | null {
  const nameOf = new Map((employees ?? []).map(({ empNo, empName }) => [empNo, empName]));
  const assigned = groupByCustomer((assignments ?? []).filter((assignment) => inForce(assignment, asOf)));
  const named = (no: string | undefined) => (no === undefined ? undefined : (nameOf.get(no) ?? no));
  return (id, customer) => {
    const [assignment] = [...(assigned.get(id) ?? [])].sort(precedes);
    return (
      customer?.managerName ??
      assignment?.managerName ??
      named(customer?.managerNo) ??
      named(assignment?.managerNo) ??
      null
    );
  };
}
