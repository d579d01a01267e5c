// The work log as its sheets say it, and as the workbook holds it.
import { describe, expect, test } from 'vitest';
import type { FormCell, Sheet } from '../../src/ledger/sheet.js';
import { workLogSheets } from '../../src/ledger/work-log.js';
import { asOf, on, rulesWith } from '../analysis/branch.js';
import { contact, fullLog, logOf, person, sale, september } from '../analysis/worklog/branch.js';
import { formulasOf } from '../outside/written-book.js';
import { sheetXml, writtenParts } from '../render/written-parts.js';

const sheets = workLogSheets(fullLog());

function sheetNamed(name: string, all: readonly Sheet[] = sheets): Sheet {
  const found = all.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

function cellAt(sheet: Sheet, row: number, column: number): FormCell {
  const found = sheet.form?.cells.find((cell) => cell.row === row && cell.column === column);
  if (found === undefined) throw new Error(`no cell at ${row}, ${column}`);
  return found;
}

function rowTexts(sheet: Sheet, row: number): readonly unknown[] {
  return (sheet.form?.cells ?? []).filter((cell) => cell.row === row).map(({ value }) => value);
}

function keyed(sheet: Sheet, key: string): FormCell {
  const found = sheet.form?.cells.find((cell) => cell.key === key);
  if (found === undefined) throw new Error(`no cell ${key}`);
  return found;
}

const last = sheetNamed('0930');

describe('the workbook of a month', () => {
  test('has a sheet per working day, 月度汇总, and the two hidden lists', () => {
    const names = sheets.map(({ name }) => name);
    expect(names).toHaveLength(22 + 3);
    expect(names.slice(0, 6)).toEqual(['0901', '0902', '0903', '0904', '0905', '0908']);
    expect(names.slice(-4)).toEqual(['0930', '月度汇总', '_日志明细', '_客户']);
    expect(sheets.filter(({ isHidden }) => isHidden === true).map(({ name }) => name)).toEqual(['_日志明细', '_客户']);
  });

  test('says whose day it is', () => {
    expect(last.title).toBe('客户经理工作日志');
    expect(last.subtitle).toBe('机构：城东支行（0101）　姓名：周明　工号：0007　日期：2025年9月30日 星期二');
  });
});

describe('the form of a day', () => {
  test('has its five sections where they belong', () => {
    const bars = last.form?.cells.filter(({ look }) => look === 'section').map(({ row, value }) => [row, value]);
    expect(bars).toEqual([
      [3, '一、客户约访记录'],
      [18, '二、产品销售情况'],
      [29, '三、今日系统提醒：生日 1 / 到期 1 / 睡眠待联系 1 / 流失预警 未提供 / 转介首访将到期 1 / 投诉回访 1'],
      [38, '四、工作建议及感悟'],
      [43, '五、要事备忘'],
    ]);
  });

  test('has the headers of the specification', () => {
    expect(rowTexts(last, 4)).toEqual(
      '序号 时间 客户号 客户姓名 资产层级 接触方式 是否预约 事由 沟通内容摘要 结果 意向产品/金额 下次跟进日'.split(' '),
    );
    expect(rowTexts(last, 19)).toEqual('产品类别 本日笔数 本日金额(万元) 本月累计 季度累计 季度目标 完成率'.split(' '));
    expect(rowTexts(last, 44)).toEqual(['事项', '时间', '完成']);
  });

  test('fits its cells without two in one place', () => {
    const taken = (last.form?.cells ?? []).flatMap(({ row, column, rows = 1, columns = 1 }) =>
      Array.from(
        { length: rows * columns },
        (_, index) => `${row + Math.floor(index / columns)},${column + (index % columns)}`,
      ),
    );
    expect(new Set(taken).size).toBe(taken.length);
  });

  test('is as wide as the specification says', () => {
    expect(last.form?.widths).toHaveLength(12);
    expect(last.form?.widths.reduce((sum, width) => sum + width, 0)).toBe(140);
  });

  test('has the follow-ups of the day filled in, customer and reason, the rest blank', () => {
    const visit = (number: number) => rowTexts(last, 4 + number);
    expect(visit(1)).toEqual([1, null, 'C01', '陈*奎', '50万以上', null, null, '产品到期', null, null, null, null]);
    expect(visit(3)).toEqual([3, null, null, '韩*梅', null, null, null, '产品推介', null, null, null, null]);
    expect(visit(4)).toEqual([4, ...Array.from({ length: 11 }, () => null)]);
    expect(visit(12)[0]).toBe(12);
  });

  test('never tells free words of a reason that may name somebody', () => {
    expect(keyed(last, 'visit2.reason').value).toBe('其他');
  });

  test('looks up names and levels by 客户号, also where nothing is filled in yet', () => {
    for (const number of [1, 2, 4, 12]) expect(keyed(last, `visit${number}.customerName`).formula).toContain('MATCH');
    expect(keyed(last, 'visit3.customerName').formula).toBeUndefined();
  });

  test.each([
    ['C01', '陈*奎', '50万以上'],
    ['c01', '陈*奎', '50万以上'],
    ['C03', '李*', '5万以下'],
    ['C99', '', ''],
    [null, '', ''],
  ])('finds %s, typed in capitals or not, as %s of level %s', (typed, name, level) => {
    const read = (key: string) => (key === 'visit1.customerId' ? typed : null);
    expect(keyed(last, 'visit1.customerName').result?.(read)).toBe(name);
    expect(keyed(last, 'visit1.level').result?.(read)).toBe(level);
  });

  test('counts the visits that were typed, and those face to face', () => {
    const cells = new Map<string, string>([
      ['visit1.customerId', 'C01'],
      ['visit1.method', '面访'],
      ['visit2.customerName', '韩梅梅'],
      ['visit2.method', '电话'],
      ['visit3.method', '面访'],
    ]);
    expect(keyed(last, 'visits').result?.((key) => cells.get(key) ?? null)).toBe('今日约访 2 户，面访 2 户');
  });

  test('says 未提供 of a listed customer whose level nobody knows', () => {
    const contacts = [contact('2025-09-01', { nextContactOn: on('2025-09-30') })];
    const [day] = workLogSheets(logOf({ contacts })).filter(({ name }) => name === '0930');
    expect(day?.form?.cells.find(({ key }) => key === 'visit1.level')?.value).toBe('未提供');
  });

  test('offers dropdowns, closed where there are only two answers', () => {
    expect(keyed(last, 'visit1.method').list).toEqual({ name: '接触方式' });
    expect(keyed(last, 'visit1.reason').list).toEqual({ name: '接触事由' });
    expect(keyed(last, 'visit1.isBooked').list).toEqual({ name: '是否', closed: true });
    expect(keyed(last, 'task1.isDone').list).toEqual({ name: '是否', closed: true });
  });

  test('counts the customers of the day by a formula', () => {
    expect(keyed(last, 'visits')).toMatchObject({ row: 17, value: '今日约访 3 户，面访 0 户' });
  });

  test('has sales so far and the share of the target', () => {
    expect(rowTexts(last, 20)).toEqual([
      '储蓄存款净增',
      null,
      38_234_567,
      41_234_567,
      53_234_567,
      100_000_000,
      0.53234567,
    ]);
    expect(rowTexts(last, 21)).toEqual(['理财', 1, 12_345_678, 22_345_678, 27_345_678, 50_000_000, 0.54691356]);
    expect(rowTexts(last, 28)).toEqual(['成功转介', 0, 0, 1, 1, 4, 0.25]);
  });

  test('says 未提供 in totals that no export tells, and leaves the day to be typed', () => {
    expect(rowTexts(last, 22)).toEqual(['基金', null, null, '未提供', '未提供', '未提供', null]);
    expect(cellAt(last, 22, 3).input).toBe(true);
  });

  test('leaves the figures of days to come empty', () => {
    const october = logOf({
      month: { label: '2025-10', from: on('2025-10-01'), through: on('2025-10-31') },
      wealthSales: [sale('2025-09-30', 1)],
    });
    expect(rowTexts(sheetNamed('1001', workLogSheets(october)), 21)).toEqual([
      '理财',
      null,
      null,
      null,
      null,
      '未提供',
      null,
    ]);
  });

  test('lists reminders, the pressing ones first, without a phone', () => {
    expect(rowTexts(last, 30)).toEqual(['投诉回访　9月30日　C01 陈*奎　投诉办结后第 3 日回访']);
    expect(rowTexts(last, 33)).toEqual(['生日　10月2日　C01 陈*奎']);
    expect(rowTexts(last, 34)).toEqual(['睡眠待联系　最近交易 2025-03-01　C03 李*　已休眠 213 天']);
  });

  test('says when there is nothing to remind of', () => {
    expect(rowTexts(sheetNamed('0901', workLogSheets(logOf({}))), 30)).toEqual(['今日无提醒']);
  });

  test('says how many follow-ups have no row', () => {
    const contacts = Array.from({ length: 14 }, (_, index) =>
      contact('2025-09-01', { custNo: `C${String(index).padStart(2, '0')}`, nextContactOn: on('2025-09-02') }),
    );
    const [note] = sheetNamed('0902', workLogSheets(logOf({ contacts }))).notes;
    expect(note).toBe('另有 2 户今日应跟进，表内行数已满');
  });
});

describe('the written workbook', () => {
  test('leaves exactly the cells of staff unlocked and prints a day on one page', async () => {
    const xml = sheetXml(await writtenParts(sheets), 22);
    expect(xml).toContain('fitToHeight="1"');
    expect(xml).toContain('<sheetProtection');
    expect(xml).toContain('orientation="portrait"');
  });

  test('reads the entries of every day back by formulas', async () => {
    const formulas = formulasOf(sheetXml(await writtenParts(sheets), 24));
    expect(formulas.size).toBe(22 * 12 * 15);
    expect(formulas.get('A4')?.formula).toBe(
      `IF(OR('0901'!$C$5&'0901'!$D$5="",'0901'!$B$5&'0901'!$F$5&'0901'!$I$5&'0901'!$J$5=""),"",DATE(2025,9,1))`,
    );
    expect(formulas.get('F4')?.formula).toBe(`IF($A$4="","",'0901'!$C$5&"")`);
  });

  test('shows no full name under manager, and full names in the own book of an employee', async () => {
    const all = (parts: Readonly<Record<string, string>>) => Object.values(parts).join('');
    const masked = await writtenParts(sheets);
    expect(all(masked.parts)).not.toMatch(/陈思奎|欧阳小华|韩梅梅|王芳/);
    const rules = rulesWith({ privacy: { profile: 'owner' } });
    expect(all((await writtenParts(workLogSheets(fullLog({ rules })))).parts)).toContain('陈思奎');
  });
});

test('月度汇总 adds up the days and says what G16 asks', () => {
  const summary = sheetNamed('月度汇总');
  expect(cellAt(summary, 3 + 22, 3)).toMatchObject({ value: 3 });
  expect(rowTexts(summary, 3 + 23).slice(0, 6)).toEqual(['合计', 3, 0, 3, 38_234_567, 22_345_678]);
  expect(rowTexts(summary, 3 + 24).slice(0, 4)).toEqual(['日均（有记录的日）', 3, null, 1]);
  expect(rowTexts(summary, 3 + 25).slice(0, 4)).toEqual(['最多一日', 3, 0, 1]);
  expect(summary.notes[0]).toBe(
    '联系记录（含周末）：有联系的 3 天，日均联系 1.0 户，最多一日 1 户，次均时长 20.0 分钟',
  );
});

test('two runs say the same, whatever the order of the records', () => {
  const customers = [person('C02'), person('C01')];
  const one = workLogSheets(logOf({ customers, month: september }));
  const two = workLogSheets(logOf({ customers: [...customers].reverse(), month: september }));
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  expect(asOf).toBe('2025-09-30');
});
