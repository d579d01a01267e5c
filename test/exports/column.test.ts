import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CellFault, type Column, newColumnState, readCell } from '../../src/exports/column.js';
import type { Field } from '../../src/exports/export.js';
import { fenField, idField, ownIdField, personal } from '../../src/exports/field.js';
import { readDigits, readOwnDigits } from '../../src/exports/identifier.js';

const newColumn = (field: Field<unknown>, unit: number): Column => ({
  ...{ name: 'any', key: 'any', field, index: 0, header: field.headers[0] ?? '', unit },
  ...{ isUnitAssumed: false, isJoinKey: field.kind === 'id', isEssential: true, seen: newColumnState() },
});

/** What becomes of the cell in a column that has seen nothing yet. */
function readAlone(field: Field<unknown>, unit: number, cell: string) {
  const faults: CellFault[] = [];
  const value = readCell(newColumn(field, unit), cell, 2, (_, fault) => faults.push(fault));
  return { value, faults };
}

function withoutPlainReading({ readPlain: _, ...field }: Field<unknown>): Field<unknown> {
  return field;
}

const wholeCells = [
  ...['', '-', '--', '/', '无', 'NULL', '(null)', '\\N', 'N/A', '#N/A', '#REF!', '99991231', '00000000', '="0622"'],
  ...['"1"', "'0622", '6222****1234', '＊＊12', '6.22202E+18', '622202123456789.0', '6222021234567890.0', '\ufffd'],
  ...['90071992547409.91', '90071992547409.92', '999999999999999', '1000000000000000', '-0', '-0.00', '1.2万', '1元'],
];

const pieces = [
  ...[
    '0',
    '1',
    '9',
    '00',
    '123',
    '000',
    '4567',
    '-',
    '+',
    ',',
    '.',
    ' ',
    '\t',
    '\u00a0',
    '\u3000',
    '\u200b',
    '０',
    '９',
  ],
  ...[
    '－',
    '，',
    '．',
    '*',
    '＊',
    'E',
    'e+',
    '(',
    ')',
    '¥',
    '万',
    '元',
    '/',
    '无',
    'NULL',
    '"',
    "'",
    '=',
    '#',
    'X',
    '张',
  ],
];

const grouped = fc.stringMatching(/^-?\d{1,4}(,\d{2,4}){0,4}(\.\d{0,5})?$/);
const long = fc.stringMatching(/^-?\d{10,80}(\.\d{0,3})?$/);
const mixed = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
const cells = fc.oneof(fc.constantFrom(...wholeCells), grouped, long, mixed);

test.each<[string, Field<unknown>, number]>([
  ['of ids', idField('客户号'), 1],
  ['of account numbers', ownIdField('账号', '', personal), 1],
  ['of amounts in 元', fenField('余额'), 1],
  ['of amounts in 万元', fenField('余额'), 10_000],
])('the short way through plain cells %s leads where the long one does', (_, field, unit) => {
  expect(field.readPlain).toBeDefined();
  const full = withoutPlainReading(field);
  fc.assert(
    fc.property(cells, (cell) => {
      expect(readAlone(field, unit, cell)).toEqual(readAlone(full, unit, cell));
    }),
    { numRuns: 2000, examples: wholeCells.map((cell) => [cell]) },
  );
});

test.each([
  ['of ids', idField('客户号'), '0622', '0622'],
  ['of account numbers', ownIdField('账号'), '6222021234567890123', '6222021234567890123'],
  ['of amounts', fenField('余额'), '-1,234.5', -123450],
] as const)('plain cells %s are read the short way', (_, field, cell, value) => {
  expect(field.readPlain?.(cell, 1)).toBe(value);
});

test('digits in memory of their own are the digits of any length, and nothing else passes for them', () => {
  for (let length = 0; length <= 80; length += 1) {
    const digits = '1234567890'.repeat(8).slice(0, length);
    expect(readOwnDigits(digits)).toBe(readDigits(digits));
    for (const odd of ['/', ':', ' ', '０', '\u0131']) {
      for (const text of [odd + digits, digits + odd]) expect(readOwnDigits(text)).toBe(readDigits(text));
    }
  }
});
