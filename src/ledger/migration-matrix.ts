// Sheet 迁移矩阵 (A12): rows are the earlier tiers, columns the present ones.
import { destinations, type Migration, type MigrationCell, origins } from '../analysis/migration.js';
import type { SegmentReport } from '../analysis/segment-report.js';
import { type Column, tableOf } from './rows.js';
import type { CellValue, Format, Sheet, Table } from './sheet.js';

function matrix(
  heading: string,
  { cells }: Migration,
  format: Format,
  figureOf: (cell: MigrationCell) => number | null,
): Table {
  const sum = (belongs: (cell: MigrationCell) => boolean): CellValue => {
    const found = cells.filter(belongs).map(figureOf);
    return found.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
  };
  const width = format === 'fen' ? 18 : 12;
  const columns: readonly Column<(typeof origins)[number]>[] = [
    { header: '上期＼本期', format: 'text', width: 14, value: (from) => from },
    ...destinations.map((to) => ({
      header: to,
      format,
      width,
      value: (from: string) => sum((cell) => cell.from === from && cell.to === to),
    })),
    { header: '合计', format, width, value: (from) => sum((cell) => cell.from === from) },
  ];
  const total = ['合计', ...destinations.map((to) => sum((cell) => cell.to === to)), sum(() => true)];
  return tableOf(columns, origins, { heading, total });
}

function movementTable(migration: Migration): Table {
  const rows = [
    ['层级上升', migration.up],
    ['层级下降', migration.down],
    ['层级不变', migration.unchanged],
    ['其他（新增、离开、新开未动户、无法判定）', migration.other],
  ] as const;
  return tableOf(
    [
      { header: '变动', format: 'text', width: 14, value: ([name]) => name },
      { header: '户数', format: 'count', width: 12, value: ([, { customers }]) => customers },
      { header: 'AUM（元）', format: 'fen', width: 18, value: ([, { aumFen }]) => aumFen },
    ],
    rows,
    { heading: '升降汇总' },
  );
}

/** Only where the report compares with an earlier date. */
export function migrationSheet({ asOf }: Pick<SegmentReport, 'asOf'>, migration: Migration): Sheet {
  const before = migration.comparedWith ?? '未注明日期';
  const hasAum = migration.cells.some(({ aumFen }) => aumFen !== null);
  return {
    name: '迁移矩阵',
    title: '客户层级迁移矩阵',
    subtitle: `上期：${before}（${migration.source}）　本期：${asOf}　单位：户、元`,
    tables: [
      matrix('户数', migration, 'count', ({ customers }) => customers),
      ...(hasAum ? [matrix('AUM（元）', migration, 'fen', ({ aumFen }) => aumFen)] : []),
      movementTable(migration),
    ],
    notes: [
      '由高到低：核心客户、潜力客户、基础客户、一般活跃、沉寂预警、睡眠客户；其余标签不计升降',
      hasAum ? 'AUM 为本期时点；销户、移出的客户为上期时点，上期没有余额时为空' : 'AUM 未提供',
    ],
  };
}
