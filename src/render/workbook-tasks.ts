// Everything that is settled before the first row of a workbook is written.
import type { Workbook } from 'exceljs';
import { type DictionaryName, dictionaries } from '../ledger/dictionaries.js';
import type { Sheet } from '../ledger/sheet.js';
import type { Day } from '../model/day.js';
import { columnLetter } from './column-letter.js';
import { type FormPlace, formPlace } from './form-place.js';
import { dataDayName, dictionariesOf, dictionaryName, usesDataDay } from './named-cells.js';
import { blankPaper } from './paper.js';
import { sheetNames } from './sheet-names.js';
import { planSheet, planWithPlaces } from './sheet-plan.js';
import { splitSheets } from './split-sheets.js';
import { isLive, type TablePlace } from './table-place.js';
import * as styles from './workbook-styles.js';
import { newTally, workbookValue } from './workbook-value.js';
import { fillWorksheet, type SheetTask } from './worksheet.js';

export interface WorkbookTasks {
  readonly sheets: readonly SheetTask[];
  /** Hidden sheets, behind all others; absent where nothing refers to them. */
  readonly parameters: { readonly name: string; readonly asOf: Day } | null;
  readonly lists: { readonly name: string; readonly dictionaries: readonly DictionaryName[] } | null;
}

/** Walks all rows once without writing, so that every formula knows where the rows of every sheet will stand. */
async function withPlaces(tasks: readonly SheetTask[]): Promise<readonly SheetTask[]> {
  const rounds: (readonly TablePlace[])[] = [];
  for (const task of tasks) rounds.push(await fillWorksheet(blankPaper, task, newTally(), async () => {}));
  const places = rounds.flat();
  return tasks.map((task, index) => ({
    ...task,
    plan: planWithPlaces(task.plan, task.sheet, rounds[index] ?? []),
    places,
  }));
}

function needsPlaces({ tables, frozenColumns, form }: Sheet): boolean {
  return form !== undefined || frozenColumns !== undefined || tables.some((table) => isLive(table));
}

export async function workbookTasks(
  sheets: readonly Sheet[],
  asOf: Day,
  rowsPerSheet: number | undefined,
): Promise<WorkbookTasks> {
  const parts = splitSheets(sheets, rowsPerSheet);
  const names = sheetNames([...parts.map((sheet) => sheet.name), '_参数', '_字典']);
  const [parameters = '', lists = ''] = names.slice(parts.length);
  const forms = parts.flatMap(({ name, form }, index): readonly FormPlace[] =>
    form === undefined ? [] : [formPlace(name, names[index] ?? name, form)],
  );
  const tasks = parts.map((sheet, index) => ({
    sheet,
    name: names[index] ?? sheet.name,
    plan: planSheet(sheet),
    places: [],
    forms,
  }));
  const used = dictionariesOf(parts);
  return {
    sheets: parts.some(needsPlaces) ? await withPlaces(tasks) : tasks,
    parameters: usesDataDay(parts) ? { name: parameters, asOf } : null,
    lists: used.length > 0 ? { name: lists, dictionaries: used } : null,
  };
}

type Writable = Pick<Workbook, 'addWorksheet' | 'definedNames'>;

/** The hidden sheets and the names that refer to them. */
export function addNamedCells(workbook: Writable, { parameters, lists }: WorkbookTasks): void {
  if (parameters !== null) {
    const worksheet = workbook.addWorksheet(parameters.name, { state: 'hidden' });
    worksheet.columns = [{ width: 12 }, { width: 12 }];
    const [label, value] = [worksheet.getCell('A1'), worksheet.getCell('B1')];
    label.value = dataDayName;
    label.style = styles.dataStyles.text;
    value.value = workbookValue('day', parameters.asOf, newTally());
    value.style = styles.dataStyles.day;
    workbook.definedNames.add(`'${parameters.name}'!$B$1`, dataDayName);
  }
  if (lists === null) return;
  const worksheet = workbook.addWorksheet(lists.name, { state: 'hidden' });
  worksheet.columns = lists.dictionaries.map(() => ({ width: 18 }));
  const longest = Math.max(...lists.dictionaries.map((name) => dictionaries[name].length));
  for (let row = 0; row <= longest; row += 1)
    for (const [index, name] of lists.dictionaries.entries()) {
      const text = row === 0 ? name : dictionaries[name][row - 1];
      if (text === undefined) continue;
      const cell = worksheet.getCell(row + 1, index + 1);
      cell.value = text;
      cell.style = row === 0 ? styles.headerStyle : styles.dataStyles.text;
    }
  for (const [index, name] of lists.dictionaries.entries()) {
    const letter = columnLetter(index + 1);
    const range = `$${letter}$2:$${letter}$${dictionaries[name].length + 1}`;
    workbook.definedNames.add(`'${lists.name}'!${range}`, dictionaryName(name));
  }
}
