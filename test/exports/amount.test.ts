import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, isEmptyCell, readFen } from '../../src/exports/amount.js';
import { fenOf, formatYuan, plainYuan } from '../../src/model/fen.js';

describe('an amount is read to the 分', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['0.00', 0],
    ['-0.00', 0],
    ['+0.01', 1],
    ['1', 100],
    ['12.5', 1250],
    ['12.50', 1250],
    ['12.500', 1250],
    ['12.50000000', 1250],
    ['0012.50', 1250],
    ['1234.56', 123456],
    ['1,234.56', 123456],
    ['1,234,567.89', 123456789],
    ['1,234', 123400],
    ['+10000.00', 1000000],
    ['-1,000.00', -100000],
    ['-1000', -100000],
    ['(1,234.56)', -123456],
    ['(0.00)', 0],
    ['（1,234.56）', -123456],
    ['1234.56-', -123456],
    ['1,234.56 -', -123456],
    ['1234.56+', 123456],
    ['￥1,234.56', 123456],
    ['¥ 1,234.56', 123456],
    ['-￥5.00', -500],
    ['￥-5.00', -500],
    ['￥(5.00)', -500],
    ['(￥5.00)', -500],
    ['CNY 1,234.56', 123456],
    ['cny1', 100],
    ['RMB1234.56', 123456],
    ['人民币1234.56元', 123456],
    ['1,234.56元', 123456],
    ['１，２３４．５６', 123456],
    ['－１２．５０', -1250],
    ['−12.50', -1250],
    ['- 12.50', -1250],
    ['1.2万', 1200000],
    ['1.2万元', 1200000],
    ['1.2亿', 12000000000],
    ['0.57亿', 5700000000],
    ['-1.234567万', -1234567],
    ['90071992547409.91', 9007199254740991],
  ])('%s is %d 分', (text, fen) => {
    expect(readFen(text, 1)).toBe(fen);
  });

  test.each<string>([
    '12.345',
    '12.501',
    '1,23,456',
    '1,2345',
    '12,34.50',
    ',123',
    '1,234,',
    '1.23E+05',
    '1e3',
    '1_000',
    '0x1F',
    '.5',
    '5.',
    '.',
    '-',
    '+',
    '',
    '--5',
    '+-5',
    '-5-',
    '(-5)',
    '-(5)',
    '(5',
    '5)',
    '1 234.56',
    '1.234.56',
    '12²',
    '①',
    '٣',
    '5%',
    'USD5',
    '¥¥5',
    '1.2345678万',
    '1.2千',
    '12元5角',
    'xx,yyyy.zz',
    '****.**',
    '#N/A',
    'NaN',
    'Infinity',
    '90071992547409.92',
    '99999999999999999999',
    '900719925474099.1',
    '1.2万亿',
  ])('“%s” is no amount', (text) => {
    expect(readFen(text, 1)).toBeUndefined();
  });

  test.each<[string, number, number | undefined]>([
    ['0.57', 1e8, 5700000000],
    ['1.2', 10000, 1200000],
    ['1,234.56', 10000, 1234560000],
    ['0.000001', 10000, 1],
    ['1.234567', 10000, 1234567],
    ['1.2345670', 10000, 1234567],
    ['1.2345671', 10000, undefined],
    ['0.0000000001', 1e8, 1],
    ['0.00000000001', 1e8, undefined],
    ['-5', 10000, -5000000],
    ['1.2万', 10000, 1200000],
    ['5元', 10000, 500],
    ['900719925474.0991', 10000, 900719925474099100],
  ])('%s in units of %d 元 shifts the decimal point of the text', (text, unit, fen) => {
    expect(readFen(text, unit)).toBe(Number.isSafeInteger(fen) ? fen : undefined);
  });

  const anyFen = fc.maxSafeInteger().map(fenOf);

  test('what is rendered reads back as the same amount', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(readFen(formatYuan(fen), 1)).toBe(fen);
        expect(readFen(plainYuan(fen), 1)).toBe(fen);
      }),
    );
  });

  test('brackets, a trailing minus and full-width characters say the same as a leading minus', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map(fenOf), (fen) => {
        const text = formatYuan(fen);
        const wide = text.replace(/[!-~]/g, (plain) => String.fromCharCode(plain.charCodeAt(0) + 0xfee0));
        for (const negative of [`-${text}`, `(${text})`, `${text}-`, `￥-${text}`, `－${wide}`]) {
          expect(readFen(negative, 1)).toBe(-fen);
        }
      }),
    );
  });

  test('an amount written in 万元 or 亿元 is the amount in 元', () => {
    fc.assert(
      fc.property(anyFen, fc.constantFrom(4, 8), (fen, places) => {
        const sign = fen < 0 ? '-' : '';
        const all = String(Math.abs(fen)).padStart(places + 3, '0');
        const text = `${sign}${all.slice(0, -(places + 2))}.${all.slice(-(places + 2))}`;
        expect(readFen(text, 10 ** places)).toBe(fen);
      }),
    );
  });

  test('any text is an exact safe integer or unreadable, and never an exception', () => {
    const piece = fc.constantFrom(...'0123456789,.+-()¥￥万亿元 eE，．（）－'.split(''));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.constantFrom(1, 10000, 1e8), (pieces, unit) => {
        const fen = readFen(pieces.join(''), unit);
        expect(fen === undefined || (Number.isSafeInteger(fen) && !Object.is(fen, -0))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('a plus in front, which takes the long way, changes no reading', () => {
    const piece = fc.constantFrom(...'0123456789'.split(''), ',', ',', '.', '000', '123');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(1, 10000, 1e8), (pieces, unit) => {
        const text = pieces.join('');
        expect(readFen(`+${text}`, unit)).toBe(readFen(text, unit));
      }),
      { numRuns: 5000 },
    );
  });

  test('a long run of blanks or digits takes no time', () => {
    const start = performance.now();
    for (const text of [`-${' '.repeat(1e6)}5`, '1'.repeat(1e6), '1,111'.repeat(1e5)]) {
      expect(readFen(text, 1)).toBeUndefined();
    }
    cleanText(`x${' '.repeat(1e6)}y\t`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('a cell means its text without wrapping', () => {
  test.each([
    ['abc', 'abc'],
    ['  abc\t ', 'abc'],
    ['\u3000交易 日期\u3000', '交易 日期'],
    ['\ufeff客户号', '客户号'],
    ['\u200b0622\u200d', '0622'],
    ['="0622"', '0622'],
    ['="0622"\t', '0622'],
    [' "x"', 'x'],
    ['"x "', 'x'],
    ['"a ""b"" c"', 'a "b" c'],
    ["'0622", '0622'],
    ["'0622'", '0622'],
    ["'abc", "'abc"],
    ['"a" and "b"', '"a" and "b"'],
    ['=A1', '=A1'],
    ['=', '='],
    ['"', '"'],
    ['', ''],
    [' \t\r\n', ''],
    ['0622 \u0000', '0622 \u0000'],
  ])('%j becomes %j', (raw, text) => {
    expect(cleanText(raw)).toBe(text);
  });

  test('cleaning cleaned text changes nothing, unless another wrapping lay inside', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/["'=]/.test(text)),
        (text) => {
          expect(cleanText(cleanText(text))).toBe(cleanText(text));
          expect(cleanText(`="${cleanText(text)}"`)).toBe(cleanText(text));
        },
      ),
    );
  });

  test.each([
    '',
    '-',
    '--',
    '-----',
    '-------------------',
    '—',
    '——',
    '–',
    '－',
    '−',
    '/',
    '／',
    '无',
    'NULL',
    'null',
    'Null',
    '(null)',
    '\\N',
    'N/A',
    'n/a',
  ])('“%s” is an empty cell', (text) => {
    expect(isEmptyCell(text)).toBe(true);
  });

  test.each(['0', '0.00', '无锡', '无卡支付', '-5', '- -', '//', '#N/A', 'NA', 'None', 'N', '\\', '是', '否', '*'])(
    '“%s” is not an empty cell',
    (text) => {
      expect(isEmptyCell(text)).toBe(false);
    },
  );
});
