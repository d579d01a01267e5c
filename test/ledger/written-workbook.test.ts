import { beforeAll, describe, expect, test } from 'vitest';
import { filledCells, sheetNamed, type WrittenBook, type WrittenSheet } from '../outside/written-book.js';
import { demoLedger } from './demo-ledgers.js';

// What all sheets of the demo branch's workbook have in common (DOMAIN.md §4.1), and those that are no plain list.

let book: WrittenBook;

beforeAll(async () => {
  book = await demoLedger(60);
}, 120_000);

const ledgers = [
  '总体情况',
  '个人贵宾客户基本情况表',
  '基金销售台帐',
  '理财产品销售台帐',
  '转介台账',
  '转介统计',
  '待核实',
  '睡眠客户唤醒台账',
  'RFM汇总',
  'RFM明细',
  '到期承接台账',
  '勾稽',
];
const visible = ['目录', ...ledgers, '口径与数据质量'];

function sheetOf(name: string): WrittenSheet {
  return sheetNamed(book, name);
}

describe('the workbook as written', () => {
  test('has its sheets in their order, what serves them hidden behind', () => {
    expect(book.sheets.filter(({ state }) => state === 'visible').map(({ name }) => name)).toEqual(visible);
    expect(book.sheets.slice(visible.length).map(({ name, state }) => `${name} ${state}`)).toEqual([
      '_手填 hidden',
      '_参数 hidden',
      '_字典 hidden',
      '_原样 hidden',
    ]);
  });

  test('names the data date and the dropdown lists that it uses', () => {
    expect(book.names.get('数据日期')).toBe("'_参数'!$B$1");
    // Excel counts days from 1900: 45930 is 2025-09-30.
    expect(sheetOf('_参数').cells.get('B1')).toMatchObject({ value: 45_930, style: { numberFormat: 'yyyy-mm-dd' } });
    const lists = [...book.names].filter(([name]) => name.startsWith('字典_'));
    const { cells } = sheetOf('_字典');
    const read = lists.map(([name, target]) => {
      const [, letter, from, to] = /^'_字典'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(target) ?? [];
      const count = Number(to) - Number(from) + 1;
      const values = Array.from({ length: count }, (_, index) => cells.get(`${letter}${Number(from) + index}`)?.value);
      return `${name} ${values.join('、')}`;
    });
    expect(read).toEqual([
      '字典_接触方式 面访、电话、短信、企微、邮件、网点偶遇、活动',
      '字典_接触结果 有意向、考虑中、已成交、拒绝、未接通、空号/停机、约定再联系',
      '字典_承接去向 续购理财、转基金、转保险、转定期/大额存单、转活期、转出他行、未定',
      '字典_转介状态 已登记、已接收、已首访、跟进中、已成交、未成交、退回、失效',
      '字典_意向产品 理财、基金、保险、大额存单、贷款、企业贷款、对公结算、家族信托、高端医疗、信用卡、代发、其他',
      '字典_转介人类型 柜员、理财经理、客户经理、大堂经理、存量客户、其他员工',
      expect.stringMatching(/^字典_触发条件 /),
    ]);
  });

  test.each(visible)('%s has title, subtitle, footer, margins and its rows as high as stated', (name) => {
    const sheet = sheetOf(name);
    expect(sheet.cells.get('A1')?.style).toMatchObject({ size: 16, isBold: true });
    expect(sheet.merges.some((range) => range.startsWith('A1:'))).toBe(true);
    expect(sheet.heights.get(1)).toBe(30);
    const subtitle = filledCells(sheet).flatMap(({ row, value }) => (row === 2 ? [value] : []));
    expect(subtitle.join('　')).toMatch(
      /^机构：云栖支行（9901）　统计区间：.+　数据日期：2025-09-30　单位：.+　制表人：＿＿＿＿　制表时间：2025-09-30/,
    );
    expect(sheet.xml).toContain('<oddFooter>&amp;L&amp;A&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>');
    expect(sheet.element('printOptions')).toContain('horizontalCentered="1"');
    const inches = [1, 1, 1.5, 1.5].map((cm) => (cm / 2.54).toFixed(4));
    const margins = ['left', 'right', 'top', 'bottom'].map((side) =>
      Number(new RegExp(` ${side}="([^"]*)"`).exec(sheet.element('pageMargins'))?.[1]).toFixed(4),
    );
    expect(margins).toEqual(inches);
    expect([...sheet.heights.values()].filter((height) => height < 18 && height !== 15)).toEqual([]);
  });

  test.each(visible)('%s keeps to one font, thin borders, and colours of formulas only', (name) => {
    const sheet = sheetOf(name);
    const cells = filledCells(sheet);
    expect(new Set(cells.map(({ style }) => style.font))).toEqual(new Set(['微软雅黑']));
    const headers = cells.filter(({ style }) => style.fill === '2F5496');
    expect(headers.length).toBeGreaterThan(0);
    for (const { style } of headers)
      expect(style).toMatchObject({ size: 10, isBold: true, color: 'FFFFFF', isWrapped: true, hasBorder: true });
    expect(sheet.conditions.filter(({ type }) => type !== 'expression' && type !== 'cellIs')).toEqual([]);
    expect(sheet.element('sheetProtection')).not.toContain('password');
  });

  test.each(ledgers)('%s is signed one row below its last one, its notes behind', (name) => {
    const sheet = sheetOf(name);
    const signature = filledCells(sheet).find(({ value }) => String(value).startsWith('制表：'));
    expect(signature?.value).toBe('制表：＿＿＿＿　复核：＿＿＿＿　审批：＿＿＿＿　日期：＿＿年＿月＿日');
    const row = signature?.row ?? 0;
    expect(sheet.heights.get(row)).toBe(28);
    expect(sheet.merges.some((range) => range.startsWith(`${signature?.at}:`))).toBe(true);
    expect(filledCells(sheet).filter((cell) => cell.row === row - 1)).toEqual([]);
    const notes = filledCells(sheet).filter((cell) => cell.row > row);
    for (const { style } of notes) expect(style).toMatchObject({ size: 9, color: '7F7F7F', isWrapped: true });
    if (name !== 'RFM明细') expect(notes.length).toBeGreaterThan(0);
  });

  test('totals follow the filter', () => {
    const total = [...sheetOf('理财产品销售台帐').cells.values()].find(({ value }) => value === '合计');
    const of = (letter: string) => sheetOf('理财产品销售台帐').cells.get(`${letter}${total?.row}`);
    expect(['C', 'L', 'R', 'V'].map((letter) => of(letter)?.formula?.replace(/\d+\)$/, '…)'))).toEqual([
      'SUBTOTAL(103,C5:C…)',
      'SUBTOTAL(109,L5:L…)',
      'SUBTOTAL(109,R5:R…)',
      'SUBTOTAL(109,V5:V…)',
    ]);
    expect(of('L')?.style).toMatchObject({ isBold: true, fill: 'F2F2F2' });
  });

  test('names of subtotals are not cut by a number beside them', () => {
    const { cells } = sheetOf('个人贵宾客户基本情况表');
    const subtotals = [...cells.values()].filter(({ value }) => String(value).endsWith(' 小计'));
    expect(subtotals.length).toBeGreaterThan(0);
    for (const { at, row } of subtotals) {
      expect(at).toBe(`A${row}`);
      expect(cells.get(`B${row}`)?.value).toBeNull();
    }
  });
});
