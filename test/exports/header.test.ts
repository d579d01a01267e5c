import { expect, test } from 'vitest';
import { headings, normaliseHeader } from '../../src/exports/header.js';
import { similarity, suggestHeader } from '../../src/exports/suggestion.js';
import { memoryTable, table } from './memory.js';

test.each([
  ['客户号', '客户号', undefined],
  [' 日 志 号 ', '日志号', undefined],
  ['*客户号：', '客户号', undefined],
  ['交易\n日期', '交易日期', undefined],
  ['客户　号\t', '客户号', undefined],
  ['\ufeff客户号', '客户号', undefined],
  ['余额（元）', '余额', 1],
  ['余额(万元)', '余额', 10_000],
  ['余额【亿元】', '余额', 100_000_000],
  ['余额（人民币元）', '余额', 1],
  ['余额（单位：万元）', '余额', 10_000],
  ['交易金额(收入)', '交易金额(收入)', undefined],
  ['交易金额（收入）（元）', '交易金额(收入)', 1],
  ['余额（万元）(时点)', '余额(时点)', 10_000],
  ['金额(USD)', '金额(USD)', undefined],
  ['余额（千元）', '余额(千元)', undefined],
  ['交易日期[ Transaction Date ]', '交易日期', undefined],
  ['收入/支出', '收入/支出', undefined],
  ['ＡＵＭ余额', 'AUM余额', undefined],
  ['aum', 'AUM', undefined],
])('the header %j is compared as %j with unit %j', (text, name, unit) => {
  expect(normaliseHeader(text)).toEqual(unit === undefined ? { name } : { name, unit });
});

test('a leaf goes by its group with brackets, its group without, and itself, in this order', () => {
  const head = memoryTable(table('交易日期,交易金额,,摘要', ',收入,支出,')).head({});
  const pair = headings(head, 30).find((heading) => heading.rows.length === 2);
  expect(pair?.columns.map((column) => [column.index, column.header, column.names])).toEqual([
    [0, '交易日期', ['交易日期']],
    [1, '交易金额-收入', ['交易金额(收入)', '交易金额收入', '收入']],
    [2, '交易金额-支出', ['交易金额(支出)', '交易金额支出', '支出']],
    [3, '摘要', ['摘要']],
  ]);
});

test('a leaf has the unit of its group unless it states its own', () => {
  const head = memoryTable(table('余额（万元）,,', '活期,定期（元）,合计')).head({});
  const pair = headings(head, 30).find((heading) => heading.rows.length === 2);
  expect(pair?.columns.map((column) => [column.unit, column.unitsDiffer])).toEqual([
    [10_000, false],
    [1, true],
    [10_000, false],
  ]);
});

test('a row with dates or long numbers is no part of a two-row header', () => {
  const head = memoryTable(table('客户号,余额', 'C01,2025-01-01')).head({});
  expect(headings(head, 30).filter((heading) => heading.rows.length === 2)).toEqual([]);
});

test.each([
  ['客户代号', ['客户号', '客户编号'], '客户代号'],
  ['客户號', ['客户号'], '客户號'],
  ['网点', ['客户号'], undefined],
  ['622202', ['客户号'], undefined],
  ['客户号1', ['客户号'], undefined],
])('of the candidate %j for %j is suggested %j', (candidate, accepted, meant) => {
  expect(suggestHeader(accepted, ['柜员', candidate])).toBe(meant);
});

test('similarity is 1 for equal texts and 0 for texts without a common character', () => {
  expect([similarity('客户号', '客户号'), similarity('余额', '日期'), similarity('', '')]).toEqual([1, 0, 1]);
});
