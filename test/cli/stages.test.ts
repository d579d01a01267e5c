import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { progressOn } from '../../src/cli/progress.js';
import { stageLine, stagesOn } from '../../src/cli/stages.js';
import { terminal } from './terminal.js';

const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');
const stageOf = (line: string) => /^用时 (\S+) /.exec(line)?.[1] ?? [];

describe('stages', () => {
  test.each([
    [0, undefined, '用时 分析 0.0 秒'],
    [49, undefined, '用时 分析 0.0 秒'],
    [50, undefined, '用时 分析 0.1 秒'],
    [61_049, undefined, '用时 分析 61.0 秒'],
    [2000, 5000, '用时 分析 2.0 秒，5000 行，每秒 2500 行'],
    [0, 0, '用时 分析 0.0 秒，0 行，每秒 0 行'],
  ])('%d ms with %s rows', (ms, rows, line) => {
    expect(stageLine('分析', ms, rows)).toBe(line);
  });

  test('pass on the result and what is thrown, of which no time is told', async () => {
    const { shell, written } = terminal('.', 100);
    const stages = stagesOn(shell, true, progressOn(shell, false));
    expect(await stages.time('分析', () => 7)).toBe(7);
    await expect(stages.time('写出', () => Promise.reject(new RangeError('full')))).rejects.toThrow('full');
    expect(written).toEqual(['用时 分析 0.1 秒\n']);
  });

  test('notes are for --verbose alone', () => {
    const { shell, written } = terminal();
    stagesOn(shell, false, progressOn(shell, false)).note('甲');
    stagesOn(shell, true, progressOn(shell, false)).note('乙');
    expect(written).toEqual(['乙\n']);
  });
});

describe('--verbose', () => {
  test.each([
    [['segment'], ['识别文件', '读客户信息', '读账户', '读资产快照', '读交易明细', '分析', '写出']],
    [
      ['explain', '800001'],
      ['识别文件', '读客户信息', '读账户', '读资产快照', '读交易明细', '分析'],
    ],
  ])('%s tells every stage in its order', async (words, stages) => {
    const { shell, written } = terminal(cases, 10, false);
    await main([...words, 'dormant/导出', '--as-of', '2025-09-30', '--quiet', '--verbose'], shell);
    expect([...new Set(written.flatMap(stageOf))]).toEqual(stages);
  });

  test('tells the rows of the transactions, and nothing without it', async () => {
    const { shell, written } = terminal(cases, 10, false);
    await main(['segment', 'dormant/导出', '--as-of', '2025-09-30', '--verbose'], shell);
    expect(written.some((line) => /^用时 读交易明细 \d+\.\d 秒，[1-9]\d* 行，每秒 \d+ 行\n$/.test(line))).toBe(true);
    expect(written).toContain('引擎 stream：交易明细不到 20 MB\n');
    const plain = terminal(cases, 10, false);
    await main(['segment', 'dormant/导出', '--as-of', '2025-09-30'], plain.shell);
    expect(written.filter((line) => !/^(?:用时|引擎)/.test(line))).toEqual(plain.written);
  });

  test.each([
    [['segment', '--engine', 'stream'], '引擎 stream：--engine 指定'],
    [['segment', '--engine', 'duckdb'], '引擎 duckdb'],
    [['check'], '引擎 stream：要逐笔检查，或有合并的客户号'],
  ])('%o says %s', async ([command = '', ...options], sentence) => {
    const { shell, written } = terminal(cases, 10, false);
    await main([command, 'dormant/导出', '--as-of', '2025-09-30', '--verbose', ...options], shell);
    expect(written).toContain(`${sentence}\n`);
  });
});
