import type { FileIntake } from '../model/intake.js';
import { tableOf } from './rows.js';
import type { Table } from './sheet.js';

/** Every cell that was read as staff corrected it in a fix list; personal values are masked already. */
export function correctionTable(intake: readonly FileIntake[]): Table {
  const cells = intake.flatMap(({ file, sheet, corrections = [] }) =>
    corrections.map((cell) => ({ ...cell, file: sheet ? `${file}〔${sheet}〕` : file })),
  );
  return tableOf(
    [
      { header: '文件', format: 'text', width: 32, value: ({ file }) => file },
      { header: '行', format: 'count', width: 10, value: ({ line }) => line },
      { header: '列', format: 'text', width: 18, value: ({ column }) => column },
      { header: '原内容', format: 'text', width: 30, value: ({ was }) => was },
      { header: '更正为', format: 'text', width: 30, value: ({ now }) => now },
    ],
    cells,
    { heading: '按清单更正（源文件未改动）' },
  );
}
