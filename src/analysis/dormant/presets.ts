// The definitions of sleep (B1, §5.1), each a span without transactions and perhaps a test of the balance.
import { addDays, addMonths, type Day, daysBetween } from '../../model/day.js';
import type { DormantPresetId } from '../../model/dormant-presets.js';
import { fenFromYuan, formatYuan } from '../../model/fen.js';
import type { Rules } from '../../model/rules.js';

type Span = { readonly days: number } | { readonly months: number };

export interface BalanceTest {
  readonly of: '余额' | 'AUM';
  readonly relation: '≤' | '<' | '>';
  readonly limitFen: number;
}

interface Preset {
  readonly span: (rules: Rules) => Span;
  readonly balance: ((rules: Rules) => BalanceTest) | null;
}

const presets: Readonly<Record<DormantPresetId, Preset>> = {
  seed180: { span: ({ rfm }) => ({ days: rfm.tiers.睡眠客户.minRecencyDays }), balance: null },
  seed6m: { span: () => ({ months: 6 }), balance: null },
  bank6m: {
    span: () => ({ months: 6 }),
    balance: ({ dormant }) => ({ of: '余额', relation: '≤', limitFen: fenFromYuan(dormant.smallBalance6m) }),
  },
  crm365: {
    span: () => ({ days: 365 }),
    balance: ({ dormant }) => ({ of: 'AUM', relation: '<', limitFen: fenFromYuan(dormant.smallAum365) }),
  },
  bank3y: {
    span: () => ({ months: 36 }),
    balance: ({ dormant }) => ({ of: '余额', relation: '≤', limitFen: fenFromYuan(dormant.smallBalance3y) }),
  },
  nfra5y: { span: () => ({ months: 60 }), balance: () => ({ of: '余额', relation: '>', limitFen: 0 }) },
};

/** The preset in force as it stands on one day. */
export interface SettledPreset {
  readonly id: DormantPresetId;
  readonly span: Span;
  readonly on: Day;
  /** Last qualifying day that still counts as dormant, inclusive. */
  readonly lastOnOrBefore: Day;
  /** Days from lastOnOrBefore to `on`: what silence must be proved for (B9). */
  readonly silentDays: number;
  readonly balance: BalanceTest | null;
}

function lastOnOrBefore(span: Span, on: Day): Day {
  return 'days' in span ? addDays(on, -span.days) : addMonths(on, -span.months);
}

/** `rules.dormant.preset` on a day; seed180 takes its days from the tier 睡眠客户, so that both always agree (A7). */
export function settlePreset(rules: Rules, on: Day): SettledPreset {
  const { preset: id } = rules.dormant;
  const preset = presets[id];
  const span = preset.span(rules);
  const last = lastOnOrBefore(span, on);
  return {
    id,
    span,
    on,
    lastOnOrBefore: last,
    silentDays: daysBetween(last, on),
    balance: preset.balance === null ? null : preset.balance(rules),
  };
}

/** The first day on which the span has passed since `from`; months clip, so that it may be a day or more after addMonths. */
export function sleepsOn({ span }: SettledPreset, from: Day): Day {
  if ('days' in span) return addDays(from, span.days);
  let day = addMonths(from, span.months);
  while (lastOnOrBefore(span, day) < from) day = addDays(day, 1);
  return day;
}

/** Whether the balance counts as dormant; null = the figure was not provided, so that nothing can be said. */
export function meetsBalance(test: BalanceTest, amountFen: number | null): boolean | null {
  if (amountFen === null) return null;
  if (test.relation === '>') return amountFen > test.limitFen;
  return test.relation === '<' ? amountFen < test.limitFen : amountFen <= test.limitFen;
}

const relationWords = { '≤': '不超过', '<': '低于', '>': '大于' } as const;

/** @example yuanText(10050) // => '100.50' */
export function yuanText(amountFen: number): string {
  return formatYuan(amountFen).replace(/\.00$/, '');
}

/** The span in words: 180 天, 6 个月. */
export function spanText(span: Span): string {
  return 'days' in span ? `${span.days} 天` : `${span.months} 个月`;
}

/** The whole test in words with its numbers. */
export function presetText({ span, balance }: SettledPreset): string {
  const silence = `最近一次客户交易距数据日期${'days' in span ? '不少于' : '满'} ${spanText(span)}`;
  if (balance === null) return silence;
  const what = balance.of === 'AUM' ? ' AUM ' : '存款余额';
  return `${silence}，且${what}${relationWords[balance.relation]} ${yuanText(balance.limitFen)} 元`;
}
