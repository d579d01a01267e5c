// 季度目标 of an employee, by category (§4.6).
import type { Period } from '../../model/period.js';
import type { Target } from '../../model/target.js';
import type { SalesCategory, SalesLine } from './report.js';

const words: Readonly<Record<SalesCategory, RegExp>> = {
  储蓄存款净增: /存款/,
  理财: /理财/,
  基金: /基金/,
  保险: /保险/,
  贵金属: /贵金属/,
  贷款: /贷款/,
  信用卡: /信用卡/,
  电子渠道签约: /电子渠道|手机银行|网银/,
  成功转介: /转介/,
};

const fenPerUnit: Readonly<Record<string, number>> = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 };
const pieceUnits = new Set(['笔', '户', '张', '个', '件', '人']);
const digits = '一二三四';

/**
 * The quarter that a text means; null for another period.
 * @example quarterMeant('2025年第三季度') // => 3
 */
export function quarterMeant(text: string): number | null {
  const plain = text.normalize('NFKC').toUpperCase();
  const found = /Q([1-4])(?!\d)|([1-4一二三四])季|^([1-4])$/.exec(plain);
  const quarter = found?.[1] ?? found?.[2] ?? found?.[3];
  if (quarter === undefined) return null;
  return digits.includes(quarter) ? digits.indexOf(quarter) + 1 : Number(quarter);
}

/** In 分 or pieces; null where the unit is another one or not known. */
function amountOf({ target, unit = '' }: Target, wanted: SalesLine['unit']): number | null {
  if (wanted === 'pieces') return unit === '' || pieceUnits.has(unit) ? target.numerator / target.denominator : null;
  const fen = fenPerUnit[unit];
  if (fen === undefined) return null;
  const amountFen = Math.round((target.numerator * fen) / target.denominator);
  return Number.isSafeInteger(amountFen) ? amountFen : null;
}

/** The one target of the quarter that names the category, of several the one that names nothing else; null = none, or unclear. */
export function quarterTarget(
  targets: readonly Target[] | undefined,
  { employeeNo, quarter }: { readonly employeeNo: string; readonly quarter: Period },
  { category, unit }: Pick<SalesLine, 'category' | 'unit'>,
): number | null {
  const [year, number] = [Number(quarter.from.slice(0, 4)), Math.ceil(Number(quarter.from.slice(5, 7)) / 3)];
  const own = (targets ?? []).filter(
    (target) =>
      target.empNo === employeeNo &&
      target.year === year &&
      quarterMeant(target.period ?? '') === number &&
      words[category].test(target.indicator),
  );
  const exact = own.filter(({ indicator }) => indicator.trim() === category);
  const [first, second] = exact.length > 0 ? exact : own.filter((target) => amountOf(target, unit) !== null);
  return first === undefined || second !== undefined ? null : amountOf(first, unit);
}
