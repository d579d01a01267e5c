// The branch's exports with persons in cells where they do not belong.
import { branchFiles } from './branch.js';
import { canaries, names } from './people.js';

/** Names stand as such in the customer export, and whoever is in the staff list is staff. */
const spared = new Set(['客户信息', '员工']);

/**
 * Every third row is moved by some columns, so that cells of every kind stand under headers that are not theirs. A name that
 * stands nowhere as one cannot be known for one.
 */
export const misplaced = branchFiles((row, at, kind) => {
  const [first = '', ...rest] = row;
  const by = !spared.has(kind) && at % 3 === 1 ? (at % 5) + 1 : 0;
  return [first, ...rest.slice(by), ...rest.slice(0, by)];
});

/** One cell of every row, column after column, is somebody's name, phone, ID or account; an amount, or the 客户号 itself, would only be another one. */
export const planted = branchFiles((row, at, kind) => {
  if (kind === '员工') return row;
  const place_ = (at * 3 + kind.length) % row.length;
  const isAmount = /^\d+\.\d+$/.test(row[place_] ?? '') || (kind === '客户信息' && place_ === 0);
  return row.with(place_, (isAmount ? names : canaries)[(at * 5 + kind.length) % (isAmount ? 12 : 48)]!);
});
