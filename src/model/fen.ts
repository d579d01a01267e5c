import { exitCodes, UserError } from './errors.js';

declare const fen: unique symbol;

/** An amount in integer 分 (1/100 元); always a safe integer. Read from digits, divided only when printed. */
export type Fen = number & { readonly [fen]: true };

/** Brands an integer as 分. Throws RangeError outside ±2^53, where sums would stop being exact. */
export function fenOf(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('amount in 分 is not a safe integer');
  return (amount === 0 ? 0 : amount) as Fen;
}

export const zeroFen: Fen = fenOf(0);

/** The exact sum; throws UserError (exit 3) beyond ±90 万亿元, where the exports must be wrong. */
export function addFen(a: Fen, b: Fen): Fen {
  if (Number.isSafeInteger(a + b)) return fenOf(a + b);
  throw new UserError('金额之和超过 90 万亿元，无法精确到分；请检查金额列和金额单位', exitCodes.refused);
}

/** Whole 元 from the rules as 分, e.g. the 500000 of a threshold. Exact for up to two decimals. */
export function fenFromYuan(yuan: number): Fen {
  return fenOf(Math.round(yuan * 100));
}

/** The last digits of an amount: of a 元, and of a thousand and a million of them. */
const cents = Array.from({ length: 100 }, (_, cent) => `.${String(cent).padStart(2, '0')}`);
const thousands = Array.from({ length: 1000 }, (_, yuan) => `,${String(yuan).padStart(3, '0')}`);

/**
 * 元 with two decimals and thousands separators.
 * @example formatYuan(-123456789) // => '-1,234,567.89'
 */
export function formatYuan(amount: number): string {
  const size = Math.abs(amount);
  let rest = Math.floor(size / 100);
  let text = cents[size % 100] as string;
  for (; rest >= 1000; rest = Math.floor(rest / 1000)) text = `${thousands[rest % 1000]}${text}`;
  return `${amount < 0 ? '-' : ''}${rest}${text}`;
}

/**
 * 元 with two decimals, no separators: what a machine reads back.
 * @example plainYuan(-5) // => '-0.05'
 */
export function plainYuan(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
