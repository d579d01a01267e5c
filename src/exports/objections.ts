// Columns that cannot be used as they are: two for one field, none by the name the user gave, or in two units.
import type { ExportKind } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import { fieldOf } from './kind-matcher.js';
import { titleOf } from './missing.js';
import { statedUnits } from './preamble.js';
import type { Reading } from './reading.js';
import type { Place } from './refusal.js';
import { suggestHeader } from './suggestion.js';
import type { HeadRow, RawFile } from './table.js';

/** Where the header of a reading stands. */
export function placeOf(file: RawFile, reading: Reading | undefined): Place {
  if (reading === undefined) return { file: file.file };
  const { line } = reading.heading.rows.at(-1) as HeadRow;
  const { sheet } = reading.table;
  return { file: file.file, ...(sheet === undefined ? {} : { sheet }), line };
}

/** Two columns for one field: `--map` decides. */
export function doubledColumns(file: RawFile, reading: Reading): readonly Problem[] {
  const { matcher, match } = reading;
  return match.doubled.map(({ field, columns }) => {
    const names = columns.map((column) => `第 ${column.index + 1} 列 “${column.header}”`).join('、');
    const way = `--map ${matcher.spec.kind}.${field}=列名`;
    const message = `${names}都对应 ${titleOf(matcher, field)}；用 ${way} 选定一列，列名相同时请先改名`;
    const column = (columns[0] as { readonly header: string }).header;
    return { severity: 'error', code: 'ambiguous-column', ...placeOf(file, reading), column, message };
  });
}

/** Columns that the user named and the header does not have. */
export function absentColumns(file: RawFile, reading: Reading): readonly Problem[] {
  const { matcher, match, heading } = reading;
  const used = new Set(match.columns.values());
  const unused = heading.columns.filter((column) => !used.has(column)).map((column) => column.header);
  return match.absent.map(({ field, header }) => {
    const meant = suggestHeader([header, ...fieldOf(matcher.spec, field).headers], unused);
    const message = absentText(matcher.spec.kind, field, header, meant);
    return { severity: 'error', code: 'unknown-column', ...placeOf(file, reading), message };
  });
}

/** The sentence for such a column. */
export function absentText(kind: ExportKind, field: string, header: string, meant: string | undefined): string {
  const hint = meant === undefined ? '请核对列名' : `是否是 “${meant}”？用 --map ${kind}.${field}=${meant}`;
  return `找不到为 ${kind}.${field} 指定的列 “${header}”，${hint}`;
}

/** A column is refused only if its own unit is contradicted: different columns may well have different units. */
export function mixedUnits(file: RawFile, reading: Reading): readonly Problem[] {
  const { matcher, match, above } = reading;
  const isTold = statedUnits(above).length < 2;
  const found: Problem[] = [];
  for (const [name, column] of match.columns) {
    if (fieldOf(matcher.spec, name).kind !== 'fen' || matcher.units.has(name)) continue;
    if (!column.unitsDiffer && (column.unit !== undefined || isTold)) continue;
    const message = column.unitsDiffer
      ? '两行表头写的金额单位不同，无法判断是元还是万元；请改正表头'
      : '表头上方写了几种金额单位，而这一列没有写；请在列名后注明，例如（元）或（万元）';
    found.push({ severity: 'error', code: 'mixed-units', ...placeOf(file, reading), column: column.header, message });
  }
  return found;
}
