import { expect, test } from 'vitest';
import { settleDestination } from '../../src/cli/emit.js';
import { runIn } from '../run.js';

const shell = (cwd: string) => ({ cwd }) as Parameters<typeof settleDestination>[1];

test.each([
  ['结果.json', 'json'],
  ['结果.JSON', 'json'],
  ['结果.txt', 'table'],
  ['结果.txt', 'json'],
  ['结果.dat', 'csv'],
  ['结果', 'json'],
])('%s may hold %s', async (output, format) => {
  const found = await settleDestination({ output, format }, shell(import.meta.dirname));
  expect(found.format).toBe(format);
});

test.each([
  ['结果.xlsx', 'json'],
  ['结果.csv', 'xlsx'],
  ['结果.txt', 'xlsx'],
])('%s must not hold %s', async (output, format) => {
  const run = await runIn(import.meta.dirname, ['segment', '没有', '-o', output, '-f', format]);
  expect([run.code, run.stderr]).toEqual([
    2,
    `-o ${output}：扩展名和 --format ${format} 不符，打开时会出错；请去掉 -f，或换一个扩展名\n`,
  ]);
});
