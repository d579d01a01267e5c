import { describe, expect, test } from 'vitest';
import type { ReferralReport } from '../../src/analysis/referral/report.js';
import { referralRendition } from '../../src/cli/referral-rendition.js';
import { formatPercent, formatWan } from '../../src/ledger/figure-text.js';
import { referralSheets } from '../../src/ledger/index.js';
import { referralTerminal } from '../../src/ledger/referral-terminal.js';
import type { Sheet, Table } from '../../src/ledger/sheet.js';
import { ratio } from '../../src/model/ratio.js';
import { describeRules } from '../../src/model/rule-list.js';
import { renderTable } from '../../src/render/table.js';
import { displayWidth } from '../../src/render/width.js';
import { on } from '../analysis/branch.js';
import { emptyReport, figures, referralReport } from './referral-report.js';

function sheetsOf(report: ReferralReport = referralReport()): readonly Sheet[] {
  return referralSheets(report, describeRules(report.rules));
}

function sheetNamed(name: string, report?: ReferralReport): Sheet {
  const found = sheetsOf(report).find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`there is no sheet ${name}`);
  return found;
}

function block(id: string, report?: ReferralReport): Table {
  const found = sheetNamed('转介统计', report).tables.find((table) => table.id === id);
  if (found === undefined) throw new Error(`there is no block ${id}`);
  return found;
}

function cells(table: Table): unknown[][] {
  return [...table.rows].map((row) => [...row]);
}

function lines(table: Table): Readonly<Record<string, unknown[]>> {
  return Object.fromEntries(cells(table).map(([name, ...rest]) => [String(name), rest]));
}

const morningCase = {
  referralNo: 'ZJ20250901008',
  outcome: '成功',
  on: on('2025-09-30'),
  referrerName: '冯小满',
  receiverName: '蒋立夏',
  product: '理财',
  reason: null,
} as const;

describe('the workbook of the referral report', () => {
  test.each([
    [0, ['转介台账', '转介统计', '待核实', '口径与数据质量']],
    [1, ['转介台账', '转介统计', '待核实', '晨会', '口径与数据质量']],
    [30, ['转介台账', '转介统计', '待核实', '晨会', '口径与数据质量']],
    [31, ['转介台账', '转介统计', '待核实', '口径与数据质量']],
  ])('with %i cases of the morning has the sheets %j', (count, names) => {
    const morning = Array.from({ length: count }, () => morningCase);
    expect(sheetsOf(referralReport({ morning })).map(({ name }) => name)).toEqual(names);
  });

  test('has rows as wide as their columns, as many as promised, twice', () => {
    for (const report of [referralReport({ morning: [morningCase] }), emptyReport()]) {
      for (const table of sheetsOf(report).flatMap(({ tables }) => tables)) {
        expect(cells(table)).toHaveLength(table.rowCount);
        expect(cells(table)).toHaveLength(table.rowCount);
        for (const row of [...table.rows, ...(table.total ? [table.total] : [])]) {
          expect(row).toHaveLength(table.columns.length);
        }
      }
    }
  });

  test('colours only by keys that the table has', () => {
    for (const table of sheetsOf().flatMap(({ tables }) => tables)) {
      const keys = table.columns.map(({ key }) => key);
      const named = (table.highlights ?? []).flatMap(({ columns, when }) => [
        ...columns,
        ...[...when.matchAll(/\{(\w+)\}/g)].map(([, key]) => key),
      ]);
      expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    }
  });

  test('says 本期无数据 in both lists of an empty register', () => {
    const empty = emptyReport();
    for (const name of ['转介台账', '待核实']) {
      expect(cells(sheetNamed(name, empty).tables[0] as Table)[0]?.[0]).toBe('本期无数据');
    }
  });
});

describe('转介统计', () => {
  test('has the blocks in their order', () => {
    expect(sheetNamed('转介统计').tables.map(({ id }) => id)).toEqual([
      ...['合计', '漏斗', '期限', '转介人', '岗位', '方向矩阵', '方向', '意向产品', '登记月', '应转未转'],
      ...['员工积分', '客户积分', '曲线', '不计入'],
    ]);
  });

  test('totals every figure of §4.8 with its n', () => {
    const totals = lines(block('合计'));
    expect(Object.keys(totals).slice(0, 13)).toEqual([
      ...['登记数', '接收数', '首访数', '成交数', '原始成功率', '成熟样本数', '成熟成功率', 'KM 90日成功率', '在途数'],
      ...['72小时达标率', '反馈率', '3个月复购率', '资产比(引荐人)'],
    ]);
    expect(totals.登记数?.slice(0, 3)).toEqual([10, null, '']);
    expect(totals.原始成功率?.slice(0, 3)).toEqual([5, 10, 0.5]);
    expect(totals.成熟成功率?.slice(0, 3)).toEqual([2, 5, 0.4]);
    expect(totals.成熟成功率?.[4]).toBe('置信区间 10.00% 至 70.00%，样本少（不足 10 笔）');
    expect(totals['KM 90日成功率']?.slice(0, 3)).toEqual([null, 10, 0.5138888888888888]);
    expect(totals.在途数?.slice(0, 3)).toEqual([3, 10, 0.3]);
    expect(totals['72小时达标率']?.slice(0, 3)).toEqual([5, 9, 5 / 9]);
    expect(totals.反馈率?.slice(0, 3)).toEqual([0, 9, 0]);
  });

  test('says 未提供 of what the register never states', () => {
    const { summary } = referralReport();
    const none = { rate: ratio(0, 0), provided: false, feedbackRate: ratio(0, 0), feedbackProvided: false };
    const bare = referralReport({ summary: { ...summary, firstVisit: { ...summary.firstVisit, ...none } } });
    const totals = lines(block('合计', bare));
    expect(totals['72小时达标率']).toEqual([null, null, '未提供', null, '登记册没有首访时间']);
    expect(totals.反馈率).toEqual([null, null, '未提供', null, '登记册没有反馈时间']);
    const shown = lines(referralTerminal(bare).tables[0] as Table);
    expect(shown['72小时首访达标率']).toEqual([null, null, '未提供']);
    expect(shown.反馈率).toEqual([null, null, '未提供']);
  });

  test('shows the asset ratio in three readings beside the 案例参考值', () => {
    const rates = Object.entries(lines(block('合计')))
      .filter(([name]) => name.startsWith('资产比'))
      .map(([, [, n, rate]]) => [n, rate]);
    expect(rates).toEqual([
      [3, 0.8273],
      [3, 1.0111],
      [3, 0.9],
      [null, 0.82],
    ]);
  });

  test('says 未提供 for what was not given, and — where there is nothing to divide by', () => {
    const { summary } = referralReport();
    const bare = lines(
      block(
        '合计',
        referralReport({
          summary: {
            ...summary,
            uplift: { positiveFen: null, netFen: null, customers: 0, unknownCustomers: 2 },
            repurchase: { provided: false, pending: 0, ...ratio(0, 0) },
            received: null,
            visited: null,
            tellerAccepted: null,
            assetRatio: { ...summary.assetRatio, weighted: null },
            opened: null,
          },
        }),
      ),
    );
    for (const name of ['接收数', '首访数', '柜员转介接收率'])
      expect(bare[name]?.slice(0, 3)).toEqual([null, null, '未提供']);
    expect(bare['3个月复购率']?.[2]).toBe('未提供');
    expect(bare.接触覆盖率?.[2]).toBe('未提供');
    expect(bare.转介新开户?.[2]).toBe('未提供');
    expect(bare.资产提升?.[3]).toBe('未提供');
    expect(bare.资产提升?.[4]).toContain('另有 2 户没有接收日期、接收时或其后的快照，不计');
    expect(bare['资产比(引荐人)']?.[2]).toBe('—');
  });

  test('success that no file tells of is 未提供, not 0', () => {
    const { summary } = referralReport();
    const unknown = { won: 0, unknown: 10, inFlight: 0, rawRate: ratio(0, 0), matured: ratio(0, 0), interval: null };
    const report = referralReport({
      summary: { ...summary, ...unknown, kaplanMeier: { days: 90, value: null } },
      byRole: [{ role: '柜员', ...figures(10, [0, 0], 0), ...unknown }],
    });
    const bare = lines(block('合计', report));
    for (const name of ['成交数', '原始成功率', '成熟样本数', '成熟成功率', '在途数'])
      expect(bare[name]?.slice(0, 3)).toEqual([null, null, '未提供']);
    expect(bare['KM 90日成功率']?.slice(0, 3)).toEqual([null, 10, '未提供']);
    const [teller] = cells(block('岗位', report));
    expect(teller).toEqual(['柜员', 10, ...Array(5).fill('未提供'), null, null, '未提供', '样本少']);
    const shown = cells(referralTerminal(report).tables[0] as Table).slice(1, 5);
    expect(shown.map((line) => line.at(-1))).toEqual(Array(4).fill('未提供'));
  });

  test('has the kit and the events only where they were given', () => {
    const { summary } = referralReport();
    const kit = { used: ratio(3, 5), effective: ratio(1, 3) };
    const events = [
      { event: '茶话会', customers: 2 },
      { event: '春茗', customers: null },
    ];
    const totals = lines(block('合计', referralReport({ summary: { ...summary, kit, events } })));
    expect(totals.素材使用率?.slice(0, 3)).toEqual([3, 5, 0.6]);
    expect(totals['活动：茶话会']?.[0]).toBe(2);
    expect(totals['活动：春茗']?.slice(0, 3)).toEqual([null, null, '未提供']);
    expect(Object.keys(lines(block('合计')))).not.toContain('素材使用率');
  });

  test('ranks nobody with a small sample, whatever the rate', () => {
    expect(cells(block('转介人')).map((row) => [row[0], row[1], row[10], row[14]])).toEqual([
      [1, '冯小满', 0.5, null],
      [null, '沈*露', 1, '样本少'],
    ]);
  });

  test.each([
    [0.95, '95%区间'],
    [0.9, '90%区间'],
    [0.995, '99.5%区间'],
  ])('names a confidence of %d as %s', (confidence, group) => {
    const roles = block('岗位', referralReport({}, { ref: { confidence } }));
    expect(roles.columns.map((column) => column.group)).toContain(group);
  });

  test('has a direction matrix of counts, n and rates, which adds up', () => {
    const matrix = block('方向矩阵');
    expect(matrix.columns.map(({ group, header }) => `${group ?? ''}${header}`)).toEqual([
      '转出＼接收',
      ...['→客户经理笔数', '→客户经理成熟样本', '→客户经理成熟成功率'],
      ...['→理财经理笔数', '→理财经理成熟样本', '→理财经理成熟成功率'],
      ...['合计笔数', '合计成熟样本', '合计成熟成功率'],
    ]);
    expect(cells(matrix)).toEqual([
      ['理财经理', 3, 2, '样本少', null, null, '', 3, 2, '样本少'],
      ['高柜柜员', 12, 10, 0.4, 2, 0, '—', 14, 10, 0.4],
    ]);
    expect(matrix.total).toEqual(['合计', 15, 12, 5 / 12, 2, 0, '—', 17, 12, 5 / 12]);
  });

  test('takes 10 matured for enough and 9 for few', () => {
    const of = (matured: number) => ({ ...figures(20, [3, matured], 0), from: '柜员', to: '客户经理', compliant: 0 });
    expect(cells(block('方向矩阵', referralReport({ byDirection: [of(10)] })))[0]?.[3]).toBe(0.3);
    expect(cells(block('方向矩阵', referralReport({ byDirection: [of(9)] })))[0]?.[3]).toBe('样本少');
  });

  test('greys the horizons that a month has not reached', () => {
    const cohorts = block('登记月');
    expect(cells(cohorts)).toEqual([
      ['2025-05', 2, 1, 0.5, null, 1, 0.5, null, 1, 0.5, null],
      ['2025-08', 1, 0, 0, null, 0, 0, null, 0, 0, '未满'],
    ]);
    expect(cohorts.highlights).toContainEqual({
      columns: ['rate90', 'reached90'],
      when: '{reached90}="未满"',
      look: 'grey',
    });
  });

  test('names the weakest step of the funnel and what was not given', () => {
    expect(cells(block('漏斗')).map((row) => [row[0], row[1], row[2], row[4]])).toEqual([
      ['登记', 10, '', null],
      ['接收', 10, 1, null],
      ['首访', 6, 0.6, '最弱环节'],
      ['意向', 6, 1, null],
      ['成交', 5, 5 / 6, null],
      ['达标', '未提供', '', '未提供'],
    ]);
  });

  test('has the curve with the numbers at risk', () => {
    expect(cells(block('期限')).map((row) => row.slice(0, 3))).toEqual([
      [30, 6, 0.3518518518518519],
      [60, 5, 0.3518518518518519],
      [90, 3, 0.5138888888888888],
    ]);
    expect(cells(block('曲线'))).toEqual([
      [5, 9, 1, 0.75, 0.25],
      [9, 8, 1, 0.5, 0.5],
    ]);
  });

  test('lists what should have been referred and says which list could not be made', () => {
    const missed = block('应转未转');
    expect(missed.heading).toBe('应转未转：新开户存入 1 笔（触发 4 笔），大额入账 未提供');
    expect(cells(missed)).toEqual([['C3001', '朱*露', '蒋立夏', '新开户存入', '2025-08-05', 8000000]]);
  });

  test('keeps staff points and customer points in two tables', () => {
    expect(cells(block('员工积分'))).toEqual([['E0007', '冯小满', 2, 50, -30, 20]]);
    expect(cells(block('客户积分'))).toEqual([['C2001', '沈*露', 0, 0, 0, 200, '未提供']]);
  });

  test('says where the rows that do not count went', () => {
    const rest = block('不计入');
    expect(rest.heading).toBe('不计入比率的登记：1 行');
    expect(cells(rest)).toEqual([['ZJ20250720011', '2025-07-20 09:00', '冯小满', '重复', 'ZJ20250710006']]);
  });
});

describe('待核实', () => {
  const [table] = sheetNamed('待核实').tables;

  test('asks, and leaves two columns to answer', () => {
    expect(table?.columns.filter(({ input }) => input).map(({ header, check }) => [header, check])).toEqual([
      ['核实结果', undefined],
      ['核实日', 'fromDataDate'],
    ]);
    expect(cells(table as Table)).toEqual([
      [
        '互相转介',
        '冯小满、蒋立夏',
        'ZJ20250501001、ZJ20250510002',
        '2025-05 相互转介各 1 笔',
        '两笔转介各是怎样发生的？',
        null,
        null,
      ],
    ]);
    expect(table?.rowKey).toEqual(['rule', 'about', 'referralNos']);
  });
});

describe('口径与数据质量', () => {
  test('defines every rate and which directions are right', () => {
    const { tables } = sheetNamed('口径与数据质量');
    const facts = cells(tables[0] as Table).map(([item]) => item);
    expect(facts).toEqual(expect.arrayContaining(['原始成功率', '成熟成功率', 'KM 成功率', '在途', '方向合规']));
    const directions = tables.find(({ heading }) => heading === '方向合规表');
    expect(cells(directions as Table).slice(0, 2)).toEqual([
      ['柜员', '客户经理', '理财', '新开户'],
      ['理财经理', '客户经理', '企业贷款、对公结算', '不限'],
    ]);
  });

  test('calls our points placeholders until the bank gives its own', () => {
    const headings = (report: ReferralReport) =>
      sheetNamed('口径与数据质量', report).tables.map(({ heading }) => heading);
    expect(headings(referralReport())).toEqual(
      expect.arrayContaining(['员工积分表（占位值，请按本行办法填写）', '客户积分表（占位值，请按本行办法填写）']),
    );
    expect(headings(referralReport({}, { points: { base: 80 } }))).toContain('客户积分表');
  });

  test('awards twice the base for a new customer', () => {
    const { tables } = sheetNamed('口径与数据质量');
    const awards = tables.find(({ heading }) => heading?.startsWith('客户积分表'));
    expect(cells(awards as Table).map(([, points]) => points)).toEqual([200, 100, 0]);
  });
});

describe('the terminal', () => {
  const text = renderTable(referralTerminal(referralReport()), { color: false });

  test('is never wider than 80 columns and leaves no column out', () => {
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(text).not.toContain('放不下');
  });

  test('names the weakest step, what was missed and how much is to be asked', () => {
    expect(text).toContain('最弱环节：接收→首访');
    expect(text).toContain('应转未转：新开户存入 1 笔（触发 4 笔），大额入账 未提供');
    expect(text).toContain('待核实：1 条');
  });

  test('shows eight referrers and counts the others', () => {
    const [first] = referralReport().byReferrer;
    if (first === undefined) throw new Error('the report has no referrer');
    const many = referralTerminal(referralReport({ byReferrer: Array.from({ length: 9 }, () => first) }));
    expect(many.tables.at(-1)).toMatchObject({ heading: '转介人（前 8 位，另有 1 位）', rowCount: 8 });
  });

  test('begins with the best referrers, and leaves out the ninth', () => {
    const [one] = referralReport().byReferrer;
    if (one === undefined) throw new Error('nobody refers');
    const byReferrer = '一二三四五六七八九'.split('').map((name) => ({ ...one, referrerName: `转介人${name}` }));
    const shown = renderTable(referralTerminal(referralReport({ byReferrer })), { color: false });
    expect(shown).toContain('转介人一');
    expect(shown).toContain('转介人八');
    expect(shown).not.toContain('转介人九');
  });

  test('says 本期无数据 for an empty register', () => {
    expect(renderTable(referralTerminal(emptyReport()), { color: false })).toContain('本期无数据');
  });
});

describe('the forms of the referral report', () => {
  const report = referralReport();
  const rendition = referralRendition(report, false);

  test('are 转介台账 as CSV, every referral on a line', () => {
    const csv = [...rendition.csv()].join('').split('\r\n');
    expect(csv[0]).toContain('转介方-转介人类型');
    expect(csv.filter((line) => line.includes('ZJ2025'))).toHaveLength(11);
  });

  test('are the report itself as JSON', () => {
    expect(JSON.parse([...rendition.json()].join(''))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  test('are all sheets as HTML', () => {
    const html = [...rendition.html()].join('');
    for (const { title } of sheetsOf()) expect(html).toContain(title);
    expect([...rendition.table()].join('')).toContain('客户转介统计');
  });
});

describe('figures in texts', () => {
  test.each([
    [0.5555555, '55.56%'],
    [1 / 32, '3.13%'],
    [1.0111, '101.11%'],
    [0, '0.00%'],
    [null, '—'],
  ])('the share %s is %s', (share, text) => {
    expect(formatPercent(share)).toBe(text);
  });

  test.each([
    [4999, '0.00'],
    [5000, '0.01'],
    [-5000, '-0.01'],
    [123456780000, '123,456.78'],
  ])('%i 分 are %s 万元', (amountFen, text) => {
    expect(formatWan(amountFen)).toBe(text);
  });
});
