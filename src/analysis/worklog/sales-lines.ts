// 产品销售情况 of one employee: the day, the month and the quarter so far.
import type { Day } from '../../model/day.js';
import { type Period, quarterOf } from '../../model/period.js';
import { type Deal, dealSources } from './deals.js';
import { depositGrowth, depositReader } from './deposit-growth.js';
import type { LogKeeper } from './log-keepers.js';
import { type SalesFigures, type SalesLine, salesCategories } from './report.js';
import { quarterTarget } from './sales-targets.js';
import { isDoneBy, type LogScene } from './scene.js';

type FiguresOn = (day: Day) => SalesFigures | null;

const notYet: SalesFigures = { todayCount: null, todayFen: null, monthToDate: null, quarterToDate: null };

interface Spans {
  readonly month: Period;
  readonly quarter: Period;
}

function dealFigures(deals: readonly Deal[], unit: SalesLine['unit'], { month, quarter }: Spans): FiguresOn {
  const sum = (some: readonly Deal[]) => some.reduce((total, { amountFen }) => total + amountFen, 0);
  return (day) => {
    const within = (from: Day) => deals.filter(({ on }) => on >= from && on <= day);
    const total = (some: readonly Deal[]) => (unit === 'fen' ? sum(some) : some.length);
    const today = within(day);
    return {
      todayCount: today.length,
      todayFen: sum(today),
      monthToDate: total(within(month.from)),
      quarterToDate: total(within(quarter.from)),
    };
  };
}

/** Reads the lines of a day for one employee after the other; exports are walked once. */
export function salesLineReader(
  scene: LogScene,
  month: Period,
): (keeper: LogKeeper) => (day: Day) => readonly SalesLine[] {
  const { input, asOf } = scene;
  const spans: Spans = { month, quarter: quarterOf(month.from) };
  const depositsOn = depositReader(scene);
  const sources = Object.entries(dealSources).map(([category, { unit, deals }]) => ({
    category,
    unit,
    deals: deals(scene)?.filter(({ on }) => on >= spans.quarter.from && on <= asOf),
  }));
  return (keeper) => {
    const deposits: FiguresOn = (day) => {
      const growth = (from: Day) => depositGrowth(depositsOn, keeper, { from, day });
      const found = {
        todayFen: growth(day),
        monthToDate: growth(month.from),
        quarterToDate: growth(spans.quarter.from),
      };
      return Object.values(found).every((value) => value === null) ? null : { todayCount: null, ...found };
    };
    const figuresOf = new Map<string, { readonly unit: SalesLine['unit']; readonly on: FiguresOn }>(
      sources.map(({ category, unit, deals }) => {
        const own = deals?.filter(({ by }) => isDoneBy(scene, keeper, by));
        return [category, { unit, on: own === undefined ? () => null : dealFigures(own, unit, spans) }];
      }),
    );
    figuresOf.set('储蓄存款净增', { unit: 'fen', on: deposits });
    const whose = { employeeNo: keeper.employeeNo, quarter: spans.quarter };
    const targets = new Map(
      salesCategories.map((category) => {
        const { unit = 'fen' } = figuresOf.get(category) ?? {};
        return [category, quarterTarget(input.targets, whose, { category, unit })];
      }),
    );
    return (day) =>
      salesCategories.map((category) => {
        const { unit = 'fen', on } = figuresOf.get(category) ?? {};
        const known = on?.(day) ?? null;
        const target = targets.get(category) ?? null;
        const isGiven = category === '储蓄存款净增' ? input.balances !== undefined : known !== null;
        return { category, unit, figures: day > asOf && isGiven ? notYet : known, target };
      });
  };
}
