// Sixty invented branches, each with the report of its plainest files.
import { type Branch, inventBranch } from './branch.js';
import { type Segmented, segmented } from './segmented.js';

export const branches: readonly Branch[] = Array.from({ length: 60 }, (_, at) => inventBranch(at + 1));

const known = new Map<number, Promise<Segmented>>();

/** Read once, however often it is asked for. */
export function plainReport(branch: Branch): Promise<Segmented> {
  const report = known.get(branch.seed) ?? segmented(branch);
  known.set(branch.seed, report);
  return report;
}
