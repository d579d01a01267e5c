// How the assets of the 核心客户 grew between two dates (A11), for a fixed and for a floating list of them.
import type { Day } from '../model/day.js';
import { addFen, type Fen, zeroFen } from '../model/fen.js';
import { type Ratio, ratio } from '../model/ratio.js';
import type { Rules } from '../model/rules.js';
import type { Shortfall } from './activity-change.js';
import { assessor, aumOfInput, type SegmentInput } from './assess.js';
import type { AumSnapshot } from './aum.js';
import type { Standpoint } from './measures.js';
import { membershipOn } from './population.js';
import type { Roster } from './roster.js';

export interface AssetChange {
  readonly from: Day;
  readonly to: Day;
  /** 数据日期 of the two snapshots; null = none is that old. */
  readonly aumFrom: Day | null;
  readonly aumTo: Day | null;
  /** 固定名单: the 核心客户 of `from`, whatever became of them; who closed since counts 0. */
  readonly fixed: CohortAssets | null;
  /** 浮动名单: the 核心客户 of each date, so that migration shows as growth. */
  readonly floating: CohortAssets | null;
  readonly flag: Shortfall | null;
}

export interface CohortAssets {
  readonly customersFrom: number;
  readonly customersTo: number;
  /** Of the earlier ones: 销户 by the later date. */
  readonly closed: number;
  readonly aumFromFen: number;
  readonly aumToFen: number;
  /** AUM to / AUM from − 1. */
  readonly growth: Ratio;
}

/** A day and the name under which its figures were asked for. */
export interface Vantage {
  readonly on: Day;
  readonly of: Standpoint;
}

/** Both figures are null where there are no two snapshots to compare; `isCovered` says whether the tiers of `from` can be told. */
export function assetChange(
  input: SegmentInput,
  roster: Roster,
  rules: Rules,
  [from, to]: readonly [Vantage, Vantage],
  isCovered: boolean,
): AssetChange {
  const [before, after] = [aumOfInput(input, from.on), aumOfInput(input, to.on)];
  const days = { from: from.on, to: to.on, aumFrom: before?.dataDate ?? null, aumTo: after?.dataDate ?? null };
  const flag: Shortfall | null =
    before === null || after === null
      ? 'AUM未提供'
      : before.dataDate === after.dataDate
        ? '余额快照相同'
        : isCovered
          ? null
          : '覆盖不足';
  if (before === null || after === null || flag !== null) return { ...days, fixed: null, floating: null, flag };
  const first = coreCustomers(input, roster, before, rules, from);
  const last = coreCustomers(input, roster, after, rules, to);
  const isClosed = (id: string) => membershipOn(roster, id, rules, to.on).exclusion === '销户';
  const heldBefore = sumOf(first, (id) => before.fenOf.get(id));
  const assets = (later: readonly string[]): CohortAssets => {
    const heldAfter = sumOf(later, (id) => (isClosed(id) ? undefined : after.fenOf.get(id)));
    return {
      customersFrom: first.length,
      customersTo: later.length,
      closed: first.filter(isClosed).length,
      aumFromFen: heldBefore,
      aumToFen: heldAfter,
      growth: ratio(heldAfter - heldBefore, heldBefore),
    };
  };
  return { ...days, fixed: assets(first), floating: assets(last), flag };
}

function coreCustomers(
  input: SegmentInput,
  roster: Roster,
  aum: AumSnapshot,
  rules: Rules,
  vantage: Vantage,
): readonly string[] {
  const assess = assessor(input, roster, aum, rules, vantage);
  return roster.ids.filter((id) => {
    const { exclusion, verdict } = assess(id);
    return exclusion === null && verdict.tier === '核心客户';
  });
}

function sumOf(ids: readonly string[], held: (id: string) => Fen | undefined): Fen {
  return ids.reduce((sum, id) => addFen(sum, held(id) ?? zeroFen), zeroFen);
}
