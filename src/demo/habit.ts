// What a customer of each role does with the bank: the demand that makes the segmentation come out as intended.
import type { Tier } from '../model/tier.js';
import { lastIndex, windowIndex } from './history.js';
import type { Random } from './random.js';

/** In scope: the tier that the customer shall get. The others are out of scope and come on top. */
export type Role = Tier | '销户' | '账户全销' | '死亡' | '对公';

type Range = readonly [number, number];

/** Bookings that count for R, F and M; null = none in all fourteen months. */
interface Habit {
  readonly recencyDays: Range | null;
  readonly bookings: Range;
  readonly amountYuan: Range;
  readonly weight: number;
}

const never: Habit = { recencyDays: null, bookings: [0, 0], amountYuan: [0, 0], weight: 1 };

function habit(recencyDays: Range, bookings: Range, amountYuan: Range, weight = 1): Habit {
  return { recencyDays, bookings, amountYuan, weight };
}

const habits: Readonly<Record<Role, readonly Habit[]>> = {
  核心客户: [habit([0, 30], [12, 60], [520_000, 4_000_000])],
  潜力客户: [habit([0, 30], [6, 36], [205_000, 490_000], 2), habit([31, 60], [6, 24], [210_000, 1_500_000])],
  基础客户: [habit([0, 60], [4, 30], [52_000, 195_000], 3), habit([61, 90], [3, 18], [52_000, 600_000])],
  睡眠客户: [habit([180, 363], [1, 10], [500, 200_000], 4), habit([366, 415], [1, 4], [500, 80_000]), never],
  沉寂预警: [habit([91, 179], [1, 16], [1_000, 400_000])],
  一般活跃: [habit([0, 90], [2, 36], [800, 48_000], 6), habit([0, 90], [1, 1], [60_000, 300_000])],
  新开未动户: [never],
  无法判定: [never],
  销户: [habit([0, 200], [2, 12], [2_000, 100_000])],
  账户全销: [habit([0, 200], [2, 12], [2_000, 100_000])],
  死亡: [habit([200, 300], [2, 8], [2_000, 60_000])],
  对公: [habit([0, 30], [10, 40], [100_000, 5_000_000])],
};

/** What AUM a customer of the role brings along: wealth products, funds and time deposits together, 元. */
export const assetsYuan: Readonly<Record<Role, Range>> = {
  核心客户: [200_000, 3_000_000],
  潜力客户: [50_000, 800_000],
  基础客户: [10_000, 200_000],
  睡眠客户: [0, 60_000],
  沉寂预警: [5_000, 300_000],
  一般活跃: [0, 50_000],
  新开未动户: [0, 0],
  无法判定: [0, 0],
  销户: [0, 0],
  账户全销: [0, 0],
  死亡: [10_000, 80_000],
  对公: [0, 0],
};

/** Bookings to make: `count` of them on days `from` … `last` (indexes), one on `last`, adding up to `amountFen`. */
export interface Plan {
  readonly from: number;
  readonly last: number;
  readonly count: number;
  readonly amountFen: number;
}

/** R, F and M (分) at every threshold: the golden vectors C01–C11 of §7.2, for the first customers of each tier; null = no bookings. */
const edges: Readonly<Partial<Record<Role, readonly (readonly [number, number, number] | null)[]>>> = {
  核心客户: [[30, 5, 50_000_000]],
  潜力客户: [
    [31, 9, 90_000_000],
    [60, 3, 20_000_000],
    [20, 5, 49_999_999],
  ],
  基础客户: [[90, 2, 5_000_000]],
  沉寂预警: [
    [91, 8, 80_000_000],
    [179, 4, 30_000_000],
  ],
  睡眠客户: [[180, 12, 200_000_000], null],
  一般活跃: [
    [10, 1, 100_000_000],
    [0, 6, 4_999_999],
  ],
};

function planFor(recencyDays: number, count: number, amountFen: number): Plan {
  const last = lastIndex - recencyDays;
  return { from: last >= windowIndex ? windowIndex : 0, last, count, amountFen };
}

/** The plan of the nth customer (from 0) of a role, on the edge for the first ones if `withEdges`; null = no bookings. */
export function planOf(role: Role, nth: number, withEdges: boolean, random: Random): Plan | null {
  const edge = withEdges ? edges[role]?.[nth] : undefined;
  if (edge !== undefined) return edge && planFor(...edge);
  const chosen = random.pick(habits[role].flatMap((each) => Array<Habit>(each.weight).fill(each)));
  if (chosen.recencyDays === null) return null;
  const recency = random.int(...chosen.recencyDays);
  // Squared, so that most customers are small and a few are large, as in a real branch.
  const skew = random.fraction() ** 2;
  const [least, most] = chosen.amountYuan;
  const count = random.int(...chosen.bookings);
  return planFor(recency, count, (least + Math.floor((most - least) * skew)) * 100 + random.int(0, 99));
}
