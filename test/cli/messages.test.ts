import { expect, test } from 'vitest';
import { problemLines, say } from '../../src/cli/messages.js';
import type { Problem } from '../../src/model/problem.js';

const problem: Problem = { severity: 'warning', code: 'foreign-currency', file: '', message: '说明' };

test('a problem is told with its place, and without any where all files are meant', () => {
  const placed: Problem = { ...problem, severity: 'error', file: 'a.csv', sheet: '明细', line: 17, column: '金额' };
  expect(problemLines([problem, placed])).toEqual(['错误 a.csv:明细:17:金额: 说明', '提示 说明']);
});

test('of each severity twenty are listed and the rest is counted', () => {
  const lines = problemLines(Array.from({ length: 23 }, () => problem));
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('提示 另有 3 条');
});

test('what a terminal would obey is not passed on', () => {
  const written: string[] = [];
  const stderr = { write: (text: string) => written.push(text) } as unknown as NodeJS.WritableStream;
  say({ stderr } as Parameters<typeof say>[0], ['a\u001b[31m.csv: 第一行\n第二行\u009b1m']);
  expect(written).toEqual(['a�[31m.csv: 第一行\n第二行�1m\n']);
});
