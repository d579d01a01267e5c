import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');

function dormant(...options: readonly string[]) {
  return runIn(cases, ['dormant', 'dormant/导出', '--as-of', '2025-09-30', '--quiet', '-f', 'json', ...options]);
}

describe('dormant', () => {
  test('looks at the last quarter end unless told otherwise', async () => {
    const summary = async (...options: string[]) =>
      JSON.parse((await dormant(...options)).stdout).summary.wake.cohortOn;
    expect(await summary()).toBe('2025-06-30');
    expect(await summary('--cohort', '2025-09-29')).toBe('2025-09-29');
  });

  test('a window that is not over is no failed check', async () => {
    const run = await dormant('--wake-days', '120');
    expect(JSON.parse(run.stdout).summary.wake.windowComplete).toBe(false);
    expect(run.code).toBe(0);
  });

  test.each([
    ['--cohort', '2025-09-30'],
    ['--cohort', '2025-10-01'],
    ['--cohort', '上季末'],
    ['--preset', 'seed90'],
    ['--wake-days', '-1'],
  ])('%s %s is refused by name', async (option, value) => {
    const run = await dormant(option, value);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(option);
  });

  test('says last how many sleep', async () => {
    const { stderr } = await dormant();
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^完成：数据日期 2025-09-30（--as-of），睡眠客户 1 户，占比 20\.00%，退出码 0$/,
    );
  });
});
