// Tables about the files and what was wrong with them, for every 口径与数据质量 sheet.
import { exportTitles, type FileIntake, type RowCounts } from '../model/intake.js';
import { type Problem, problemCodes } from '../model/problem.js';
import { type Column, tableOf } from './rows.js';
import type { Table } from './sheet.js';

/** Beyond this many lines a reader is better served by the JSON. */
const listedProblems = 1000;

/** Read, and the eight that it is the sum of. */
const bucketNames: readonly (readonly [keyof RowCounts, string])[] = [
  ['read', '读入'],
  ['used', '采用'],
  ['rejected', '拒绝'],
  ['duplicate', '重复'],
  ['future', '未来'],
  ['header', '表头'],
  ['preamble', '说明'],
  ['blank', '空行'],
  ['total', '合计'],
];

interface Place {
  readonly file: string;
  readonly sheet?: string;
}

const placeColumn: Column<Place> = {
  header: '文件',
  format: 'text',
  width: 30,
  value: ({ file, sheet }) => (sheet ? `${file}〔${sheet}〕` : file),
};

/** One row per file with its full row accounting, and all files together. */
export function fileTable(intake: readonly FileIntake[]): Table {
  const counts = bucketNames.map(
    ([bucket, header]): Column<FileIntake> => ({
      key: bucket,
      header,
      format: 'count',
      width: 7,
      value: ({ rows }) => rows[bucket],
    }),
  );
  const sums = bucketNames.map(([bucket]) => intake.reduce((sum, { rows }) => sum + rows[bucket], 0));
  const kind: Column<FileIntake> = {
    header: '类别',
    format: 'text',
    width: 9,
    value: (file) => exportTitles[file.kind],
  };
  const table = tableOf([placeColumn, kind, ...counts], intake, {
    heading: '文件与行数',
    ...(intake.length > 1 ? { total: ['全部文件', null, ...sums] } : {}),
  });
  return { ...table, id: 'files' };
}

/** What each file is, to the byte. */
export function sourceTable(intake: readonly FileIntake[]): Table {
  const sheet: Column<FileIntake> = { header: '工作表', format: 'text', width: 9, value: (file) => file.sheet ?? null };
  return tableOf(
    [
      { ...placeColumn, value: ({ file }) => file },
      { header: '格式', format: 'text', width: 7, value: ({ container }) => container },
      { header: '编码', format: 'text', width: 12, value: ({ encoding }) => encoding },
      ...(intake.some((file) => file.sheet !== undefined) ? [sheet] : []),
      { header: 'SHA-256', format: 'text', width: 68, value: ({ sha256 }) => sha256 },
    ],
    intake,
    { heading: '文件来源' },
  );
}

/** Days and money of the files that have them. */
export function coverageTable(intake: readonly FileIntake[]): Table {
  return tableOf(
    [
      placeColumn,
      { header: '最早日期', format: 'day', width: 11, value: ({ coverage }) => coverage?.from ?? null },
      { header: '最晚日期', format: 'day', width: 11, value: ({ coverage }) => coverage?.to ?? null },
      { header: '收入（元）', format: 'fen', width: 16, value: ({ sums }) => sums?.creditFen ?? null },
      { header: '支出（元）', format: 'fen', width: 16, value: ({ sums }) => sums?.debitFen ?? null },
    ],
    intake.filter(({ coverage, sums }) => coverage !== null || sums !== undefined),
    { heading: '覆盖日期与收支（收支只计采用的人民币交易）' },
  );
}

/** Every 合计 row beside our own sum. */
export function totalsTable(intake: readonly FileIntake[]): Table {
  const totals = intake.flatMap(({ file, sheet, controlTotals }) =>
    controlTotals.map((total) => ({ file, ...(sheet === undefined ? {} : { sheet }), ...total })),
  );
  return tableOf(
    [
      placeColumn,
      { header: '行', format: 'count', width: 7, value: ({ line }) => line },
      { header: '列', format: 'text', width: 16, value: ({ column }) => column },
      { header: '文件合计（元）', format: 'fen', width: 16, value: ({ statedFen }) => statedFen },
      { header: '重算合计（元）', format: 'fen', width: 16, value: ({ computedFen }) => computedFen },
      { header: '一致', format: 'text', width: 6, value: ({ agrees }) => (agrees ? '是' : '否') },
    ],
    totals,
    { heading: '合计行核对' },
  );
}

const problemColumns: readonly Column<Problem>[] = [
  { header: '级别', format: 'text', width: 6, value: ({ severity }) => (severity === 'error' ? '错误' : '警告') },
  { header: '问题', format: 'text', width: 24, value: ({ code }) => problemCodes[code] },
  { ...placeColumn, value: (problem) => placeColumn.value(problem) || '全部文件' },
  { header: '行', format: 'count', width: 7, value: ({ line }) => line ?? null },
  { header: '列', format: 'text', width: 12, value: ({ column }) => column ?? null },
  { header: '说明', format: 'text', width: 50, value: ({ message }) => message },
];

/** Errors and warnings, as many as a reader can take. */
export function problemTable(problems: readonly Problem[]): Table {
  const more = problems.length - listedProblems;
  return tableOf(problemColumns, problems.slice(0, listedProblems), {
    heading: more > 0 ? `问题与警告（前 ${listedProblems} 条，另有 ${more} 条）` : '问题与警告',
  });
}
