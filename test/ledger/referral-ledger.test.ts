import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReferralReport } from '../../src/analysis/referral/report.js';
import { visitHours } from '../../src/ledger/referral-hours.js';
import { referralLedgerSheet } from '../../src/ledger/referral-ledger.js';
import type { CellValue, SheetColumn, Table } from '../../src/ledger/sheet.js';
import { daySerial } from '../../src/model/day.js';
import { ratio } from '../../src/model/ratio.js';
import { on } from '../analysis/branch.js';
import { emptyReport, referralReport, referralRow, referrals } from './referral-report.js';

function tableFor(report: ReferralReport): Table {
  const [table] = referralLedgerSheet(report).tables;
  if (table === undefined) throw new Error('the ledger has no table');
  return table;
}

const table = tableFor(referralReport());

function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`;
}

/** The formula as it stands in row 5, as DOMAIN.md writes it. */
function inRowFive(column: SheetColumn | undefined): string | undefined {
  return column?.formula?.replace(
    /\{(\w+)\}/g,
    (_, key) => `${letterOf(table.columns.findIndex((of) => of.key === key))}5`,
  );
}

function columnOf(header: string, of: Table = table): readonly CellValue[] {
  const place = of.columns.findIndex((column) => column.header === header);
  return [...of.rows].map((row) => row[place] ?? null);
}

function totalOf(header: string, of: Table = table): CellValue | undefined {
  return of.total?.[of.columns.findIndex((column) => column.header === header)];
}

// Typed from §4.8: group, header, format, width, filled by hand.
const layout: readonly (readonly [string | undefined, string, string, number, boolean])[] = [
  [undefined, '序号', 'integer', 5, false],
  [undefined, '转介编号', 'text', 17, false],
  [undefined, '登记时间', 'moment', 15, true],
  ['转介方', '转介人类型', 'text', 10, true],
  ['转介方', '转介人', 'text', 9, true],
  ['转介方', '转介人号(工号/客户号)', 'text', 14, true],
  ['转介方', '转介岗位', 'text', 9, false],
  ['接收方', '接收人', 'text', 9, true],
  ['接收方', '接收岗位', 'text', 9, false],
  ['接收方', '接收时间', 'moment', 15, true],
  ['被转介客户', '客户号', 'text', 14, true],
  ['被转介客户', '客户姓名', 'text', 9, true],
  ['被转介客户', '客户类型', 'text', 8, false],
  ['需求', '触发条件', 'text', 14, true],
  ['需求', '意向产品', 'text', 11, true],
  ['需求', '意向金额(万元)', 'fenWan', 10, true],
  ['需求', '方向合规', 'text', 9, false],
  ['首访', '首访时间', 'moment', 15, true],
  ['首访', '时长(小时)', 'tenth', 8, false],
  ['首访', '72小时达标', 'text', 9, false],
  ['首访', '反馈时间', 'moment', 15, true],
  ['结果', '状态', 'text', 9, true],
  ['结果', '成交日期', 'day', 11, true],
  ['结果', '成交产品/金额(万元)', 'text', 14, true],
  ['结果', '90天内成功', 'text', 8, false],
  ['资产', '接收时AUM(万元)', 'fenWan', 11, false],
  ['资产', '期末AUM(万元)', 'fenWan', 11, false],
  ['资产', '提升(万元)', 'fenWanChange', 10, false],
  ['资产', '3个月复购', 'text', 8, false],
  ['积分', '积分', 'count', 8, false],
  [undefined, '未成交原因/备注', 'text', 18, true],
];

describe('转介台账', () => {
  test('has the 31 columns of §4.8 in their order, 342 wide', () => {
    expect(
      table.columns.map(({ group, header, format, width, input }) => [group, header, format, width, input === true]),
    ).toEqual(layout);
    expect(layout).toHaveLength(31);
    expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBe(342);
  });

  test('is frozen at D5, two pages wide, signed, keyed by 转介编号 and has 200 spare rows', () => {
    const sheet = referralLedgerSheet(referralReport());
    expect(sheet).toMatchObject({
      name: '转介台账',
      frozenColumns: 3,
      print: { orientation: 'landscape', pagesWide: 2 },
      hasSignature: true,
    });
    expect(table).toMatchObject({ isList: true, rowKey: ['referralNo'], spareRows: 200, rowCount: 11 });
  });

  test('has unique keys, and every placeholder names one', () => {
    const keys = table.columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(31);
    const templates = [
      ...table.columns.flatMap(({ formula, total }) => [
        formula,
        typeof total === 'object' ? total.formula : undefined,
      ]),
      ...(table.highlights ?? []).map(({ when }) => when),
    ];
    const named = templates.flatMap((of) => [...(of ?? '').matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, key]) => key));
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
    expect((table.highlights ?? []).flatMap(({ columns }) => columns).filter((key) => !keys.includes(key))).toEqual([]);
  });

  test.each([
    ['转介人类型', { name: '转介人类型', closed: true }],
    ['触发条件', { name: '触发条件' }],
    ['意向产品', { name: '意向产品' }],
    ['状态', { name: '转介状态', closed: true }],
  ])('%s has a dropdown', (header, list) => {
    expect(table.columns.find((column) => column.header === header)?.list).toEqual(list);
  });

  test('has dropdowns nowhere else', () => {
    expect(table.columns.filter(({ list }) => list !== undefined)).toHaveLength(4);
  });

  test('has the two formulas of §4.8, hours with minutes rounded first and — without a time of day', () => {
    expect(inRowFive(table.columns[18])).toBe(
      'IFERROR(IF(OR(C5="",R5="",MOD(C5,1)=0,MOD(R5,1)=0),"—",ROUND(ROUND((R5-C5)*1440,0)/60,1)),"—")',
    );
    expect(inRowFive(table.columns[27])).toBe('IFERROR(IF(OR(Z5="",AA5=""),"—",AA5-Z5),"—")');
    expect(table.columns.filter(({ formula }) => formula !== undefined)).toHaveLength(2);
  });

  test('lets the clock start where the rules say', () => {
    const received = tableFor(referralReport({}, { ref: { firstVisitFrom: 'received' } }));
    expect(inRowFive(received.columns[18])).toContain('(R5-J5)*1440');
    expect(columnOf('时长(小时)', received)[2]).toBe(2953.6);
    expect(received.highlights?.[1]?.when).toContain('{receivedAt}');
  });

  test('caches the hours of the report, and — where only days are known', () => {
    expect(columnOf('时长(小时)')).toEqual(['—', 74.1, 2.1, '—', '—', '—', '—', '—', '—', '—', '—']);
    for (const [place, hours] of columnOf('时长(小时)').entries()) {
      expect(hours).toBe(referrals[place]?.firstVisitHours ?? '—');
    }
  });

  test('caches the uplift of the report', () => {
    expect(columnOf('提升(万元)')).toEqual(['—', '—', 35000050, '—', '—', -5000000, ...Array(5).fill('—')]);
  });

  test('carries what the export already has', () => {
    expect(columnOf('转介人类型')[0]).toBe('柜员');
    expect(columnOf('触发条件').slice(-2)).toEqual([null, '咨询理财']);
    expect(columnOf('意向金额(万元)')[0]).toBe(50000000);
    expect(columnOf('状态')[6]).toBe('未成交');
    expect(columnOf('未成交原因/备注')[6]).toBe('利率不合适');
  });

  test.each([
    ['理财', 30000000, '理财/30.00'],
    ['理财', null, '理财'],
    [null, 30000000, '30.00'],
    [null, null, null],
  ])('writes a deal of %s and %s as %s', (dealProduct, dealFen, expected) => {
    const report = referralReport({ referrals: [referralRow({ dealProduct, dealFen })] });
    expect(columnOf('成交产品/金额(万元)', tableFor(report))).toEqual([expected]);
  });

  test('says why a row is in no rate, and keeps it out of both counts', () => {
    expect(columnOf('72小时达标')[4]).toBe('不计');
    expect(columnOf('90天内成功')[4]).toBe('重复');
  });

  test('is in the order of the report, numbered from 1', () => {
    expect(columnOf('转介编号')).toEqual(referrals.map(({ referralNo }) => referralNo));
    expect(columnOf('序号')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('totals the count, both rates, the uplift and the points', () => {
    expect(totalOf('序号')).toBe('合计');
    expect(totalOf('转介编号')).toBe(11);
    expect(totalOf('72小时达标')).toBe('55.56%');
    expect(totalOf('90天内成功')).toBe('40.00%');
    expect(totalOf('提升(万元)')).toBe(30000050);
    expect(totalOf('积分')).toBe(60);
    expect(table.total?.filter((cell) => cell !== null)).toHaveLength(6);
    expect(
      table.columns
        .filter(({ total }) => total !== undefined)
        .map(({ header, total }) => [header, typeof total === 'object' ? { formula: total.formula } : total]),
    ).toEqual([
      ['转介编号', 'count'],
      [
        '72小时达标',
        {
          formula:
            'IFERROR(TEXT(COUNTIF({firstVisit:all},"达标")/(COUNTIF({firstVisit:all},"达标")+COUNTIF({firstVisit:all},"超时")+COUNTIF({firstVisit:all},"超时未访")),"0.00%"),"—")',
        },
      ],
      [
        '90天内成功',
        {
          formula:
            'IFERROR(TEXT(SUMPRODUCT((INT({registeredAt:all})<=数据日期-90)*({succeeded:all}="是"))/(SUMPRODUCT((INT({registeredAt:all})<=数据日期-90)*({succeeded:all}="是"))+SUMPRODUCT((INT({registeredAt:all})<=数据日期-90)*({succeeded:all}="否"))),"0.00%"),"—")',
        },
      ],
      ['提升(万元)', 'sum'],
      ['积分', 'sum'],
    ]);
  });

  test('gets the same rates when its own columns are counted', () => {
    const visits = columnOf('72小时达标');
    const count = (state: string) => visits.filter((visit) => visit === state).length;
    expect([count('达标'), count('超时') + count('超时未访')]).toEqual([5, 4]);
    const matured = columnOf('登记时间').map(
      (at) => daySerial(on(String(at).slice(0, 10))) <= daySerial(on('2025-09-30')) - 90,
    );
    const answers = columnOf('90天内成功').filter((_, place) => matured[place]);
    expect([answers.filter((answer) => answer === '是').length, answers.length]).toEqual([2, 5]);
  });

  test('colours late visits red, urgent ones amber, wrong directions red and rows that do not count grey', () => {
    expect(table.highlights).toEqual([
      { columns: ['firstVisit'], when: 'OR({firstVisit}="超时",{firstVisit}="超时未访")', look: 'red' },
      {
        columns: ['firstVisit'],
        when: 'AND({firstVisit}="未到期",{registeredAt}<>"",IF(MOD({registeredAt},1)=0,72-(数据日期-{registeredAt})*24,72-(数据日期+1-{registeredAt})*24)<24)',
        look: 'amber',
      },
      { columns: ['direction'], when: '{direction}="方向不符"', look: 'red' },
      { columns: [], when: 'OR({succeeded}="重复",{succeeded}="自荐",{succeeded}="期外")', look: 'grey' },
    ]);
  });

  test('marks columns that no export carries', () => {
    const { summary } = referralReport();
    const bare = tableFor(
      referralReport({
        referrals: [referralRow({})],
        summary: {
          ...summary,
          unknown: summary.registered,
          uplift: { positiveFen: null, netFen: null, customers: 0, unknownCustomers: 2 },
          repurchase: { ...summary.repurchase, provided: false },
        },
      }),
    );
    expect(bare.columns.filter(({ isMissing }) => isMissing).map(({ header }) => header)).toEqual([
      '接收时AUM(万元)',
      '期末AUM(万元)',
      '提升(万元)',
      '3个月复购',
      '积分',
    ]);
    expect(table.columns.filter(({ isMissing }) => isMissing)).toEqual([]);
  });

  test('totals no column that is missing, and computes no rate where no deal has a day', () => {
    const { summary } = referralReport();
    const bare = tableFor(
      referralReport({
        referrals: [referralRow({})],
        summary: {
          ...summary,
          uplift: { positiveFen: null, netFen: null, customers: 0, unknownCustomers: 1 },
          matured: ratio(0, 0),
          kaplanMeier: { days: 90, value: null },
        },
      }),
    );
    expect(totalOf('提升(万元)', bare)).toBeNull();
    expect(totalOf('90天内成功', bare)).toBe('—');
    expect(bare.columns.find(({ header }) => header === '90天内成功')?.total).toBeUndefined();
  });

  test('says 本期无数据 for an empty register, without totals', () => {
    const empty = tableFor(emptyReport());
    expect([...empty.rows]).toEqual([['本期无数据', ...Array(30).fill(null)]]);
    expect(empty.total).toBeUndefined();
    expect(empty.spareRows).toBe(200);
  });

  test('names the rules in its headers', () => {
    const other = tableFor(referralReport({}, { ref: { firstVisitHours: 48, successDays: 30, repurchaseMonths: 6 } }));
    expect(other.columns.map(({ header }) => header)).toEqual(
      expect.arrayContaining(['48小时达标', '30天内成功', '6个月复购']),
    );
  });
});

describe('hours to the first visit', () => {
  test.each([
    ['2025-09-26 10:00', '2025-09-29 09:30', 71.5],
    ['2025-09-26 10:00', '2025-09-29 10:00', 72],
    ['2025-09-26 10:00', '2025-09-29 10:02', 72],
    ['2025-09-26 10:00', '2025-09-29 10:03', 72.1],
    ['2025-09-26 10:00', '2025-09-26 09:57', -0.1],
    ['2025-09-26 10:00', '2025-09-26 10:00', 0],
    ['2025-09-26 10:00', '2025-09-29', '—'],
    ['2025-09-26', '2025-09-29 10:00', '—'],
    ['2025-09-26 10:00', null, '—'],
    [null, '2025-09-26 10:00', '—'],
  ])('from %s to %s are %s', (start, end, hours) => {
    expect(visitHours(start, end)).toBe(hours);
  });

  test('are what the formula makes of Excel days, to the last tie', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1439 }),
        fc.integer({ min: 1, max: 1439 }),
        fc.nat(40),
        (from, to, days) => {
          const clock = (minutes: number) =>
            `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          const end = `2025-08-${String((days % 30) + 1).padStart(2, '0')}`;
          const start = 45870 + from / 1440;
          const finish = 45870 + (days % 30) + to / 1440;
          const minutes = Math.round((finish - start) * 1440);
          const rounded =
            (Math.sign(minutes) * Math.round(Number(((Math.abs(minutes) / 60) * 10).toPrecision(12)))) / 10;
          expect(visitHours(`2025-08-01 ${clock(from)}`, `${end} ${clock(to)}`)).toBe(rounded === 0 ? 0 : rounded);
        },
      ),
    );
  });
});
