// The readers of cells and their SQL twins: the same value, the same refusal.
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, isEmptyCell } from '../../src/exports/amount.js';
import { readTime } from '../../src/exports/date.js';
import { dayField, fenField, idField, textField, timeField } from '../../src/exports/field.js';
import { sqlText } from '../../src/exports/field-sql.js';

const cellsPerKind = 50_000;
const oneOf = (...texts: readonly string[]) => fc.constantFrom(...texts);
const digits = (from: number, to: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: from, maxLength: to }).map((list) => list.join(''));
const seldom = (usual: fc.Arbitrary<string>, odd: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: odd });
const join = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));
const nothing = oneOf('', '-', '--', '——', '/', '无', 'NULL', 'null', '(null)', '\\N', 'N/A', '／', '−');
const junk = fc.oneof(
  fc.string({ maxLength: 8 }),
  oneOf(
    '#N/A',
    '1e3',
    '1E5',
    '1_000',
    '.5',
    '5.',
    '+5',
    '0x1F',
    'infinity',
    'epoch',
    'nan',
    '１２',
    '12 34',
    '"1"',
    '="1"',
    "'12",
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const amount = join(
  oneOf('', '', '', '-', '--', '+', '￥'),
  seldom(digits(1, 16), join(digits(1, 4), oneOf(','), digits(2, 4), oneOf(',', ''), digits(0, 4))),
  seldom(oneOf('', '.'), oneOf('..', ',')),
  digits(0, 4),
  seldom(oneOf(''), oneOf('元', '万', 'e2', ' ', 'E+3', '-')),
);
const two = fc.integer({ min: 0, max: 33 }).map((value) => String(value).padStart(2, '0'));
const part = seldom(two, digits(1, 2));
const mark = oneOf('-', '/', '.', '');
const date = fc
  .tuple(
    oneOf('2025', '2024', '1999', '1900', '2199', '2200', '9999', '0025', '25'),
    mark,
    part,
    mark,
    part,
    fc.boolean(),
  )
  .map(([year, one, month, other, day, isEven]) => `${year}${one}${month}${isEven ? one : other}${day}`);
const chinese = join(oneOf('2025', '1900', '25'), oneOf('年', ' 年 '), part, oneOf('月', ' 月'), part, oneOf('日', ''));
const clock = fc.tuple(two, oneOf(':', '.', ''), two, two).map(([h, sign, m, s]) => [h, m, s].join(sign));
const ids = seldom(
  join(digits(0, 20), seldom(oneOf(''), oneOf('A', 'x7', '*', ' ', '.0', 'E+5', 'E5', '.5E9', '-1', '＊'))),
  join(oneOf('A', 'Kx', 'NULL', 'N'), digits(0, 8)),
);
const words = join(
  seldom(
    oneOf('', '张', '转账', 'x', '/', '-', 'n'),
    oneOf(' ', '\t', '"', "'", '=', '#', '\u3000', '\ufffd', '\u200b', '\u00a0'),
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  seldom(oneOf(''), oneOf(' ', '\u3000', "'", '"', '\ufeff', '\u2028', '\u0085')),
);

const kinds = [
  { name: 'amounts in 元', field: fenField('x'), unit: 1, cells: amount },
  { name: 'amounts in 万元', field: fenField('x'), unit: 10_000, cells: amount },
  {
    name: 'days',
    field: dayField('x'),
    unit: 1,
    cells: fc.oneof(date, chinese, join(date, oneOf(' ', 'T', '  '), clock)),
  },
  {
    name: 'times',
    field: timeField('x'),
    unit: 1,
    cells: fc.oneof(clock, digits(0, 7), join(date, oneOf(' '), clock)),
  },
  { name: 'ids', field: idField('x'), unit: 1, cells: ids },
  { name: 'texts', field: textField('x'), unit: 1, cells: words },
] as const;

/** What the row reader makes of a raw cell; undefined where it holds no value or is refused. */
function read({ field, unit }: (typeof kinds)[number], raw: string): unknown {
  const text = cleanText(raw);
  if (isEmptyCell(text) || text.includes('\ufffd')) return undefined;
  if (/^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(text)) return undefined;
  const value = field.read(text, unit) ?? undefined;
  if (field.read !== readTime || typeof value !== 'string') return value;
  const [hours = 0, minutes = 0, seconds = 0] = value.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Spellings that SQL leaves to the reader: the cell is read there and the row does not suffer. */
const plainForms: Readonly<Record<string, RegExp>> = {
  'amounts in 元': /^-?(?:\d{1,13}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,2})?$/,
  'amounts in 万元': /^-?(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,6})?$/,
  days: /^\d{4}(?:-\d\d-\d\d|\d{4}|\/\d\d?\/\d\d?|\.\d\d?\.\d\d?|年\d\d?月\d\d?日)$|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  times: /^\d\d:\d\d:\d\d$|^\d{6}$/,
  ids: /^(?=.*\d)[0-9A-Za-z]+$/,
  texts: /^[一-龥\w][一-龥\w /-]*[一-龥\w]$/,
};

describe('twins', () => {
  test.each(kinds)('$name: SQL reads what the reader reads, and nothing that it refuses', async (kind) => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const generated = fc.sample(
      fc.oneof({ weight: 8, arbitrary: kind.cells }, { weight: 1, arbitrary: junk }, { weight: 1, arbitrary: nothing }),
      {
        numRuns: cellsPerKind,
        seed: 7,
      },
    );
    const cells = generated.filter((cell) => !cell.includes('\0'));
    await connection.run('create table cells (nr integer, cell varchar)');
    for (let from = 0; from < cells.length; from += 2000) {
      const rows = cells.slice(from, from + 2000).map((cell, at) => `(${from + at}, ${sqlText(cell)})`);
      await connection.run(`insert into cells values ${rows.join(', ')}`);
    }
    const { cast = 'null', value } = kind.field.sql!('cell', kind.unit);
    const found = kind.name === 'days' ? `cast(${value('q')} as varchar)` : value('q');
    const result = await connection.runAndReadAll(
      `select nr, ${found} from (select nr, cell, ${cast} as q from cells) order by nr`,
    );
    const [numbers = [], values = []] = result.getColumns();
    const wrong: unknown[] = [];
    let settled = 0;
    for (const [at, found] of values.entries()) {
      const cell = cells[Number(numbers[at])]!;
      const expected = read(kind, cell);
      if (found !== null) settled += 1;
      if (found === null ? expected !== undefined && plainForms[kind.name]!.test(cell) : found !== expected)
        wrong.push({ cell, found, expected });
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(values.length).toBeGreaterThan(cellsPerKind * 0.9);
    expect(settled).toBeGreaterThan(cellsPerKind / 20);
    connection.closeSync();
    instance.closeSync();
  });
});
