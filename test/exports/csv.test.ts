import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refused, rowsOf } from './text-file.js';

describe('cells arrive as they are written', () => {
  test.each<[string, readonly string[]]>([
    ['="0622",b', ['="0622"', 'b']],
    [' "x",b', [' "x"', 'b']],
    ['5"显示器,b', ['5"显示器', 'b']],
    ['"x" ,b', ['"x" ', 'b']],
    ['"1,234.56"\t,b', ['"1,234.56"\t', 'b']],
    ['""x,b', ['""x', 'b']],
    ['"a""b",c', ['a"b', 'c']],
    ['"",b', ['', 'b']],
    ['  a\t,\u3000b', ['  a\t', '\u3000b']],
    ['a,b,', ['a', 'b', '']],
    ['\\"a,b', ['\\"a', 'b']],
  ])('%j', async (text, cells) => {
    expect(await rowsOf(text, { delimiter: ',' })).toEqual([{ line: 1, cells }]);
    expect(await rowsOf(`${text}\n`, { delimiter: ',', chunkBytes: 1 })).toEqual([{ line: 1, cells }]);
  });

  test('records may be shorter and longer than the first', async () => {
    const rows = await rowsOf('a,b\n1\n1,2,3\n');
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 1, 3]);
  });

  test.each([
    ['a,b\n1,2', [1, 2]],
    ['a,b\n1,2\n', [1, 2]],
    ['a,b\n\n1,2\n\n\n', [1, 2, 3, 4, 5]],
    ['\n\na,b', [1, 2, 3]],
    ['a,b\n \n', [1, 2]],
    ['a,b\n""', [1, 2]],
  ])('every physical line of %j is accounted for', async (text, lines) => {
    expect((await rowsOf(text, { delimiter: ',' })).map(({ line }) => line)).toEqual(lines);
  });

  test.each(['|+|', '|', ';', '^', '\t', '\x01'])('the delimiter %j cuts', async (delimiter) => {
    const text = [`a${delimiter}b`, `"x${delimiter}y"${delimiter}z`].join('\n');
    expect((await rowsOf(text, { chunkBytes: 1 })).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      [`x${delimiter}y`, 'z'],
    ]);
  });
});

describe('a quote that is not closed refuses the file at the line where its record began', () => {
  test.each<[string, string, number]>([
    ['at the end of the file', 'a,b\n1,2\n3,"x\n4,5\n', 3],
    ['after cells with line breaks', 'a,b\n1,"2\r\n2\n2"\n3,"x\n4,5\n', 5],
    ['closed by the next quote, which stands before text', 'a,b\n1,2\n3,"x\n4,5\n6,"y"z\n7,8\n', 3],
    ['closed by the opening quote of the next quoted cell', 'a,b\n1,"x\n4,"y"\n7,8\n9,"k",3\n', 2],
    ['swallowing more than 1 MB', `a,b\n1,"x\n${'1,2\n'.repeat(300_000)}`, 2],
  ])('%s', async (_name, text, line) => {
    for (const chunkBytes of [4096, 65_536]) {
      expect(await refused(text, { delimiter: ',', chunkBytes })).toMatchObject({
        code: 'unclosed-quote',
        severity: 'error',
        file: 'export.csv',
        line,
      });
    }
  });

  test('the line is that of the file, also when reading begins below', async () => {
    expect(await refused('t\n\na,b\n1,"2\n', { fromLine: 3 })).toMatchObject({ code: 'unclosed-quote', line: 4 });
  });

  test('the message holds nothing of the cell', async () => {
    expect((await refused('a,b\n1,"赵六六\n')).message).not.toContain('赵六六');
  });

  test.each(['"""公司"" 甲\n乙"', '"""x\n""y"', '"""\n"'])(
    '%j begins with a quote of its own and is read',
    async (cell) => {
      for (const chunkBytes of [1, 4, 1000]) {
        const rows = await rowsOf(`a,b\n1,${cell}\n3,4\n`, { chunkBytes });
        expect(rows.map(({ line }) => line)).toEqual([1, 2, 4]);
      }
    },
  );
});

describe('a record of more than 1 MB refuses the file', () => {
  const mega = 1_048_576;

  test.each([
    ['bare', `a,b\n1,${'x'.repeat(2 * mega)}\n3,4\n`],
    ['quoted', `a,b\n1,"${'x'.repeat(2 * mega)}"\n3,4\n`],
    ['of many cells', `a,b\n1,${'x,'.repeat(2 * mega)}\n3,4\n`],
  ])('%s', async (_name, text) => {
    expect(await refused(text, { delimiter: ',' })).toMatchObject({ code: 'oversized-record', line: 2 });
  });

  test('a record just below is read', async () => {
    const rows = await rowsOf(`a,b\n1,${'x'.repeat(mega - 2)}\n`, { delimiter: ',' });
    expect(rows[1]?.cells[1]).toHaveLength(mega - 2);
  });
});

const cell = fc.string({ unit: fc.constantFrom('a', '客', '𠮷', '"', ',', '\n', '\r', ' ', '=', '') });

test('quoted cells come back as they were, with the lines they began on, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 20 }),
      async (records, end, chunkBytes) => {
        const texts = records.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',') + end);
        const lines = texts.map(
          (_, i) =>
            texts
              .slice(0, i)
              .join('')
              .split(/\r\n|\n|\r/).length,
        );
        const rows = await rowsOf(texts.join(''), { delimiter: ',', chunkBytes });
        expect(rows).toEqual(records.map((cells, i) => ({ line: lines[i], cells })));
      },
    ),
    { numRuns: 200, seed: 20250930 },
  );
});

test('any bytes of delimiters, quotes and line ends are read the same in pieces of any size, or refused', async () => {
  const unit = fc.constantFrom('a', '"', '""', ',', '\n', '\r', '\r\n', '客', '=');
  const outcome = async (text: string, chunkBytes: number): Promise<unknown> => {
    try {
      return await rowsOf(text, { delimiter: ',', chunkBytes });
    } catch {
      return refused(text, { delimiter: ',', chunkBytes });
    }
  };
  await fc.assert(
    fc.asyncProperty(fc.string({ unit, maxLength: 40 }), fc.integer({ min: 1, max: 9 }), async (text, chunkBytes) => {
      expect(await outcome(text, chunkBytes)).toEqual(await outcome(text, 4096));
    }),
    { numRuns: 300, seed: 20250930 },
  );
});
