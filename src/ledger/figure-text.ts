// Figures inside sentences and text cells, rounded as the cells of their format are.
import { formatYuan } from '../model/fen.js';

/**
 * A share in % with two decimals, half away from zero; — for null (nothing to divide by).
 * @example formatPercent(0.22) // => '22.00%'
 */
export function formatPercent(share: number | null): string {
  if (share === null) return '—';
  const hundredths = Math.round(Number((Math.abs(share) * 10_000).toPrecision(15)));
  return `${formatYuan(share < 0 ? -hundredths : hundredths)}%`;
}

/**
 * 分 as 万元 with two decimals, half away from zero.
 * @example formatWan(50000000) // => '50.00'
 */
export function formatWan(amountFen: number): string {
  const size = Math.abs(amountFen);
  const hundredths = Math.floor(size / 10_000) + (size % 10_000 >= 5_000 ? 1 : 0);
  return formatYuan(amountFen < 0 ? -hundredths : hundredths);
}
