// Counts and shares over the customers in scope (B2, B7, B8).
import type { Day } from '../../model/day.js';
import { ratio } from '../../model/ratio.js';
import { type JudgedCustomer, sumOfAum } from './judged.js';
import { balanceBands, type DormantCustomer } from './listed.js';
import type { DormantSummary } from './report.js';
import { type DormancyState, isDormant } from './standing.js';

type StandingFigures = Pick<
  DormantSummary,
  | 'inScope'
  | 'dormant'
  | 'neverTraded'
  | 'active'
  | 'newlyOpened'
  | 'undetermined'
  | 'share'
  | 'aumShare'
  | 'dormantAumFen'
  | 'aumOn'
>;

/** 睡眠占比 leaves 无法判定 out of both parts (B2). */
export function standingFigures(judged: readonly JudgedCustomer[], aumOn: Day | null): StandingFigures {
  const hasAum = aumOn !== null;
  const inState = (state: DormancyState) => judged.filter(({ standing }) => standing.state === state);
  const dormant = judged.filter(({ standing }) => isDormant(standing));
  const undetermined = inState('无法判定');
  const dormantAumFen = sumOfAum(dormant, hasAum);
  const knownAumFen = (sumOfAum(judged, hasAum) ?? 0) - (sumOfAum(undetermined, hasAum) ?? 0);
  return {
    inScope: judged.length,
    dormant: dormant.length,
    neverTraded: inState('从未交易').length,
    active: inState('活跃').length,
    newlyOpened: inState('新开未动户').length,
    undetermined: undetermined.length,
    share: ratio(dormant.length, judged.length - undetermined.length),
    aumShare: dormantAumFen === null ? null : ratio(dormantAumFen, knownAumFen),
    dormantAumFen,
    aumOn,
  };
}

/** Every band, and 未提供 only where AUM is. */
export function bandFigures(dormant: readonly DormantCustomer[], hasAum: boolean): DormantSummary['bands'] {
  const bands = balanceBands.filter((band) => !hasAum || band !== '未提供');
  return bands.map((band) => {
    const within = dormant.filter((customer) => customer.band === band);
    return { band, customers: within.length, aumFen: sumOfAum(within, hasAum) };
  });
}

/** In the order in which the flags are checked; a flag that nobody carries is left out. */
export function flagFigures(dormant: readonly DormantCustomer[], order: readonly string[]): DormantSummary['flags'] {
  const counts = new Map<string, number>();
  for (const { flags } of dormant) for (const flag of flags) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  return order.flatMap((flag) => {
    const customers = counts.get(flag);
    return customers === undefined ? [] : [{ flag, customers }];
  });
}
