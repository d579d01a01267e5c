// The cells that say whose a row is. Rows only carry the hash of these cells: what the cells mean is settled once for every holder.
import { emptySql } from '../../exports/field-sql.js';
import { type BookingFile, cellOf, type HolderField, holderFields, readCsv } from './row-shape.js';

/** One hash of all of them. */
export function holderHash(file: BookingFile): string {
  return `hash(${holderCells(file).join(', ')})`;
}

/** The cells, without blanks around them. */
export function holderCells(file: BookingFile): readonly string[] {
  return holderFields(file).map((name) => cellOf(file, file.columns.get(name)!));
}

/** The number that a cell holds; NULL where SQL cannot read one. */
export function holderValue(file: BookingFile, name: HolderField): string {
  const column = file.columns.get(name);
  const sql = column?.field.sql?.(cellOf(file, column), column.unit);
  return sql?.value('null') ?? 'cast(null as varchar)';
}

/** True where account or customer can be read, and the other one too unless its cell holds nothing. */
export function isSomebodySql(file: BookingFile): string {
  const fields = holderFields(file).map((name) => ({
    value: holderValue(file, name),
    column: file.columns.get(name)!,
  }));
  const isAny = fields.map(({ value }) => `${value} is not null`).join(' or ');
  const areRead = fields.map(({ value, column }) => `(${value} is not null or ${emptySql(cellOf(file, column))})`);
  return `coalesce((${isAny}) and ${areRead.join(' and ')}, false)`;
}

/** The hash of every holder's cells in a file, account and customer number in them, and 1 where they are somebody; in any order. */
export function pairsQuery(file: BookingFile): string {
  const isSomebody = `case when ${isSomebodySql(file)} then 1 else 0 end`;
  const cells = holderFields(file).map((name) => `c${file.columns.get(name)!.index}`);
  const found = [holderHash(file), holderValue(file, 'acctNo'), holderValue(file, 'custNo'), isSomebody];
  return `select ${found.join(', ')} from (select distinct ${cells.join(', ')} from ${readCsv(file)})`;
}
