// Why a customer is in a value segment: each score beside the boundary between 高 and 低.
import { formatYuan } from '../model/fen.js';
import type { Ratio } from '../model/ratio.js';
import type { Rules } from '../model/rules.js';
import { isHigh, monetaryOf, type Ranked, type ScoreBoundaries, type Scores } from './value-segments.js';

/** @example formatBoundary({ numerator: 8, denominator: 3, value: 8 / 3 }) // => '2.67' */
export function formatBoundary({ numerator, denominator }: Ratio): string {
  if (denominator === 0) return '—';
  const hundredths = String(Math.round((100 * numerator) / denominator)).padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}

function side(name: string, score: number, boundary: Ratio): string {
  return `${name}分${score}${isHigh(score, boundary) ? '≥' : '<'}${formatBoundary(boundary)}`;
}

/** The scores against their boundaries, then the values behind them: `R分5≥3.00，F分4≥2.90，M分5≥3.10（R=30，F=5，M=500,000.00）`. */
export function scoreReason(scores: Scores, ranked: Ranked, rules: Rules, boundaries: ScoreBoundaries): string {
  const monetaryFen = monetaryOf(ranked, rules);
  const m = scores.m === null || boundaries.m === null ? 'M分未提供' : side('M', scores.m, boundaries.m);
  const amount = monetaryFen === null ? '未提供' : formatYuan(monetaryFen);
  const values = `R=${ranked.recencyDays ?? '无'}，F=${ranked.frequency}，M=${amount}`;
  return `${side('R', scores.r, boundaries.r)}，${side('F', scores.f, boundaries.f)}，${m}（${values}）`;
}
