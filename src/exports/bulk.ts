// A recognised text as an engine needs it that cuts and reads the plain rows itself and leaves the others to the row reader.
import type { Column } from './column.js';
import type { IntakeOptions, ReadTally } from './export.js';
import { dataLine, headingWidth, newColumns } from './plan.js';
import type { Reading } from './reading.js';
import type { RowReader } from './rows.js';
import type { RawFile, TableText } from './table.js';

/** The walk through one file: its rows, and what is to be done behind the last one. */
export interface Walk {
  readonly rows: RowReader;
  /** Throws UserError for a file that must be refused. */
  end(): void;
}

export interface BulkReading {
  readonly text: TableText;
  readonly delimiter: string;
  /** First line below the header. */
  readonly dataLine: number;
  /** Cells of a whole row. */
  readonly width: number;
  readonly columns: readonly Pick<Column, 'name' | 'field' | 'index' | 'unit'>[];
  /** Names of fields that have no column and one value for all rows. */
  readonly constants: ReadonlySet<string>;
  /** The first cells of the first rows, to see how the file writes its cells. */
  sample(): readonly (readonly string[])[];
  begin(tally: ReadTally): Walk;
}

/** Nothing for other containers than texts, and where corrections are to be put into rows. */
export function bulkReading(
  raw: RawFile,
  reading: Reading,
  options: IntakeOptions,
  begin: (tally: ReadTally) => Walk,
): { readonly bulk?: BulkReading } {
  const { table, layout, match } = reading;
  if (table.text === undefined || options.corrections?.get(raw.sha256) !== undefined) return {};
  const fromLine = dataLine(reading);
  return {
    bulk: {
      text: table.text,
      delimiter: layout.delimiter ?? ',',
      dataLine: fromLine,
      width: headingWidth(reading),
      columns: newColumns(reading),
      constants: new Set(match.constants.keys()),
      sample: () =>
        table
          .head(layout)
          .filter(({ line }) => line >= fromLine)
          .map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : ''))),
      begin,
    },
  };
}
