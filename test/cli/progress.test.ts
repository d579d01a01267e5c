import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { progressOn } from '../../src/cli/progress.js';
import { displayWidth } from '../../src/render/width.js';
import { terminal } from './terminal.js';

const erase = '\r\u001b[K';
const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');

/** A run whose every look at the clock takes two seconds, so that each piece read is worth a line. */
async function segment(options: readonly string[], isMessageTerminal = true) {
  const { shell, written } = terminal(cases, 2000, isMessageTerminal);
  const code = await main(['segment', 'dormant/导出', '--as-of', '2025-09-30', ...options], shell);
  return { code, written };
}

describe('the line', () => {
  test.each([
    [1_500_000, 3_000_000, 0, '2/3 MB（50%），约剩 2 秒'],
    [300_000, 900_000, 1_234_567, '300/900 KB（33%），1,234,567 行，约剩 4 秒'],
    [1_000_000, 1_250_000_000, 5, '1/1,250 MB（0%），5 行，约剩 41 分 38 秒'],
    [2_999_999, 3_000_000, 5, '3/3 MB（99%），5 行，约剩 1 秒'],
    [3_000_000, 3_000_000, 5, '3/3 MB（100%），5 行'],
    [500, 999_999, 5, '1/1,000 KB（0%），5 行，约剩 66 分 38 秒'],
    [600_000, 1_000_000, 5, '1/1 MB（60%），5 行，约剩 2 秒'],
    [100_000, 3_050_000, 5, '0/3 MB（3%），5 行，约剩 59 秒'],
    [100_000, 3_100_000, 5, '0/3 MB（3%），5 行，约剩 1 分 0 秒'],
  ])('after %d of %d bytes and %d rows in two seconds says %s', (bytes, total, rows, figures) => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    progress.bytes('明细.csv', 1, total);
    progress.rows('明细.csv', rows);
    pass(2000);
    progress.bytes('明细.csv', bytes, total);
    expect(written).toEqual([`${erase}读取 明细.csv … ${figures}`]);
  });

  test('tells only rows where bytes are not known', () => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    pass(1000);
    progress.rows('明细.xlsx', 1000);
    expect(written).toEqual([`${erase}读取 明细.xlsx … 1,000 行`]);
  });

  test('begins anew with a file that is walked again', () => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    progress.bytes('明细.csv', 1_000_000, 2_000_000);
    progress.rows('明细.csv', 7);
    pass(5000);
    progress.bytes('明细.csv', 500_000, 2_000_000);
    expect(written).toEqual([`${erase}读取 明细.csv … 1/2 MB（25%）`]);
  });

  test('tells of each file its own figures, and times it from its own first byte', () => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    progress.bytes('一月.csv', 1_000_000, 2_000_000);
    progress.rows('一月.csv', 7);
    pass(10_000);
    progress.bytes('二月.csv', 1_000_000, 4_000_000);
    pass(2000);
    progress.bytes('二月.csv', 2_000_000, 4_000_000);
    pass(2000);
    progress.rows('三月.csv', 9);
    expect(written).toEqual([
      `${erase}读取 二月.csv … 1/4 MB（25%）`,
      `${erase}读取 二月.csv … 2/4 MB（50%），约剩 2 秒`,
      `${erase}读取 三月.csv … 9 行`,
    ]);
  });

  test('goes on where a step brings no new byte, and begins with the bytes of a file whose rows came first', () => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    progress.rows('明细.csv', 7);
    pass(500);
    progress.bytes('明细.csv', 1_000_000, 4_000_000);
    progress.rows('明细.csv', 8);
    pass(2000);
    progress.bytes('明细.csv', 1_000_000, 4_000_000);
    expect(written).toEqual([`${erase}读取 明细.csv … 1/4 MB（25%），8 行，约剩 6 秒`]);
  });

  test.each([
    [999, 500_000, false],
    [1000, 500_000, true],
    [1000, 999_999, true],
    [1000, 1_000_000, false],
  ])('%d ms into a file, at byte %d, says how long it will take: %s', (ms, bytes, isTold) => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    pass(5000);
    progress.bytes('明细.csv', 1, 1_000_000);
    pass(ms);
    progress.bytes('明细.csv', bytes, 1_000_000);
    expect(written.map((text) => text.includes('约剩'))).toEqual([false, isTold]);
  });

  test('stays away for the first second, then comes ten times a second at most', () => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    const writes: number[] = [];
    for (let ms = 0; ms < 2000; ms += 1) {
      progress.rows('明细.csv', ms);
      if (written.length > writes.length) writes.push(ms);
      pass(1);
    }
    expect(writes).toEqual([1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900]);
  });

  test.each([20, 40, 60, 79, 80, 200])('fits %d columns, and its figures outlive the name', (columns) => {
    const { shell, written, pass, resize } = terminal();
    const progress = progressOn(shell, false);
    resize(columns);
    pass(1000);
    progress.bytes('二零二五年九月末城东支行个人客户交易明细全量导出文件.csv', 700_000_000, 1_000_000_000);
    const line = (written[0] ?? '').slice(erase.length);
    expect(displayWidth(line)).toBeLessThan(columns);
    if (columns >= 60) expect(line).toContain('700/1,000 MB（70%）');
  });

  test('holds no line break that a file name brings along', () => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    pass(1000);
    progress.rows('明\n细\u001b[2J.csv', 1);
    expect(written).toEqual([`${erase}读取 明细[2J.csv … 1 行`]);
  });

  test('is taken away once, and only where it was', () => {
    const { shell, written, pass } = terminal();
    const progress = progressOn(shell, false);
    progress.clear();
    pass(1000);
    progress.rows('明细.csv', 1);
    progress.clear();
    progress.clear();
    expect(written.at(-1)).toBe(erase);
    expect(written).toHaveLength(2);
  });
});

describe('a run', () => {
  test.each(['stream', 'duckdb'])(
    'of %s shows bytes and rows on a terminal, and takes the line away before it says anything else',
    async (engine) => {
      const { code, written } = await segment(['--engine', engine]);
      expect(code).toBe(0);
      expect(written.some((text) => /（100%），[\d,]+ 行/.test(text))).toBe(true);
      let isShown = false;
      for (const text of written) {
        if (!text.startsWith(erase)) expect(isShown).toBe(false);
        isShown = text.startsWith(erase) && text !== erase;
      }
      expect(isShown).toBe(false);
    },
  );

  test.each([
    ['into a pipe', [], false],
    ['that is quiet', ['--quiet'], true],
  ])('%s shows none', async (_, options, isMessageTerminal) => {
    const { written } = await segment(options, isMessageTerminal);
    expect(written.join('')).toContain('完成');
    expect(written.join('')).not.toContain('\r');
  });

  test('that is refused leaves no line behind', async () => {
    const { shell, written } = terminal(join(cases, '..', 'errors', 'unclosed-quote'), 2000);
    expect(await main(['segment', '.', '--as-of', '2025-09-30'], shell)).toBe(3);
    const first = written.findIndex((text) => text.startsWith('错误'));
    expect(written.slice(0, first).at(-1)).toBe(erase);
  });
});
