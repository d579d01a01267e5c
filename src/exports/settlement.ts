// How much and which way: the three shapes in which exports write an amount, settled into one.
import { type Fen, fenOf, zeroFen } from '../model/fen.js';
import type { Direction } from '../model/transaction.js';
import type { RowFault } from './export.js';
import { missingValue } from './field.js';

/** 借贷标志 of a row; `blank` where the column is there and the cell says nothing. */
export type DirectionCell = Direction | 'blank';

interface Settled {
  readonly amountFen: Fen;
  readonly direction: Direction;
}

/**
 * Amount and direction of a row. With 借贷标志 the sign stays (negative = 红字); of a pair the side that is not 0 counts; a single
 * amount without 借贷标志 gives its direction by its sign and is made positive.
 * @example settle(-500, undefined, undefined, undefined) // => { amountFen: 500, direction: 'D' }
 */
export function settle(
  amount: Fen | undefined,
  income: Fen | undefined,
  expense: Fen | undefined,
  dc: DirectionCell | undefined,
): Settled | RowFault {
  if (amount !== undefined && (dc === 'D' || dc === 'C')) return { amountFen: amount, direction: dc };
  if (income !== undefined || expense !== undefined) return settlePair(income, expense);
  if (amount === undefined) {
    return {
      code: 'missing-value',
      alternatives: ['交易金额'],
      message: '“交易金额”（或“收入”“支出”）为空；每行都要有金额，若为公式，请用 Excel 打开并保存一次',
    };
  }
  if (dc === 'blank' && amount !== 0) return missingValue('借贷标志');
  return amount < 0 ? { amountFen: fenOf(-amount), direction: 'D' } : { amountFen: amount, direction: 'C' };
}

function settlePair(income: Fen | undefined, expense: Fen | undefined): Settled | RowFault {
  if (income && expense) {
    return { code: 'unreadable-value', message: '“收入”和“支出”都有金额；一行只能有一侧，请核对原文件' };
  }
  if (expense || income === undefined) return { amountFen: expense ?? zeroFen, direction: 'D' };
  return { amountFen: income, direction: 'C' };
}

/**
 * The amount in CNY with the sign of the amount as booked; without a CNY amount the amount itself.
 * @example inCny(-100, 720) // => -720
 */
export function inCny(amount: Fen, cny: Fen | undefined): Fen {
  if (cny === undefined) return amount;
  return fenOf(amount < 0 ? -Math.abs(cny) : Math.abs(cny));
}
