import { beforeAll, describe, expect, test } from 'vitest';
import { filledCells, sheetNamed, type WrittenBook, type WrittenSheet } from '../outside/written-book.js';
import { demoLedger } from './demo-ledgers.js';

// The sheets of the demo branch's workbook that are no plain list, against DOMAIN.md §4.8, §4.9 and §8.

let book: WrittenBook;

beforeAll(async () => {
  book = await demoLedger(60);
}, 120_000);

function sheetOf(name: string): WrittenSheet {
  return sheetNamed(book, name);
}

function texts(sheet: WrittenSheet): readonly string[] {
  return filledCells(sheet).map(({ value }) => String(value));
}

/** Headers of every row that has any, merged ones once. */
function headerRows(name: string): readonly string[] {
  const rows = new Map<number, string[]>();
  for (const { row, value, style } of filledCells(sheetOf(name)))
    if (style.fill === '2F5496') rows.set(row, [...(rows.get(row) ?? []), String(value)]);
  return [...rows.values()].map((headers) => headers.join(' '));
}

describe('sheets beside the lists, as written', () => {
  test('转介统计 has the figures and blocks of §4.8', () => {
    const figures = filledCells(sheetOf('转介统计')).flatMap(({ at, row, value }) =>
      at.startsWith('A') && row > 4 && row < 18 ? [value] : [],
    );
    expect(figures.join(' ')).toBe(
      '登记数 接收数 首访数 成交数 原始成功率 成熟样本数 成熟成功率 KM 90日成功率 在途数 72小时达标率 反馈率 3个月复购率 资产比(引荐人)',
    );
    expect(headerRows('转介统计')[0]).toBe('指标 笔数 n 比率 金额(万元) 说明');
    const found = texts(sheetOf('转介统计'));
    for (const block of ['按转介人', '按岗位', '方向矩阵', '按意向产品', '按登记月', '应转未转'])
      expect(
        found.some((text) => text.startsWith(block)),
        block,
      ).toBe(true);
    expect(headerRows('转介统计')).toContain('登记月 登记 30天 60天 90天');
    expect(found).toContain('样本少');
    expect(found).toContain('未满');
  });

  test('RFM汇总 has the columns of §4.9.2', () => {
    expect(headerRows('RFM汇总')).toEqual(['类别 层级 户数 占比 AUM AUM占比 户均AUM 户均F 户均M 平均R']);
    expect(texts(sheetOf('RFM汇总')).filter((text) => /^(四类|其他)$/.test(text))).toHaveLength(8);
  });

  test('睡眠客户唤醒台账 begins with the table of the CRM', () => {
    expect(headerRows('睡眠客户唤醒台账')[0]).toBe('数据日期 统计对象 客户数 已接触客户 接触率 已唤醒客户 唤醒率');
  });

  test('到期承接台账 begins with its rates', () => {
    expect(headerRows('到期承接台账')[0]).toBe(
      '管户员工 到期客户数 到期笔数 到期金额(元) 承接金额(元) 承接客户数 客户承接率 资产承接率 资产留存率',
    );
  });

  test('目录 leads to every sheet', () => {
    const links = [...sheetOf('目录').cells.values()].filter(({ formula }) => formula?.includes('HYPERLINK'));
    const shown = book.sheets.filter(({ state, name }) => state === 'visible' && name !== '目录');
    expect(links).toHaveLength(shown.length);
    const listed = texts(sheetOf('目录'));
    for (const { name } of shown) expect(listed).toContain(name);
    expect(headerRows('目录')).toEqual(['序号 工作表 内容 行数 打开', '指标 数值', '文件 类别 读入行 采用行']);
  });

  test('勾稽 compares with live formulas, and all agree', () => {
    const sheet = sheetOf('勾稽');
    expect(headerRows('勾稽')[0]).toBe('编号 内容 左值 右值 差额 容差 结果 说明');
    const results = filledCells(sheet).filter(({ value }) => value === '✔' || value === '✘' || value === '—');
    expect(results.filter(({ value }) => value === '✘')).toEqual([]);
    expect(results.filter(({ formula }) => formula === null)).toEqual([]);
    const lefts = filledCells(sheet).filter(({ at, row }) => at.startsWith('C') && row > 3);
    expect(lefts.filter(({ formula }) => formula !== null).length).toBeGreaterThan(50);
    expect(sheet.conditions.map(({ formula }) => formula.slice(-2)).sort()).toEqual([
      '—"',
      '—"',
      '✔"',
      '✔"',
      '✘"',
      '✘"',
    ]);
  });

  test('口径与数据质量 says dates, rules, files and problems', () => {
    const found = texts(sheetOf('口径与数据质量'));
    for (const block of ['基本情况', '文件与行数', '合计行核对', '交易类别', '规则', '问题与警告'])
      expect(found, block).toContain(block);
  });
});
