import type { GroupFigures } from '../analysis/segment-report.js';
import { averageFen } from './average.js';
import type { Column } from './rows.js';
import type { CellValue } from './sheet.js';

/** The columns that every group of customers has; the first ones say which group. */
export const figureColumns: readonly Column<GroupFigures>[] = [
  { header: '户数', format: 'count', width: 10, value: ({ customers }) => customers },
  { header: '占比', format: 'ratio', width: 10, value: ({ share }) => share.value },
  { header: 'AUM', format: 'fen', width: 20, value: ({ aumFen }) => aumFen },
  { header: 'AUM占比', format: 'ratio', width: 10, value: ({ aumShare }) => aumShare?.value ?? null },
  { header: '户均AUM', format: 'fen', width: 18, value: ({ averageAumFen }) => averageFen(averageAumFen) },
  { header: '户均F', format: 'decimal', width: 10, value: ({ averageFrequency }) => averageFrequency.value },
  { header: '户均M', format: 'fen', width: 18, value: ({ averageAmountFen }) => averageFen(averageAmountFen) },
  { header: '平均R', format: 'decimal', width: 10, value: ({ averageRecencyDays }) => averageRecencyDays.value },
];

/** The total row under figureColumns, computed from the sums and not from the rows above. */
export function totalRow(total: GroupFigures, leading: readonly CellValue[]): readonly CellValue[] {
  return [...leading, ...figureColumns.map(({ value }) => value(total))];
}
