import { describe, expect, test } from 'vitest';
import { opened } from './text-file.js';

async function delimitersOf(text: string): Promise<readonly (string | undefined)[]> {
  return (await opened(text)).tables[0]!.layouts.map(({ delimiter }) => delimiter);
}

describe('the delimiter that cuts most consistently comes first', () => {
  test.each<[string, string, string]>([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['tab, with commas in the amounts', 'a\tb\n1\t1,234.00\n2\t5.00\n', '\t'],
    ['bar, with commas in the amounts', 'a|b\n1|1,234.00\n2|5.00\n', '|'],
    ['bar-plus-bar, not bar', 'a|+|b\n1|+|2\n', '|+|'],
    ['semicolon', 'a;b\n1;2,5\n', ';'],
    ['caret', 'a^b\n1^2\n', '^'],
    ['control character', 'a\x01b\n1\x012\n', '\x01'],
    ['more columns on a tie', 'a|b,c,d\n1|2,3,4\n', ','],
    ['below a preamble of other separators', '卡号;甲;乙\n期间;丙\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n', ','],
  ])('%s', async (_name, text, delimiter) => {
    expect((await delimitersOf(text))[0]).toBe(delimiter);
  });

  test('delimiters inside quotes do not count', async () => {
    expect(await delimitersOf('"a;b",c\n"1;2",3\n')).toEqual([',']);
  });

  test('lines inside a quoted cell do not count', async () => {
    expect((await delimitersOf('a,"b\n;\n;\n;"\n1,2\n'))[0]).toBe(',');
  });

  test.each(['', 'title only\n', '\n\n'])('a text without columns is cut at commas (%j)', async (text) => {
    expect(await delimitersOf(text)).toEqual([',']);
  });
});
