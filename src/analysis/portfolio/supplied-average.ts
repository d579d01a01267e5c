// The bank's own 日均 column (§5.8 a).
import type { Balance } from '../../model/balance.js';
import type { Day } from '../../model/day.js';
import type { Fen } from '../../model/fen.js';
import type { Rules } from '../../model/rules.js';
import { snapshotOn } from '../aum.js';
import { averageRange } from './average-range.js';
import type { AverageReader } from './customer-average.js';

const suppliedFigure: Readonly<Record<Rules['aum']['average'], (balance: Balance) => Fen | undefined>> = {
  ytd: ({ aumYearAvgFen }) => aumYearAvgFen,
  quarter: ({ aumQuarterAvgFen }) => aumQuarterAvgFen,
  month: ({ aumMonthAvgFen }) => aumMonthAvgFen,
  rolling365: () => undefined,
};

/** For the customers whose cell is filled, and 0 for whoever is not in that snapshot; null without such a column in the latest one. */
export function suppliedAverage(balances: readonly Balance[], rules: Rules, through: Day): AverageReader | null {
  const figureOf = suppliedFigure[rules.aum.average];
  const snapshot = snapshotOn(balances, through, figureOf);
  if (snapshot === null) return null;
  const { dataDate, fenOf } = snapshot;
  const stated = new Set(
    balances.flatMap((row) => (row.dataDate === dataDate && figureOf(row) !== undefined ? [row.custNo] : [])),
  );
  const origin = { method: '系统提供', isApproximate: false, ...averageRange(rules, dataDate) } as const;
  return (id) => (fenOf.has(id) && !stated.has(id) ? null : { ...origin, fen: fenOf.get(id) ?? 0 });
}
