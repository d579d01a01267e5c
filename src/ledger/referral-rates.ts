// The two rates in the total row of 转介台账 (§4.8): their formulas, and what these come to with what staff typed.
import { addDays, type Day } from '../model/day.js';
import { formatPercent } from './figure-text.js';
import { dayOfMoment } from './referral-hours.js';
import type { FormulaTemplate, TotalResult } from './sheet.js';

interface RateTotal {
  readonly formula: FormulaTemplate;
  readonly result: TotalResult;
}

/** A share as text, since the column above it holds words. */
function shareFormula(part: FormulaTemplate, whole: FormulaTemplate): FormulaTemplate {
  return `IFERROR(TEXT(${part}/(${whole}),"0.00%"),"—")`;
}

function shareText(part: number, rest: number): string {
  return formatPercent(part + rest === 0 ? null : part / (part + rest));
}

const visitStates = ['达标', '超时', '超时未访'] as const;

function visitFormula(): FormulaTemplate {
  const [met, late, overdue] = visitStates.map((state) => `COUNTIF({firstVisit:all},"${state}")`);
  return shareFormula(`${met}`, `${met}+${late}+${overdue}`);
}

/** 达标率. */
export const visitRate: RateTotal = {
  formula: visitFormula(),
  result: (column) => {
    const [met = 0, late = 0, overdue = 0] = visitStates.map(
      (state) => column('firstVisit').filter((cell) => cell === state).length,
    );
    return shareText(met, late + overdue);
  },
};

function maturedFormula(days: number): FormulaTemplate {
  const isMatured = `(INT({registeredAt:all})<=数据日期-${days})`;
  const [won, lost] = ['是', '否'].map((answer) => `SUMPRODUCT(${isMatured}*({succeeded:all}="${answer}"))`);
  return shareFormula(`${won}`, `${won}+${lost}`);
}

/** 成熟成功率; an empty 登记时间 is day 0, as in the formula. */
export function maturedRate(days: number, asOf: Day): RateTotal {
  const last = addDays(asOf, -days);
  return {
    formula: maturedFormula(days),
    result: (column) => {
      const registered = column('registeredAt').map(dayOfMoment);
      if (registered.includes(undefined)) return undefined;
      const answers = column('succeeded').filter((_, place) => (registered[place] ?? '') <= last);
      const count = (answer: string) => answers.filter((cell) => cell === answer).length;
      return shareText(count('是'), count('否'));
    },
  };
}
