// Tables about the files and what was wrong with them, for every 口径与数据质量 sheet.
import type { FileIntake, RowCounts } from '../model/intake.js';
import { type Problem, problemCodes } from '../model/problem.js';
import { tableOf } from './rows.js';
import type { Format, Table } from './sheet.js';

/** Beyond this many lines a reader is better served by the JSON. */
const listedProblems = 1000;

const kindNames: Readonly<Record<FileIntake['kind'], string>> = {
  customers: '客户信息',
  accounts: '账户',
  transactions: '交易明细',
  balances: '余额',
};

/** One row per file with its full row accounting. */
export function fileTable(intake: readonly FileIntake[]): Table {
  const count = (header: string, key: keyof RowCounts) => ({
    header,
    format: 'count' as Format,
    width: 8,
    value: ({ rows }: FileIntake) => rows[key],
  });
  return tableOf(
    [
      { header: '文件', format: 'text', width: 32, value: ({ file, sheet }) => (sheet ? `${file}〔${sheet}〕` : file) },
      { header: '类别', format: 'text', width: 10, value: ({ kind }) => kindNames[kind] },
      { header: '编码', format: 'text', width: 10, value: ({ encoding }) => encoding },
      count('读入', 'read'),
      count('使用', 'used'),
      count('拒绝', 'rejected'),
      count('重复', 'duplicate'),
      count('未来', 'future'),
      count('表头', 'header'),
      count('说明', 'preamble'),
      count('空行', 'blank'),
      count('合计行', 'total'),
      { header: '起', format: 'day', width: 12, value: ({ coverage }) => coverage?.from ?? null },
      { header: '止', format: 'day', width: 12, value: ({ coverage }) => coverage?.to ?? null },
      { header: '收入（元）', format: 'fen', width: 18, value: ({ sums }) => sums?.creditFen ?? null },
      { header: '支出（元）', format: 'fen', width: 18, value: ({ sums }) => sums?.debitFen ?? null },
      { header: 'SHA-256', format: 'text', width: 66, value: ({ sha256 }) => sha256 },
    ],
    intake,
    { heading: '文件' },
  );
}

/** Every 合计 row beside our own sum. */
export function totalsTable(intake: readonly FileIntake[]): Table {
  const totals = intake.flatMap(({ file, controlTotals }) => controlTotals.map((total) => ({ file, ...total })));
  return tableOf(
    [
      { header: '文件', format: 'text', width: 32, value: ({ file }) => file },
      { header: '行', format: 'count', width: 10, value: ({ line }) => line },
      { header: '列', format: 'text', width: 18, value: ({ column }) => column },
      { header: '文件合计（元）', format: 'fen', width: 18, value: ({ statedFen }) => statedFen },
      { header: '重算合计（元）', format: 'fen', width: 18, value: ({ computedFen }) => computedFen },
      { header: '一致', format: 'text', width: 8, value: ({ agrees }) => (agrees ? '是' : '否') },
    ],
    totals,
    { heading: '合计行核对' },
  );
}

/** Errors and warnings, as many as a reader can take. */
export function problemTable(problems: readonly Problem[]): Table {
  const more = problems.length - listedProblems;
  return tableOf(
    [
      { header: '级别', format: 'text', width: 8, value: ({ severity }) => (severity === 'error' ? '错误' : '警告') },
      { header: '问题', format: 'text', width: 32, value: ({ code }) => problemCodes[code] },
      { header: '文件', format: 'text', width: 32, value: ({ file, sheet }) => (sheet ? `${file}〔${sheet}〕` : file) },
      { header: '行', format: 'count', width: 10, value: ({ line }) => line ?? null },
      { header: '列', format: 'text', width: 18, value: ({ column }) => column ?? null },
      { header: '说明', format: 'text', width: 66, value: ({ message }) => message },
    ],
    problems.slice(0, listedProblems),
    { heading: more > 0 ? `问题与警告（前 ${listedProblems} 条，另有 ${more} 条）` : '问题与警告' },
  );
}
