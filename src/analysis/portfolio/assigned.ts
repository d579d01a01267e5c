// Who manages a customer on a day: 管户关系 in force, else the customer export (§4.2, F6).
import type { Assignment } from '../../model/assignment.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import type { Employee } from '../../model/employee.js';
import { groupByCustomer } from '../dormant/by-customer.js';

export interface Manager {
  /** Equal for one employee, whether a file gives the number or the name. */
  readonly key: string;
  readonly employeeNo: string | null;
  readonly employeeName: string | null;
}

export interface Holder extends Manager {
  readonly since: Day | null;
}

/** Key of those without a manager. */
export const unassignedKey = '';

/** `Manager.key` of a number and a name that are complete. */
export function managerKey(employeeNo: string | null, employeeName: string | null): string {
  if (employeeNo !== null) return `no ${employeeNo}`;
  return employeeName === null ? unassignedKey : `name ${employeeName}`;
}

export interface AssignmentReader {
  /**
   * undefined = nobody. Rows without 起始日期 count as in force from the beginning; the customer export speaks only for those without
   * any row.
   */
  readonly holderOn: (id: string, customer: Customer | undefined, on: Day) => Holder | undefined;
  /** Whether some row says anything of the days before `on`. */
  readonly hasEarlier: (id: string, on: Day) => boolean;
  readonly managerOf: (employee: Employee) => Manager;
}

function inForce({ startDate, endDate }: Assignment, on: Day): boolean {
  return (startDate === undefined || startDate <= on) && (endDate === undefined || endDate >= on);
}

function rank({ manageType, startDate, managerNo, managerName }: Assignment): readonly string[] {
  return [manageType === '信贷' ? '0' : '1', startDate ?? '', managerNo ?? '', managerName ?? ''];
}

/** 理财 before 信贷, then the latest start; of equal ones the greater number and name, so that row order never matters. */
function later(a: Assignment, b: Assignment): Assignment {
  const [ranksA, ranksB] = [rank(a), rank(b)];
  const place = ranksA.findIndex((value, index) => value !== ranksB[index]);
  return (ranksA[place] ?? '') >= (ranksB[place] ?? '') ? a : b;
}

/** Numbers of the staff list by name, undefined where several share it. */
function numbersByName(employees: readonly Employee[]): ReadonlyMap<string, string | undefined> {
  const numbers = new Map<string, string | undefined>();
  for (const { empName, empNo } of employees) {
    numbers.set(empName, numbers.has(empName) && numbers.get(empName) !== empNo ? undefined : empNo);
  }
  return numbers;
}

/** Numbers and names of one manager complete each other from the staff list. */
function managerReader(employees: readonly Employee[]): (no: string | undefined, name: string | undefined) => Manager {
  const nameOf = new Map(employees.map(({ empNo, empName }) => [empNo, empName]));
  const noOf = numbersByName(employees);
  return (no, name) => {
    const employeeNo = no ?? (name === undefined ? undefined : noOf.get(name)) ?? null;
    const employeeName = (employeeNo === null ? undefined : nameOf.get(employeeNo)) ?? name ?? null;
    return { key: managerKey(employeeNo, employeeName), employeeNo, employeeName };
  };
}

export function assignmentReader(
  assignments: readonly Assignment[] | undefined,
  employees: readonly Employee[] | undefined,
): AssignmentReader {
  const rowsOf = groupByCustomer(assignments ?? []);
  const managerFor = managerReader(employees ?? []);
  return {
    managerOf: ({ empNo, empName }) => managerFor(empNo, empName),
    hasEarlier: (id, on) => (rowsOf.get(id) ?? []).some(({ startDate }) => startDate === undefined || startDate <= on),
    holderOn(id, customer, on) {
      const rows = rowsOf.get(id);
      if (rows !== undefined) {
        const current = rows.filter((row) => inForce(row, on));
        if (current.length === 0) return undefined;
        const { managerNo, managerName, startDate } = current.reduce(later);
        return { ...managerFor(managerNo, managerName), since: startDate ?? null };
      }
      const { managerNo, managerName } = customer ?? {};
      if (managerNo === undefined && managerName === undefined) return undefined;
      return { ...managerFor(managerNo, managerName), since: null };
    },
  };
}
