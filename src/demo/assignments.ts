// 管户关系: who looks after whom since when; after the first date some customers were handed over.
import type { Assignment } from '../model/assignment.js';
import { addDays, type Day } from '../model/day.js';
import type { Manager, Person } from './person.js';

const kept = '2024-01-02' as Day;
const handedOver = '2025-07-01' as Day;

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Every twentieth customer has a new manager from 2025-07-01 on. */
export function assignmentsOf(
  { customer, index }: Person,
  managers: readonly Manager[],
  asOf: Day,
): readonly Assignment[] {
  const { custNo, managerNo, managerName, openDate, branchNo } = customer;
  if (managerNo === undefined || openDate === undefined) return [];
  const startDate = later(kept, openDate);
  const line = { custNo, branchNo, manageType: '1' } as const;
  const first = { ...line, managerNo, managerName, startDate };
  const next = managers[(managers.findIndex(({ no }) => no === managerNo) + 1) % managers.length];
  const isHandedOver = index % 20 === 7 && asOf >= handedOver && startDate < handedOver;
  if (!isHandedOver || next === undefined || next.no === managerNo) return [first];
  return [
    { ...first, endDate: addDays(handedOver, -1) },
    { ...line, managerNo: next.no, managerName: next.name, startDate: handedOver },
  ];
}
