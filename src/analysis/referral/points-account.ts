// The account of points of one referrer.
import type { Party } from './episode.js';
import type { PointsAccounts, PointsEntryFigures } from './listed.js';

interface Account {
  readonly points: number;
  readonly entries: readonly PointsEntryFigures[];
}

/** A reader by number, else by name: one person may stand in the register with either. Staff and customers are never mixed. */
export function accountReader({ staff, customers }: PointsAccounts): (party: Party) => Account | undefined {
  const staffByNo = new Map(staff.flatMap((account) => (account.staffNo === null ? [] : [[account.staffNo, account]])));
  const staffByName = new Map(
    staff.flatMap((account) => (account.staffName === null ? [] : [[account.staffName, account]])),
  );
  const customerByNo = new Map(customers.map((account) => [account.customerId, account]));
  return ({ kind, no, name }) => {
    if (kind === '存量客户') return customerByNo.get(no ?? '');
    return staffByNo.get(no ?? '') ?? staffByName.get(name ?? '');
  };
}
