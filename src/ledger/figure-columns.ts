import type { GroupFigures } from '../analysis/segment-report.js';
import type { Ratio } from '../model/ratio.js';
import type { Rules } from '../model/rules.js';
import { averageFen } from './average.js';
import { amountName } from './monetary.js';
import type { Column } from './rows.js';
import type { CellValue } from './sheet.js';

/** 未提供 where nothing was provided (§1.13), — where there is nothing to divide by (§1.8). */
function orMissing(quotient: Ratio | null, show: (quotient: Ratio) => CellValue): CellValue {
  if (quotient === null) return '未提供';
  return quotient.denominator === 0 ? '—' : show(quotient);
}

function quotientOf({ value }: Ratio): CellValue {
  return value;
}

/** The columns that every group of customers has; the first ones say which group. */
export function figureColumns(rules: Rules): readonly Column<GroupFigures>[] {
  return [
    { key: 'customers', header: '户数', format: 'count', width: 10, value: ({ customers }) => customers },
    { header: '占比', format: 'ratio', width: 10, value: ({ share }) => orMissing(share, quotientOf) },
    { key: 'aumFen', header: 'AUM', format: 'fen', width: 20, value: ({ aumFen }) => aumFen ?? '未提供' },
    { header: 'AUM占比', format: 'ratio', width: 10, value: ({ aumShare }) => orMissing(aumShare, quotientOf) },
    { header: '户均AUM', format: 'fen', width: 18, value: ({ averageAumFen }) => orMissing(averageAumFen, averageFen) },
    {
      header: '户均F',
      format: 'decimal',
      width: 10,
      value: ({ averageFrequency }) => orMissing(averageFrequency, quotientOf),
    },
    {
      header: `户均${amountName(rules)}`,
      format: 'fen',
      width: 18,
      value: ({ averageAmountFen }) => orMissing(averageAmountFen, averageFen),
    },
    {
      header: '平均R',
      format: 'decimal',
      width: 10,
      value: ({ averageRecencyDays }) => orMissing(averageRecencyDays, quotientOf),
    },
  ];
}

/** The total row under these columns, computed from the sums and not from the rows above. */
export function totalRow(
  columns: readonly Column<GroupFigures>[],
  total: GroupFigures,
  leading: readonly CellValue[],
): readonly CellValue[] {
  return [...leading, ...columns.map(({ value }) => value(total))];
}
