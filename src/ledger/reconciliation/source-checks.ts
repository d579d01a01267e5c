// Every row of every file is accounted for, and every 合计 row of a file is the sum of its rows.
import type { FileIntake, RowCounts } from '../../model/intake.js';
import type { Check, Checks } from './check.js';
import { combined, sum, told, toldSum } from './terms.js';

const files = { sheet: '口径与数据质量', id: 'files' } as const;

const parts: readonly (keyof RowCounts)[] = [
  'used',
  'rejected',
  'duplicate',
  'future',
  'header',
  'preamble',
  'blank',
  'total',
];

function nameOf({ file, sheet }: FileIntake): string {
  return sheet === undefined ? file : `${file}〔${sheet}〕`;
}

function rowCheck(file: FileIntake): Check {
  return {
    content: `“${nameOf(file)}”读入的行数＝各类行数之和`,
    left: told(file.rows.read),
    right: toldSum(parts.map((part) => file.rows[part])),
    note: '采用＋拒绝＋重复＋未来＋表头＋说明＋空行＋合计',
  };
}

function totalChecks(file: FileIntake): readonly Check[] {
  return file.controlTotals.map(({ line, column, statedFen, computedFen }) => ({
    content: `“${nameOf(file)}”第 ${line} 行“${column}”的合计＝其上各行之和`,
    left: told(statedFen),
    right: told(computedFen),
    note: '左值为文件所写，右值为重算',
  }));
}

export function sourceChecks(intake: readonly FileIntake[]): Checks {
  return {
    counts: [
      {
        content: '口径与数据质量：全部文件读入的行数＝各类行数之和',
        left: sum(files, 'read'),
        right: combined(parts.map((part) => sum(files, part))),
      },
      ...intake.map(rowCheck),
    ],
    amounts: intake.flatMap(totalChecks),
  };
}
