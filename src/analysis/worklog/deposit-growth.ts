// 储蓄存款净增: what the snapshots say of the employee's customers, day against day.
import { addDays, type Day } from '../../model/day.js';
import { type AumSnapshot, depositOf, snapshotOn } from '../aum.js';
import type { LogKeeper } from './log-keepers.js';
import type { LogScene } from './scene.js';

/** Deposits in 分 of the customers given on exactly this day; undefined = no snapshot of that day. */
type DepositsOn = (day: Day, custNos: readonly string[]) => number | undefined;

/** One reader for all employees: a snapshot is looked up once. */
export function depositReader({ input }: LogScene): DepositsOn {
  const snapshots = new Map<Day, AumSnapshot | null>();
  const dates = new Set(input.balances?.map(({ dataDate }) => dataDate));
  return (day, custNos) => {
    if (!dates.has(day)) return undefined;
    if (!snapshots.has(day)) snapshots.set(day, snapshotOn(input.balances, day, depositOf));
    const snapshot = snapshots.get(day) ?? null;
    if (snapshot === null) return undefined;
    const sum = custNos.reduce((total, custNo) => total + (snapshot.fenOf.get(custNo) ?? 0), 0);
    return Number.isSafeInteger(sum) ? sum : undefined;
  };
}

/** From the end of the day before `from` to the end of `day`; null where one of the two snapshots is missing. */
export function depositGrowth(
  depositsOn: DepositsOn,
  { custNos }: LogKeeper,
  { from, day }: { readonly from: Day; readonly day: Day },
): number | null {
  const [before, after] = [depositsOn(addDays(from, -1), custNos), depositsOn(day, custNos)];
  return before === undefined || after === undefined ? null : after - before;
}
