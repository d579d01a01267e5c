// Sheet 迁移矩阵 (A12): rows are the earlier tiers, columns the present ones.
import { destinations, type Migration, type MigrationCell, origins } from '../analysis/migration.js';
import type { SegmentReport } from '../analysis/segment-report.js';
import { type Column, tableOf } from './rows.js';
import type { CellValue, Format, Sheet, Table } from './sheet.js';

type Figure = 'customers' | 'aumFen';

function sumOf(cells: readonly MigrationCell[], figure: Figure): CellValue {
  let sum = 0;
  for (const cell of cells) {
    const value = cell[figure];
    if (value === null) return '未提供';
    sum += value;
  }
  return sum;
}

function matrix(heading: string, { cells }: Migration, figure: Figure): Table {
  const format: Format = figure === 'customers' ? 'count' : 'fenWan';
  const sum = (belongs: (cell: MigrationCell) => boolean): CellValue => sumOf(cells.filter(belongs), figure);
  const columns: readonly Column<(typeof origins)[number]>[] = [
    { header: '上期＼本期', format: 'text', width: 16, value: (from) => from },
    ...destinations.map((to) => ({
      header: to,
      format,
      width: 15,
      value: (from: string) => sum((cell) => cell.from === from && cell.to === to),
    })),
    { header: '合计', format, width: 15, value: (from) => sum((cell) => cell.from === from) },
  ];
  const total = ['合计', ...destinations.map((to) => sum((cell) => cell.to === to)), sum(() => true)];
  return tableOf(columns, cells.length === 0 ? [] : origins, { heading, total });
}

type Movement = readonly [name: string, Pick<MigrationCell, 'customers' | 'aumFen'>, remark: string];

const aumColumn: Column<Movement> = {
  header: 'AUM（万元）',
  format: 'fenWan',
  width: 15,
  value: ([, { aumFen }]) => aumFen ?? '未提供',
};

function movementTable(migration: Migration, hasAum: boolean): Table {
  const rows: readonly Movement[] = [
    ['上升', migration.up, ''],
    ['下降', migration.down, ''],
    ['不变', migration.unchanged, '包括上期、本期同为新开未动户或无法判定'],
    ['其他', migration.other, '新增、离开、新开未动户、无法判定'],
  ];
  return tableOf(
    [
      { header: '变动', format: 'text', width: 16, value: ([name]) => name },
      { header: '户数', format: 'count', width: 15, value: ([, { customers }]) => customers },
      ...(hasAum ? [aumColumn] : []),
      { header: '说明', format: 'text', width: 49, value: ([, , remark]) => remark },
    ],
    rows,
    { heading: '升降汇总' },
  );
}

/** Only where the report compares with an earlier date. */
export function migrationSheet(
  { asOf, summary }: Pick<SegmentReport, 'asOf' | 'summary'>,
  migration: Migration,
): Sheet {
  const before = migration.comparedWith ?? '未注明日期';
  const hasAum = summary.aumOn !== null;
  return {
    name: '迁移矩阵',
    title: '客户层级迁移矩阵',
    subtitle: `上期：${before}（${migration.source}）　本期：${asOf}　单位：户${hasAum ? '、万元' : ''}`,
    tables: [
      matrix('户数', migration, 'customers'),
      ...(hasAum ? [matrix('AUM（万元）', migration, 'aumFen')] : []),
      movementTable(migration, hasAum),
    ],
    notes: [
      '由高到低：核心客户、潜力客户、基础客户、一般活跃、沉寂预警、睡眠客户；其余标签不计升降',
      ...(hasAum
        ? ['AUM 为本期时点；销户、移出的客户为上期时点；因四舍五入，分项之和与合计可能有尾差']
        : ['AUM 未提供']),
    ],
  };
}
