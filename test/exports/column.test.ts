import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellFault, type Column, newColumnState, readCell } from '../../src/exports/column.js';
import type { Field } from '../../src/exports/export.js';
import {
  codeField,
  dayField,
  decimalField,
  fenField,
  idField,
  momentField,
  ownIdField,
  personal,
  textField,
  timeField,
} from '../../src/exports/field.js';
import { readDigits, readOwnDigits } from '../../src/exports/identifier.js';
import type { Cell } from '../../src/exports/table.js';

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

/** '9' is a code that the bank uses and nobody knows: no fault, and no value. */
const answerField = codeField(
  '约转标志',
  '',
  (text) => (text === '9' ? null : ({ 是: true, 否: false } as Record<string, boolean>)[text]),
  '是 或 否',
);

/** What a column makes of cells that stand one below the other; '!' = a fault. */
function readDown(field: Field<unknown>, unit: number, downwards: readonly Cell[]) {
  const column = newColumn(field, unit);
  return downwards.map((cell, at) => {
    let isFault = false;
    const value = readCell(column, cell, at + 2, () => {
      isFault = true;
    });
    return isFault ? '!' : value;
  });
}

describe('what a column remembers', () => {
  const filled = (field: Field<unknown>, cells: readonly string[]) => {
    const column = newColumn(field, 1);
    for (const [at, cell] of cells.entries()) readCell(column, cell, at + 2, () => {});
    return column.seen;
  };
  const codes = (count: number) => Array.from({ length: count }, (_, at) => `码${at}`);
  const anyCode = codeField('币种', '', (text) => text, '币种');

  test.each([
    ['the cells of codes', anyCode, ['人民币', ' 美元', '人民币'], ['人民币', ' 美元']],
    ['and of days', dayField('日期'), ['2025-09-30', '20250930'], ['2025-09-30', '20250930']],
    ['but no text', textField('备注'), ['转账', '取款'], []],
    ['no amount', fenField('余额'), ['1.2万'], []],
    ['nothing that is empty, unknown or unreadable', answerField, ['', '-', '9', '?', '是'], ['是']],
    ['of codes up to ten characters', anyCode, ['1234567890', '12345678901'], ['1234567890']],
    ['of days none with a time', dayField('日期'), ['2025-09-30 00:00:00'], []],
  ])('is %s', (_, field, cells, known) => {
    expect([...filled(field, cells).known.keys()]).toEqual(known);
  });

  test.each([
    [9_999, 9_999],
    [10_000, 10_000],
    [10_001, 10_000],
    [12_000, 10_000],
  ])('of %i codes is %i, and the others are read all the same', (count, known) => {
    expect(filled(anyCode, codes(count)).known.size).toBe(known);
    expect(readDown(anyCode, 1, [...codes(count), '码11999', '码11998', '码11999']).slice(-3)).toEqual([
      '码11999',
      '码11998',
      '码11999',
    ]);
  });

  test('is the last cell too, and its value is not read again', () => {
    let reads = 0;
    const read = (text: string) => {
      reads += 1;
      return `${text}${reads}`;
    };
    const counting = codeField('币种', '', read, '币种');
    const long = '一二三四五六七八九十百';
    expect(readDown(counting, 1, [long, long, long])).toEqual([`${long}1`, `${long}1`, `${long}1`]);
    expect(reads).toBe(1);
  });
});

describe('a cell says the same whatever stands above it', () => {
  test.each<[string, Field<unknown>, number, readonly Cell[], readonly unknown[]]>([
    [
      'an unknown code',
      answerField,
      1,
      ['是', '9', '9', '否', '9', '9'],
      [true, undefined, undefined, false, undefined, undefined],
    ],
    [
      'an empty cell',
      answerField,
      1,
      ['是', '', '', null, '是', '-', '-'],
      [true, undefined, undefined, undefined, true, undefined, undefined],
    ],
    ['a fault', answerField, 1, ['是', '?', '?', '是', '?'], [true, '!', '!', true, '!']],
    ['a logical value', answerField, 1, ['否', true, '是', false, '否'], [false, true, true, false, false]],
    [
      'a day',
      dayField('日期'),
      1,
      ['2025-09-30', '20250930', '2025-02-30', '2025-09-30', '2025-02-30'],
      ['2025-09-30', '2025-09-30', '!', '2025-09-30', '!'],
    ],
    ['an amount in 万元', fenField('余额'), 10_000, ['1.2', '1.2', '1.2元', '1.2'], [1200000, 1200000, 120, 1200000]],
    [
      'a masked number',
      idField('客户号'),
      1,
      ['622202', '6222**02', '6222**02', '622202'],
      ['622202', '!', '!', '622202'],
    ],
    ['a text in quotes', textField('备注'), 1, ['="0622"', '0622', '="0622"'], ['0622', '0622', '0622']],
  ])('%s', (_, field, unit, downwards, values) => {
    expect(readDown(field, unit, downwards)).toEqual(values);
  });

  test.each<[string, Field<unknown>, readonly string[]]>([
    ['of codes', answerField, ['是', ' 是', '9', '否', '?', '', '-', '#N/A', '="是"']],
    [
      'of days',
      dayField('日期'),
      ['2025-09-30', '20250930', '2025年9月30日', '2025-02-30', '99991231', '0', '', '="2025-09-30"', "'20250930"],
    ],
    ['of times', timeField('时间'), ['09:30:00', '093000', '25:00', '', '9:30']],
    ['of days with times', momentField('时间'), ['2025-09-30', '2025-09-30 09:30', '20250930093000', '']],
    ['of numbers', decimalField('份额'), ['1.25', '20%', '1,200', 'x', '-']],
    ['of amounts', fenField('余额'), ['1.25', '-1.25', '1,200', '1.2万', '(3)', 'x', '-']],
    ['of ids', idField('客户号'), ['0622', ' 0622', '="0622"', '6222****1234', '6E+18', '']],
    ['of texts', textField('备注'), ['转账', ' 转账', '="转账"', '#REF!', '\ufffd', '无']],
  ])('in a column %s', (_, field, known) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...known), { maxLength: 12 }), (downwards) => {
        const alone = downwards.map((cell) => readDown(field, 1, [cell])[0]);
        expect(readDown(field, 1, downwards)).toEqual(alone);
      }),
    );
  });
});
