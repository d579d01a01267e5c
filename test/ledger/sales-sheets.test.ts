import { describe, expect, test } from 'vitest';
import type { SalesInput } from '../../src/analysis/sales/input.js';
import { salesOf } from '../../src/analysis/sales/sales.js';
import { fundSalesSheet } from '../../src/ledger/fund-sales.js';
import { maturityRetentionSheet } from '../../src/ledger/maturity-retention.js';
import { salesChecks } from '../../src/ledger/reconciliation/sales-checks.js';
import type { CellValue, Sheet, Table } from '../../src/ledger/sheet.js';
import { wealthSalesSheet } from '../../src/ledger/wealth-sales.js';
import { columnLetter } from '../../src/render/column-letter.js';
import { asOf, on, type RulesInput, rulesWith } from '../analysis/branch.js';
import { salesBranch } from '../analysis/sales/sales-branch.js';
import { fundOrder, salesInput, wealthSale } from '../analysis/sales/sales-input.js';

type Make = typeof fundSalesSheet;

function sheetOf(make: Make, input: SalesInput = salesBranch(), rules: RulesInput = {}): Sheet {
  const { period } = input;
  const heading = { branchName: '示例支行', branchNo: '0101', period, asOf, printDate: asOf };
  return make(salesOf(input, rulesWith(rules), asOf), heading);
}

function tableOf(sheet: Sheet, id: string): Table {
  const table = sheet.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}

function columnOf(table: Table, header: string): readonly CellValue[] {
  const place = table.columns.findIndex((column) => column.header === header);
  return [...table.rows].map((row) => row[place] ?? null);
}

/** The formula as it stands in row 5, as DOMAIN.md writes it. */
function inRowFive(table: Table, header: string): string | undefined {
  const letterOf = (key: string) => columnLetter(table.columns.findIndex((column) => column.key === key) + 1);
  return table.columns
    .find((column) => column.header === header)
    ?.formula?.replace(/\{(\w+)\}/g, (_, key: string) => `${letterOf(key)}5`);
}

function layoutOf({ columns }: Table) {
  const shown = columns.filter(({ hidden }) => hidden !== true);
  return shown.map(({ group, header, format, width, input }) => [group ?? '', header, format, width, input === true]);
}

const fundTable = tableOf(sheetOf(fundSalesSheet), '基金销售');
const wealthTable = tableOf(sheetOf(wealthSalesSheet), '理财销售');

describe('基金销售台帐', () => {
  // Typed from §4.4: group, header, format, width, filled by hand; 是否贵宾 follows them.
  test('has the 25 columns of §4.4 in their order, 262 wide, and 是否贵宾', () => {
    expect(layoutOf(fundTable)).toEqual([
      ['', '序号', 'integer', 5, false],
      ['日期', '申请日期', 'day', 11, false],
      ['日期', '确认日期', 'day', 11, false],
      ['客户', '客户号', 'text', 14, false],
      ['客户', '客户姓名', 'text', 9, false],
      ['客户', '风险等级', 'text', 7, false],
      ['基金', '基金代码', 'text', 9, false],
      ['基金', '基金名称', 'text', 22, false],
      ['基金', '基金类型', 'text', 9, false],
      ['基金', '产品风险', 'text', 7, false],
      ['基金', '风险适配', 'text', 8, false],
      ['业务', '业务类型', 'text', 8, false],
      ['业务', '申请金额(元)', 'fen', 13, false],
      ['业务', '确认金额(元)', 'fen', 13, false],
      ['业务', '确认净值', 'nav', 9, false],
      ['业务', '确认份额', 'share', 13, false],
      ['业务', '手续费(元)', 'fen', 10, false],
      ['业务', '分红方式', 'text', 9, false],
      ['业务', '状态', 'text', 9, false],
      ['营销', '办理渠道', 'text', 9, false],
      ['营销', '营销人员', 'text', 9, false],
      ['营销', '转介人', 'text', 9, true],
      ['合规', '双录编号', 'text', 14, true],
      ['合规', '回访日期', 'day', 11, true],
      ['', '备注', 'text', 14, true],
      ['', '是否贵宾', 'text', 8, false],
    ]);
    const widths = layoutOf(fundTable).map(([, , , width]) => Number(width));
    expect(widths.slice(0, 25).reduce((sum, width) => sum + width, 0)).toBe(262);
  });

  test('adds up 确认金额 and 手续费 and counts customers, but neither 申请金额 nor 份额', () => {
    const added = fundTable.columns.filter(({ total }) => total !== undefined);
    expect(added.map(({ header, total }) => [header, total])).toEqual([
      ['客户号', 'count'],
      ['确认金额(元)', 'sum'],
      ['手续费(元)', 'sum'],
    ]);
  });

  test('is two pages wide, repeats A to E, and has subtotals by 营销人员 and a signature', () => {
    const sheet = sheetOf(fundSalesSheet);
    expect(sheet).toMatchObject({
      frozenColumns: 5,
      print: { orientation: 'landscape', pagesWide: 2 },
      hasSignature: true,
    });
    expect(fundTable).toMatchObject({ subtotalBy: 'salesName', isList: true, rowKey: ['key'] });
    expect(columnOf(fundTable, '营销人员')).toEqual(['沈清和', '沈清和', '秦望舒', '秦望舒']);
    expect(columnOf(fundTable, '序号')).toEqual([1, 2, 3, 4]);
  });

  test('the rows of one salesperson need no subtotal', () => {
    const input = salesBranch({ fundTransactions: salesBranch().fundTransactions?.slice(0, 2) });
    expect(tableOf(sheetOf(fundSalesSheet, input), '基金销售').subtotalBy).toBeUndefined();
  });

  test.each([
    ['ledger.confirmDays 7', {}, '数据日期-{applyDate}>7'],
    ['ledger.confirmDays 3', { ledger: { confirmDays: 3 } }, '数据日期-{applyDate}>3'],
  ])('what waits longer than %s is amber', (_name, rules, condition) => {
    const { highlights } = tableOf(sheetOf(fundSalesSheet, salesBranch(), rules), '基金销售');
    expect(highlights).toEqual([
      { columns: ['suitability'], when: 'OR({suitability}="不适配",{suitability}="测评过期")', look: 'red' },
      { columns: ['confirmDate'], when: `AND({confirmDate}="",{applyDate}<>"",${condition})`, look: 'amber' },
    ]);
  });

  test('columns that the file lacks are missing, and nothing waits where it has no 确认日期', () => {
    const input = salesBranch({ fundTransactions: salesBranch().fundTransactions?.slice(2, 3) });
    const { columns, highlights } = tableOf(sheetOf(fundSalesSheet, input), '基金销售');
    expect(columns.filter(({ isMissing }) => isMissing).map(({ header }) => header)).toEqual([
      '确认日期',
      '基金名称',
      '产品风险',
      '确认金额(元)',
      '确认净值',
      '确认份额',
      '手续费(元)',
      '分红方式',
      '办理渠道',
    ]);
    expect(highlights).toHaveLength(1);
  });

  test('the block 按基金类型汇总 adds up to the ledger', () => {
    const table = tableOf(sheetOf(fundSalesSheet), '基金类型汇总');
    const sum = (header: string, of: Table) => columnOf(of, header).reduce<number>((a, b) => a + Number(b ?? 0), 0);
    for (const header of ['确认金额(元)', '手续费(元)']) expect(sum(header, table)).toBe(sum(header, fundTable));
    expect(table.total?.slice(1, 4)).toEqual([4, 4, sum('确认金额(元)', fundTable)]);
  });
});

describe('理财产品销售台帐', () => {
  test('has the 28 columns of §4.5 in their order, 298 wide, and 是否贵宾', () => {
    expect(layoutOf(wealthTable)).toEqual([
      ['', '序号', 'integer', 5, false],
      ['', '购买日期', 'day', 11, false],
      ['客户', '客户号', 'text', 14, false],
      ['客户', '客户姓名', 'text', 9, false],
      ['客户', '风险等级', 'text', 7, false],
      ['产品', '产品代码', 'text', 13, false],
      ['产品', '产品名称', 'text', 24, false],
      ['产品', '发行机构', 'text', 14, false],
      ['产品', '产品类型', 'text', 10, false],
      ['产品', '产品风险', 'text', 7, false],
      ['产品', '风险适配', 'text', 8, false],
      ['购买', '购买金额(元)', 'fen', 14, false],
      ['购买', '起息日', 'day', 11, false],
      ['购买', '到期日', 'day', 11, false],
      ['购买', '期限(天)', 'integer', 7, false],
      ['收益', '业绩比较基准(%)', 'text', 10, false],
      ['收益', '测算利率(%)', 'percent', 8, false],
      ['收益', '参考收益(元)', 'fen', 12, false],
      ['到期管理', '距到期(天)', 'integer', 7, false],
      ['到期管理', '状态', 'text', 8, false],
      ['到期管理', '承接去向', 'text', 12, true],
      ['到期管理', '承接金额(元)', 'fen', 13, true],
      ['到期管理', '承接率', 'ratio', 8, false],
      ['营销', '办理渠道', 'text', 9, false],
      ['营销', '营销人员', 'text', 9, false],
      ['营销', '转介人', 'text', 9, true],
      ['合规', '双录编号', 'text', 14, true],
      ['', '备注', 'text', 14, true],
      ['', '是否贵宾', 'text', 8, false],
    ]);
    const widths = layoutOf(wealthTable).map(([, , , width]) => Number(width));
    expect(widths.slice(0, 28).reduce((sum, width) => sum + width, 0)).toBe(298);
  });

  test.each([
    ['期限(天)', 'IF(OR(M5="",N5=""),"—",N5-M5)'],
    ['参考收益(元)', 'IF(OR(Q5="",O5="—"),"—",ROUND(L5*Q5/100*O5/365,2))'],
    ['距到期(天)', 'IF(N5="","—",N5-数据日期)'],
    ['承接率', 'IFERROR(IF(OR(V5="",L5=0),"—",V5/L5),"—")'],
  ])('%s is %s', (header, formula) => {
    expect(inRowFive(wealthTable, header)).toBe(formula);
  });

  test('says of 参考收益 that it must not be promised', () => {
    expect(wealthTable.columns.find(({ header }) => header === '参考收益(元)')?.note).toBe('内部测算，不得对客承诺');
  });

  test('a range stands as text, its lower bound as the rate', () => {
    expect(columnOf(wealthTable, '业绩比较基准(%)')[0]).toBe('2.60%–3.10%');
    expect(columnOf(wealthTable, '测算利率(%)')[0]).toBe(2.6);
  });

  test('stands by 营销人员 and within by 到期日, blanks last', () => {
    expect(columnOf(wealthTable, '到期日')).toEqual(['2025-10-05', '2025-12-31', null, '2025-09-20', null, null]);
    expect(wealthTable.subtotalBy).toBe('salesName');
  });

  test('its stored results are what the formulas say of the row', () => {
    for (const row of wealthTable.rows) {
      const value = (header: string) =>
        row[wealthTable.columns.findIndex((column) => column.header === header)] ?? null;
      const days = value('期限(天)');
      const isBlank = value('起息日') === null || value('到期日') === null;
      expect(days === null).toBe(isBlank);
      const rate = value('测算利率(%)');
      expect(value('参考收益(元)') === null).toBe(rate === null || days === null);
      if (typeof rate === 'number' && typeof days === 'number')
        expect(value('参考收益(元)')).toBe(Math.round((Number(value('购买金额(元)')) * rate * days) / 36500));
    }
  });

  test.each([
    ['remind.maturityDays 7', {}, '{daysLeft}<=7'],
    ['remind.maturityDays 10', { remind: { maturityDays: 10 } }, '{daysLeft}<=10'],
  ])('with %s the days left are amber from 0 on', (_name, rules, condition) => {
    const [due, late, unsuited] = tableOf(sheetOf(wealthSalesSheet, salesBranch(), rules), '理财销售').highlights ?? [];
    expect(due?.when).toBe(`AND(ISNUMBER({daysLeft}),{daysLeft}>=0,${condition})`);
    expect(late?.when).toBe('AND(ISNUMBER({daysLeft}),{daysLeft}<0,{status}="存续")');
    expect(unsuited?.when).toBe('{suitability}="不适配"');
  });

  test('an empty period says so, a file that was not given has only missing columns', () => {
    const empty = tableOf(sheetOf(wealthSalesSheet, salesBranch({ wealthSales: [] })), '理财销售');
    expect([...empty.rows][0]?.[0]).toBe('本期无数据');
    expect(empty.columns.some(({ isMissing }) => isMissing)).toBe(false);
    const sheet = sheetOf(wealthSalesSheet, salesInput());
    const shown = tableOf(sheet, '理财销售').columns.filter(({ input, key }) => input !== true && key !== 'place');
    expect(shown.every(({ isMissing }) => isMissing)).toBe(true);
    expect(sheet.notes[0]).toContain('未提供');
  });

  test('shows nobody under public, but what was sold', () => {
    const sheet = sheetOf(wealthSalesSheet, salesBranch(), { privacy: { profile: 'public' } });
    expect(sheet.tables.map(({ id }) => id)).toEqual(['营销人员汇总', '产品类型汇总']);
  });
});

describe('sums of what no export states are not 0', () => {
  const isMissing = (table: Table, header: string) =>
    table.columns.find((column) => column.header === header)?.isMissing === true;
  const order = fundOrder('C1', '2025-09-01', 1000);
  const { appliedFen } = order;

  test.each([
    [{ confirmedFen: appliedFen, feeFen: appliedFen }, [false, false]],
    [{ confirmedFen: appliedFen }, [false, true]],
    [{}, [true, true]],
  ])('funds with %o: 确认金额 and 手续费 missing %j', (stated, missing) => {
    const input = salesInput({ fundTransactions: [{ ...order, ...stated }] });
    const table = tableOf(sheetOf(fundSalesSheet, input), '基金类型汇总');
    const headers = ['确认金额(元)', '手续费(元)'];
    expect(headers.map((header) => isMissing(table, header))).toEqual(missing);
    expect(headers.map((header) => columnOf(table, header)[0] === null)).toEqual(missing);
  });

  const dates = { valueDate: on('2025-09-02'), maturityDate: on('2026-03-02') };
  test.each([
    [{ ...dates, benchmark: '3.05%' }, false],
    [{ ...dates }, true],
    [{ benchmark: '3.05%', valueDate: dates.valueDate }, true],
    [{ benchmark: '3.05%', maturityDate: dates.maturityDate }, true],
  ])('wealth products with %o: 参考收益 missing %s', (stated, missing) => {
    const sheet = sheetOf(wealthSalesSheet, salesInput({ wealthSales: [wealthSale('C1', '2025-09-01', 1, stated)] }));
    for (const id of ['理财销售', '产品类型汇总'])
      expect(isMissing(tableOf(sheet, id), '参考收益(元)'), id).toBe(missing);
  });
});

describe('到期承接台账', () => {
  test('shows the rates of the branch below those of its employees', () => {
    const table = tableOf(sheetOf(maturityRetentionSheet), '承接概况');
    expect(columnOf(table, '管户员工')).toEqual(['沈清和', '秦望舒', '合计']);
    expect(columnOf(table, '客户承接率')).toEqual([1, 0, 0.5]);
    expect(columnOf(table, '资产承接率')).toEqual([0.6, 0, 6 / 18]);
  });

  test('says 未提供 where purchases or AUM are not known', () => {
    const input = salesBranch({ wealthSales: undefined, fundTransactions: undefined, balances: undefined });
    const sheet = sheetOf(maturityRetentionSheet, input);
    expect(columnOf(tableOf(sheet, '承接概况'), '客户承接率').at(-1)).toBe('未提供');
    expect(columnOf(tableOf(sheet, '承接概况'), '资产留存率').at(-1)).toBe('未提供');
    expect(columnOf(tableOf(sheet, '到期承接'), '承接金额(元)')).toEqual(['未提供']);
    expect(columnOf(tableOf(sheet, '到期承接'), '承接率')).toEqual(['—']);
  });

  test('is headed with the days of maturity that it lists, not with the period of the other ledgers', () => {
    const rules: RulesInput = { ledger: { retentionDays: 31 } };
    const { subtitle } = sheetOf(maturityRetentionSheet, salesBranch(), rules);
    expect(subtitle).toContain('统计区间：2025-08-31 至 2025-09-30');
  });

  test('is red in the last seven days of the window', () => {
    const { highlights } = tableOf(sheetOf(maturityRetentionSheet), '到期承接');
    expect(highlights?.find(({ look }) => look === 'red')?.when).toBe(
      'AND({state}<>"已承接",{windowEndsOn}-数据日期<=7)',
    );
  });

  test('nothing matured gives no total of 0, and still nothing to reconcile', () => {
    const input = salesInput({ wealthSales: [wealthSale('C1', '2025-07-01', 1, { maturityDate: on('2026-01-01') })] });
    const sheet = sheetOf(maturityRetentionSheet, input);
    expect(tableOf(sheet, '承接概况').rowCount).toBe(0);
    expect([...tableOf(sheet, '到期承接').rows][0]?.[0]).toBe('本期无数据');
    const { counts, amounts } = salesChecks(salesOf(input, rulesWith(), asOf), []);
    const compared = [...counts, ...amounts].filter(({ content }) => content.startsWith('到期承接台账'));
    expect(compared.map(({ left, right }) => [left([sheet])?.value, right([sheet])?.value])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

test('no sheet shows a raw name of a customer', () => {
  for (const make of [fundSalesSheet, wealthSalesSheet, maturityRetentionSheet]) {
    const cells = JSON.stringify(sheetOf(make).tables.map(({ rows }) => [...rows]));
    for (const name of ['阮青山', '欧阳知秋', '贺兰', '陆小满', '顾长风', '孔令仪']) expect(cells).not.toContain(name);
  }
});
