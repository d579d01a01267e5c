// Where customers moved between two dates (A12).
import type { Day } from '../model/day.js';
import { tiers } from '../model/tier.js';

/** Rows of the matrix: the earlier tier, or not in scope then. */
export const origins = [...tiers, '新增'] as const;
export type Origin = (typeof origins)[number];

/** Columns of the matrix: the present tier, or no longer in scope. */
export const destinations = [...tiers, '销户', '移出'] as const;
export type Destination = (typeof destinations)[number];

export interface MigrationCell {
  readonly from: Origin;
  readonly to: Destination;
  readonly customers: number;
  /** Present AUM, of those who left the earlier one; null = not provided. */
  readonly aumFen: number | null;
}

type MovementTotal = Pick<MigrationCell, 'customers' | 'aumFen'>;

export interface Migration {
  /** null = the earlier result does not say. */
  readonly comparedWith: Day | null;
  readonly source: '按同一交易明细重算' | '上期结果';
  /** Cells with customers, in the order of rows and columns. */
  readonly cells: readonly MigrationCell[];
  readonly up: MovementTotal;
  readonly down: MovementTotal;
  readonly unchanged: MovementTotal;
  /** In from or out to a label that is neither better nor worse: 新增, 销户, 移出, 新开未动户, 无法判定. */
  readonly other: MovementTotal;
  /** Changes of tier and departures, most customers first. */
  readonly largest: readonly MigrationCell[];
}

/** One customer's way; `to` is the present tier or the kind of departure. */
export interface Move {
  readonly from: Origin;
  readonly to: Destination;
  readonly aumFen: number | null;
}

/** From most to least valuable; a step towards the front is up. Labels not named here are neither up nor down. */
const valueOrder: readonly string[] = ['核心客户', '潜力客户', '基础客户', '一般活跃', '沉寂预警', '睡眠客户'];

function kindOf({ from, to }: Omit<Move, 'aumFen'>): 'up' | 'down' | 'unchanged' | 'other' {
  if (from === to) return 'unchanged';
  const before = valueOrder.indexOf(from);
  const after = valueOrder.indexOf(to);
  if (before < 0 || after < 0) return 'other';
  return after < before ? 'up' : 'down';
}

function add(total: MovementTotal | undefined, { customers, aumFen }: MovementTotal): MovementTotal {
  if (total === undefined) return { customers, aumFen };
  const sum = total.aumFen === null || aumFen === null ? null : total.aumFen + aumFen;
  return { customers: total.customers + customers, aumFen: sum };
}

/** Counts every move once; the order of moves does not matter. */
export function migrationOf(moves: Iterable<Move>, source: Migration['source'], comparedWith: Day | null): Migration {
  const counted = new Map<string, MovementTotal>();
  for (const { from, to, aumFen } of moves) {
    const key = `${from}→${to}`;
    counted.set(key, add(counted.get(key), { customers: 1, aumFen }));
  }
  const cells = origins.flatMap((from) =>
    destinations.flatMap((to) => {
      const total = counted.get(`${from}→${to}`);
      return total === undefined ? [] : [{ from, to, ...total }];
    }),
  );
  const totalOf = (kind: ReturnType<typeof kindOf>) =>
    cells.filter((cell) => kindOf(cell) === kind).reduce<MovementTotal | undefined>(add, undefined) ?? {
      customers: 0,
      aumFen: 0,
    };
  // The sort is stable, so equal counts keep the order of the matrix.
  const largest = cells
    .filter(({ from, to }) => from !== to && from !== '新增')
    .sort((a, b) => b.customers - a.customers);
  return {
    comparedWith,
    source,
    cells,
    up: totalOf('up'),
    down: totalOf('down'),
    unchanged: totalOf('unchanged'),
    other: totalOf('other'),
    largest,
  };
}
