// Which day a run speaks of. Never the system clock: a re-run gives the same bytes (§1.1).
import { type Day, dayOf, monthEnd } from '../model/day.js';
import { exitCodes, UserError } from '../model/errors.js';

export interface AsOfClues {
  readonly option: Day | undefined;
  /** 数据日期 of snapshots. */
  readonly snapshots: readonly Day[];
  /** End dates of preambles (起止日期). */
  readonly statedEnds: readonly Day[];
  /** Names of the files and folders, nearest first. */
  readonly names: readonly string[];
}

export interface SettledAsOf {
  readonly asOf: Day;
  /** Where it was found, for a line on stderr and the 口径 sheet. */
  readonly source: '--as-of' | '快照的数据日期' | '文件说明中的截止日期' | '文件名或文件夹名';
}

/** The first source that says anything wins; within a source the latest day. Throws UserError (exit 2) when none does. */
export function settleAsOf(clues: AsOfClues): SettledAsOf {
  if (clues.option !== undefined) return { asOf: clues.option, source: '--as-of' };
  const snapshot = latest(clues.snapshots);
  if (snapshot !== undefined) return { asOf: snapshot, source: '快照的数据日期' };
  const stated = latest(clues.statedEnds);
  if (stated !== undefined) return { asOf: stated, source: '文件说明中的截止日期' };
  const named = latest(clues.names.map(dayInName).filter((day) => day !== undefined));
  if (named !== undefined) return { asOf: named, source: '文件名或文件夹名' };
  throw new UserError('不知道数据日期：请用 --as-of 指定，如 --as-of 2025-09-30', exitCodes.usage);
}

function latest(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>((best, day) => (best === undefined || day > best ? day : best), undefined);
}

const nameForms: readonly RegExp[] = [
  /(?<!\d)(\d{4})[-._年]?(\d{2})[-._月]?(\d{2})日?(?!\d)/g,
  /(?<!\d)(\d{4})[-._年](\d{1,2})[-._月](\d{1,2})日?(?!\d)/g,
  /(?<!\d)(\d{4})[-._年]?(\d{2})月?(?!\d)/g,
  /(?<!\d)(\d{4})年(\d{1,2})月(?!\d)/g,
];

/**
 * The latest day that a name carries; a month stands for its last day.
 * @example dayInName('交易明细_202509.csv') // => '2025-09-30'
 */
export function dayInName(name: string): Day | undefined {
  for (const form of nameForms) {
    const days: Day[] = [];
    for (const [, year, month, date] of name.matchAll(form)) {
      const day = dayOf(Number(year), Number(month), date === undefined ? 1 : Number(date));
      if (day !== undefined) days.push(date === undefined ? monthEnd(day) : day);
    }
    const found = latest(days);
    if (found !== undefined) return found;
  }
  return undefined;
}
