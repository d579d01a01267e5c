import { beforeAll, describe, expect, test } from 'vitest';
import { sheetNamed, type WrittenBook, type WrittenCell, type WrittenSheet } from '../outside/written-book.js';
import { demoLedger } from './demo-ledgers.js';

// 客户经理工作日志 of the demo branch as a reader other than its writer sees it, against DOMAIN.md §4.6.

let book: WrittenBook;

beforeAll(async () => {
  book = await demoLedger(60, '日志');
}, 120_000);

function sheetOf(name: string): WrittenSheet {
  return sheetNamed(book, name);
}

const today = '0930';

function cell(at: string): WrittenCell | undefined {
  return sheetOf(today).cells.get(at);
}

/** Texts of a row from A on, merged cells once. */
function row(number: number, sheet = sheetOf(today)): string {
  const cells = [...sheet.cells.values()].filter((one) => one.row === number && one.value !== null);
  return cells.map(({ value }) => String(value)).join(' ');
}

describe('工作日志 as written', () => {
  test('has a sheet for every working day of September 2025, the month, and what serves them hidden', () => {
    const days = book.sheets.filter(({ name }) => /^\d{4}$/.test(name)).map(({ name }) => name);
    expect(days.join(' ')).toBe(
      '0901 0902 0903 0904 0905 0908 0909 0910 0911 0912 0915 0916 0917 0918 0919 0922 0923 0924 0925 0926 0929 0930',
    );
    expect(book.sheets[days.length]).toMatchObject({ name: '月度汇总', state: 'visible' });
    const hidden = book.sheets.filter(({ state }) => state === 'hidden').map(({ name }) => name);
    expect(hidden).toEqual(expect.arrayContaining(['_日志明细', '_客户', '_字典']));
  });

  test('is one portrait page of twelve columns', () => {
    const sheet = sheetOf(today);
    const setup = sheet.element('pageSetup');
    for (const wanted of ['paperSize="9"', 'orientation="portrait"', 'fitToWidth="1"', 'fitToHeight="1"'])
      expect(setup).toContain(wanted);
    expect([...sheet.widths.keys()].join('')).toBe('ABCDEFGHIJKL');
    const total = [...sheet.widths.values()].reduce((sum, width) => sum + width, 0);
    expect(total).toBeGreaterThanOrEqual(136);
    expect(total).toBeLessThanOrEqual(144);
    const widths = [5, 8, 14, 9, 10, 9, 7, 11, 28, 10, 14, 11];
    expect([...sheet.widths.values()].map((width, index) => width >= (widths[index] ?? 0))).toEqual(
      widths.map(() => true),
    );
  });

  test('has its sections at their rows', () => {
    expect(row(1)).toBe('客户经理工作日志');
    expect(row(2)).toBe('机构：云栖支行（9901）　姓名：蒋晴川　工号：990101　日期：2025年9月30日 星期二');
    expect([3, 18, 29, 38, 43].map((number) => row(number).replace(/：.*/, ''))).toEqual([
      '一、客户约访记录',
      '二、产品销售情况',
      '三、今日系统提醒',
      '四、工作建议及感悟',
      '五、要事备忘',
    ]);
    expect(row(4)).toBe(
      '序号 时间 客户号 客户姓名 资产层级 接触方式 是否预约 事由 沟通内容摘要 结果 意向产品/金额 下次跟进日',
    );
    expect(row(19)).toBe('产品类别 本日笔数 本日金额(万元) 本月累计 季度累计 季度目标 完成率');
    const products = Array.from({ length: 9 }, (_, index) => cell(`A${20 + index}`)?.value);
    expect(products.join(' ')).toBe('储蓄存款净增 理财 基金 保险 贵金属 贷款 信用卡 电子渠道签约 成功转介');
    expect(row(29)).toMatch(
      /^三、今日系统提醒：生日 .+ \/ 到期 .+ \/ 睡眠待联系 .+ \/ 流失预警 .+ \/ 转介首访将到期 .+ \/ 投诉回访 .+$/,
    );
    expect(row(44)).toBe('事项 时间 完成');
    expect(row(48)).toMatch(/^客户经理：＿+　+运营主管：＿+　+网点负责人批阅：＿+$/);
  });

  test('merges what belongs together', () => {
    const pairs = [19, 20, 28].flatMap((number) =>
      ['A:B', 'C:D', 'E:F', 'G:H', 'J:K'].map((pair) => pair.replace(/(\w):(\w)/, `$1${number}:$2${number}`)),
    );
    const bars = [1, 2, 3, 17, 18, 29, 30, 37, 38, 43, 48].map((number) => `A${number}:L${number}`);
    const tasks = [44, 45, 47].flatMap((number) => [`A${number}:I${number}`, `J${number}:K${number}`]);
    expect(sheetOf(today).merges).toEqual(expect.arrayContaining([...bars, ...pairs, 'A39:L42', ...tasks]));
  });

  test('counts visits and meetings, looks up names, divides by goals', () => {
    expect(cell('A17')?.formula).toBe(
      '"今日约访 "&(COUNTA($C$5:$C$16)+SUMPRODUCT(($C$5:$C$16="")*($D$5:$D$16<>"")))&" 户，面访 "&COUNTIF($F$5:$F$16,"面访")&" 户"',
    );
    expect(cell('D5')?.formula).toMatch(/^IF\(\$C\$5="","",IFERROR\(INDEX\('_客户'!\$B\$4:\$B\$\d+,MATCH\(\$C\$5&"",/);
    expect(cell('L20')?.formula).toBe('IF(AND(ISNUMBER($I$20),ISNUMBER($J$20)),IF($J$20=0,"—",$I$20/$J$20),"—")');
    const all = book.sheets.flatMap(({ cells }) => [...cells.values()].map(({ formula }) => formula ?? ''));
    expect(all.filter((formula) => /TODAY|NOW\(/.test(formula))).toEqual([]);
  });

  test('offers its lists over all rows, each once', () => {
    const { validations } = sheetOf(today);
    expect(validations.map(({ range, formula, errorStyle }) => `${range} ${formula} ${errorStyle}`).sort()).toEqual([
      'F5:F16 字典_接触方式 warning',
      'G5:G16 字典_是否 stop',
      'H5:H16 字典_接触事由 warning',
      'J5:J16 字典_接触结果 warning',
      'L45:L47 字典_是否 stop',
    ]);
  });

  test('is open where people write, closed elsewhere', () => {
    const open = ['B5', 'C16', 'D5', 'F5', 'L16', 'C20', 'J28', 'A39', 'A45', 'J47', 'L45'];
    const closed = ['A1', 'A5', 'E5', 'A17', 'A20', 'L20', 'A30', 'A48'];
    expect(open.map((at) => cell(at)?.style.isLocked)).toEqual(open.map(() => false));
    expect(closed.map((at) => cell(at)?.style.isLocked)).toEqual(closed.map(() => true));
    expect(sheetOf(today).element('sheetProtection')).toBe(
      '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>',
    );
  });

  test('names no phone number', () => {
    const texts = [...sheetOf(today).cells.values()].map(({ value }) => String(value));
    expect(texts.filter((text) => /1\d{2}(?:\*{4}|\d{4})\d{4}/.test(text))).toEqual([]);
  });

  test('keeps all visits of the month as one hidden list for reading back', () => {
    expect(row(3, sheetOf('_日志明细'))).toBe(
      '日期 工号 客户经理 序号 时间 客户号 客户姓名 资产层级 接触方式 是否预约 事由 沟通内容摘要 结果 意向产品/金额 下次跟进日',
    );
    const days = [...sheetOf('_日志明细').cells.values()].filter(({ at }) => /^A\d+$/.test(at));
    expect(days.filter(({ formula }) => formula !== null)).toHaveLength(22 * 12);
  });

  test('adds the days up in 月度汇总', () => {
    const sheet = sheetOf('月度汇总');
    expect(row(3, sheet).replaceAll('\n', '')).toMatch(
      /^日期 星期 约访（户） 面访（户） 联系记录（户） 储蓄存款净增（万元） 理财（万元）/,
    );
    expect(sheet.cells.get('D4')?.formula).toBe(`COUNTIF('0901'!$F$5:$F$16,"面访")`);
    expect(sheet.cells.get('A26')?.value).toBe('合计');
  });
});
