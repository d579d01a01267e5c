// The text of a cell where people read it (terminal, HTML) and where machines read it (CSV).
import type { CellValue, Format } from '../ledger/sheet.js';
import { formatYuan, plainYuan } from '../model/fen.js';

/** Half away from zero, as Excel shows it; 15 significant digits undo what binary fractions do to 1.005. */
function scaled(value: number, factor: number): number {
  const rounded = Math.round(Number((Math.abs(value) * factor).toPrecision(15)));
  return value < 0 ? -rounded : rounded;
}

/** 分 as hundredths of 万元, in integers. */
function wanHundredths(amountFen: number): number {
  const absolute = Math.abs(amountFen);
  const rounded = Math.floor(absolute / 10_000) + (absolute % 10_000 >= 5_000 ? 1 : 0);
  return amountFen < 0 ? -rounded : rounded;
}

/** A point put before the last `places` digits. */
function withPoint(digits: number, places: number): string {
  const text = String(Math.abs(digits)).padStart(places + 1, '0');
  return `${digits < 0 ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`;
}

const wan = (value: number) => formatYuan(wanHundredths(value));
const hundredths = (value: number) => plainYuan(scaled(value, 100));

const shown: Readonly<Record<Format, (value: number) => string>> = {
  text: String,
  day: String,
  moment: String,
  count: (value) => formatYuan(scaled(value, 1) * 100).slice(0, -3),
  integer: (value) => String(scaled(value, 1)),
  fen: formatYuan,
  fenWan: wan,
  fenWanChange: (value) => `${wanHundredths(value) > 0 ? '+' : ''}${wan(value)}`,
  ratio: (value) => `${plainYuan(scaled(value, 10_000))}%`,
  decimal: hundredths,
  tenth: (value) => withPoint(scaled(value, 10), 1),
  nav: (value) => withPoint(scaled(value, 10_000), 4),
  share: (value) => formatYuan(scaled(value, 100)),
  percent: hundredths,
};

const plain: Readonly<Record<Format, (value: number) => string>> = {
  text: String,
  day: String,
  moment: String,
  count: String,
  integer: String,
  fen: (value) => withPoint(value, 2),
  fenWan: (value) => withPoint(value, 6),
  fenWanChange: (value) => withPoint(value, 6),
  ratio: (value) => withPoint(scaled(value, 10_000), 4),
  decimal: hundredths,
  tenth: (value) => withPoint(scaled(value, 10), 1),
  nav: (value) => withPoint(scaled(value, 10_000), 4),
  share: hundredths,
  percent: hundredths,
};

/** Numbers stand on the right, dates in the middle, texts on the left, in every output. */
export function alignmentOf(format: Format): 'left' | 'center' | 'right' {
  if (format === 'text') return 'left';
  return format === 'day' || format === 'moment' ? 'center' : 'right';
}

function checked(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError('a cell holds a number that is not finite');
  return value;
}

/**
 * As people read it: thousands separators, %, and — for a ratio without denominator.
 * @example cellText('fen', 123456) // => '1,234.56'
 */
export function cellText(format: Format, value: CellValue | undefined): string {
  if (value === null || value === undefined) return format === 'ratio' ? '—' : '';
  return typeof value === 'string' ? value : shown[format](checked(value));
}

const insteadOfNumber: ReadonlySet<string> = new Set(['未提供', '—']);

/**
 * As machines read it: 元 to the 分 without separators, 万元 to the 分 (six decimals), ratios as fractions with four decimals;
 * nothing where people read 未提供 or — instead of a number.
 * @example plainCellText('ratio', 0.22) // => '0.2200'
 */
export function plainCellText(format: Format, value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return format !== 'text' && insteadOfNumber.has(value) ? '' : value;
  return plain[format](checked(value));
}
