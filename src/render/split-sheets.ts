import type { CellValue, Sheet, Table } from '../ledger/sheet.js';

/** Rows of a worksheet that hold data; Excel ends at 1,048,576, and title, header, total and notes need some. */
const dataRowsPerSheet = 1_048_000;

function part(table: Table, from: number, to: number): Iterable<readonly CellValue[]> {
  return {
    *[Symbol.iterator]() {
      let index = 0;
      for (const row of table.rows) {
        if (index >= to) return;
        if (index >= from) yield row;
        index += 1;
      }
    },
  };
}

/** The total goes to the last part only, as figures: a formula would add up one part. */
function slices(table: Table, most: number): readonly Table[] {
  const { total, subtotalBy: _, ...rest } = table;
  const count = Math.max(1, Math.ceil(table.rowCount / most));
  if (count === 1) return [table];
  return Array.from({ length: count }, (_, index) => {
    const from = index * most;
    const rowCount = Math.min(most, table.rowCount - from);
    const isLast = index === count - 1;
    return {
      ...rest,
      columns: table.columns.map(({ total: _, ...column }) => column),
      rows: part(table, from, from + rowCount),
      rowCount,
      ...(isLast && total !== undefined ? { total } : {}),
    };
  });
}

/** A sheet with a longer table becomes several: 明细, 明细(2) …; what follows the table, and the notes, go to the last. */
export function splitSheets(sheets: readonly Sheet[], most: number = dataRowsPerSheet): readonly Sheet[] {
  return sheets.flatMap((sheet) => {
    const place = sheet.tables.findIndex((table) => table.rowCount > most);
    const long = sheet.tables[place];
    if (long === undefined) return [sheet];
    const parts = slices(long, most);
    return parts.map((table, index) => ({
      ...sheet,
      name: index === 0 ? sheet.name : `${sheet.name}(${index + 1})`,
      tables: [
        ...(index === 0 ? sheet.tables.slice(0, place) : []),
        table,
        ...(index === parts.length - 1 ? sheet.tables.slice(place + 1) : []),
      ],
      notes: index === parts.length - 1 ? sheet.notes : [],
    }));
  });
}
