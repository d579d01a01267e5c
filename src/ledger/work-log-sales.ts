// Section 二 of the 客户经理工作日志: 产品销售情况.
import type { SalesLine, WorkDay } from '../analysis/worklog/report.js';
import type { CellValue, Format, FormCell } from './sheet.js';
import { sectionBar, textCell } from './work-log-layout.js';

const barRow = 18;

/** First column and number of columns of each of the seven. */
const spans = [
  { header: '产品类别', column: 1, columns: 2 },
  { header: '本日笔数', column: 3, columns: 2, isInput: true },
  { header: '本日金额(万元)', column: 5, columns: 2, isInput: true },
  { header: '本月累计', column: 7, columns: 2, isInput: true },
  { header: '季度累计', column: 9, columns: 1, isInput: true },
  { header: '季度目标', column: 10, columns: 2, isInput: true },
  { header: '完成率', column: 12, columns: 1 },
] as const;

/** @example salesCell(2, 'fen') // => 'sales2.fen' */
export function salesCell(number: number, key: 'count' | 'fen' | 'month' | 'quarter' | 'target'): string {
  return `sales${number}.${key}`;
}

/** 未提供 where the day has come and no export tells. */
function soFar({ figures }: SalesLine, key: 'monthToDate' | 'quarterToDate', isPast: boolean): CellValue {
  return figures?.[key] ?? (isPast || figures === null ? '未提供' : null);
}

/** In the numbers that the cells show. */
function completion(done: CellValue, target: CellValue): number | null {
  return typeof done !== 'number' || typeof target !== 'number' || target === 0 ? null : done / target;
}

function salesRow(line: SalesLine, number: number, isPast: boolean): readonly FormCell[] {
  const row = barRow + 1 + number;
  const total: Format = line.unit === 'fen' ? 'fenWan' : 'count';
  const [quarter, target] = [`{${salesCell(number, 'quarter')}}`, `{${salesCell(number, 'target')}}`];
  const values: readonly (readonly ['count' | 'fen' | 'month' | 'quarter' | 'target', Format, CellValue])[] = [
    ['count', 'count', line.figures?.todayCount ?? null],
    ['fen', 'fenWan', line.figures?.todayFen ?? null],
    ['month', total, soFar(line, 'monthToDate', isPast)],
    ['quarter', total, soFar(line, 'quarterToDate', isPast)],
    ['target', total, line.target ?? '未提供'],
  ];
  return [
    textCell({ row, column: 1, columns: 2 }, 'label', line.category),
    ...values.map(([key, format, value], index): FormCell => {
      const { column, columns } = spans[index + 1] ?? spans[0];
      return { key: salesCell(number, key), row, column, columns, look: 'data', format, value, input: true };
    }),
    {
      row,
      column: spans[6].column,
      look: 'data',
      format: 'ratio',
      value: completion(line.figures?.quarterToDate ?? null, line.target),
      formula: `IF(AND(ISNUMBER(${quarter}),ISNUMBER(${target})),IF(${target}=0,"—",${quarter}/${target}),"—")`,
      result: (cell) => completion(cell(salesCell(number, 'quarter')), cell(salesCell(number, 'target'))),
    },
  ];
}

export function salesSection({ sales }: WorkDay, isPast: boolean): readonly FormCell[] {
  return [
    sectionBar(barRow, '二、产品销售情况'),
    ...spans.map(({ header, column, columns, ...more }) =>
      textCell({ row: barRow + 1, column, columns }, 'isInput' in more ? 'inputHeader' : 'header', header),
    ),
    ...sales.flatMap((line, index) => salesRow(line, index + 1, isPast)),
  ];
}
