import { describe, expect, test } from 'vitest';
import type { DormantReport } from '../../src/analysis/dormant/report.js';
import { dormantListSheet } from '../../src/ledger/dormant-list.js';
import { dormantSheets } from '../../src/ledger/index.js';
import type { CellValue, Sheet, Table } from '../../src/ledger/sheet.js';
import { daysBetween, parseDay } from '../../src/model/day.js';
import { ratio } from '../../src/model/ratio.js';
import { describeRules } from '../../src/model/rule-list.js';
import { asOf, on } from '../analysis/branch.js';
import { dormantCustomer, dormantReport, member } from './dormant-report.js';

function sheetsOf(report: DormantReport = dormantReport()): readonly Sheet[] {
  return dormantSheets(report, describeRules(report.rules));
}

function sheetNamed(name: string, report?: DormantReport): Sheet {
  const sheet = sheetsOf(report).find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function rowsOf(table: Table | undefined): readonly CellValue[][] {
  return [...(table?.rows ?? [])].map((row) => [...row]);
}

function headers(table: Table | undefined): string[] {
  return (table?.columns ?? []).map(({ header }) => header);
}

function listOf(sheet: Sheet): Table {
  const list = sheet.tables.find(({ isList }) => isList === true);
  if (list === undefined) throw new Error('no list');
  return list;
}

/** One column of a list by its header, with the customer of each row. */
function byCustomer(table: Table, header: string): Record<string, CellValue> {
  const at = headers(table).indexOf(header);
  const id = headers(table).indexOf('客户号');
  return Object.fromEntries(rowsOf(table).map((row) => [String(row[id]), row[at] ?? null]));
}

type Cells = Readonly<Record<string, CellValue>>;

function days(from: CellValue | undefined, to: CellValue | undefined): number {
  const [a, b] = [parseDay(String(from)), parseDay(String(to))];
  if (a === undefined || b === undefined) throw new Error('not a day');
  return daysBetween(a, b);
}

const idle = (cells: Cells): CellValue => (cells.lastActiveOn === null ? '—' : days(cells.lastActiveOn, asOf));

function quotient(numerator: string, denominator: string): (cells: Cells) => CellValue {
  return (cells) =>
    cells[denominator] === 0 ? '—' : Number(cells[numerator] ?? Number.NaN) / Number(cells[denominator]);
}

/** What Excel makes of every formula of these sheets. */
const formulas: Readonly<Record<string, (cells: Cells) => CellValue>> = {
  'IF({lastActiveOn}="","—",数据日期-{lastActiveOn})': idle,
  'IF(OR({lastActiveOn}="",{status}="期间销户"),"—",IF({wokenOn}>{lastActiveOn},{wokenOn},数据日期)-{lastActiveOn})': (
    cells,
  ) => {
    const { lastActiveOn, wokenOn, status } = cells;
    if (lastActiveOn === null || status === '期间销户') return '—';
    return days(lastActiveOn, String(wokenOn ?? '') > String(lastActiveOn) ? wokenOn : asOf);
  },
  '{sleepsOn}-数据日期': ({ sleepsOn }) => days(asOf, sleepsOn),
  'IF({customersJudged}=0,"—",{customers}/{customersJudged})': quotient('customers', 'customersJudged'),
  'IF({aumJudged}=0,"—",{aum}/{aumJudged})': quotient('aum', 'aumJudged'),
  'IF({judged}=0,"—",{dormant}/{judged})': quotient('dormant', 'judged'),
  'IF({cohort}=0,"—",{awakened}/{cohort})': quotient('awakened', 'cohort'),
  'IF({cohort}=0,"—",{contacted}/{cohort})': quotient('contacted', 'cohort'),
};

describe('the workbook of dormant customers', () => {
  test('has its sheets in this order', () => {
    expect(sheetsOf().map(({ name }) => name)).toEqual([
      '睡眠概况',
      '睡眠客户唤醒台账',
      '睡眠账户',
      '即将休眠',
      '口径与数据质量',
    ]);
  });

  test('has rows as wide as their columns, as many as promised, twice', () => {
    for (const table of sheetsOf().flatMap(({ tables }) => tables)) {
      expect(rowsOf(table)).toHaveLength(table.rowCount);
      for (const row of [...table.rows, ...(table.total ? [table.total] : [])]) {
        expect(row).toHaveLength(table.columns.length);
      }
    }
  });

  test('names columns once per table, and formulas, keys and highlights name columns of their table', () => {
    for (const { columns, highlights = [], rowKey = [] } of sheetsOf().flatMap(({ tables }) => tables)) {
      const keys = columns.flatMap(({ key }) => (key === undefined ? [] : [key]));
      expect(new Set(keys).size).toBe(keys.length);
      const totals = columns.flatMap(({ total }) => (typeof total === 'object' ? [total.formula] : []));
      const templates = [
        ...columns.flatMap(({ formula }) => formula ?? []),
        ...totals,
        ...highlights.map(({ when }) => when),
      ];
      const named = templates.flatMap((template) =>
        [...template.matchAll(/\{(\w+)(?::total)?\}/g)].map(([, key]) => key),
      );
      for (const key of [...named, ...rowKey, ...highlights.flatMap((highlight) => highlight.columns)]) {
        expect(keys).toContain(key);
      }
    }
  });

  test('caches in every formula cell what Excel makes of it', () => {
    const reports = [
      dormantReport(),
      dormantReport({ wakeCohort: [member('C08', { status: '已唤醒', wokenOn: on('2025-02-01') })] }),
    ];
    let seen = 0;
    for (const { columns, rows } of reports.flatMap(sheetsOf).flatMap(({ tables }) => tables)) {
      for (const row of rows) {
        const cells = Object.fromEntries(columns.map(({ key }, index) => [key ?? '', row[index] ?? null]));
        for (const [index, { formula }] of columns.entries()) {
          if (formula === undefined) continue;
          const evaluate = formulas[formula];
          expect(evaluate, formula).toBeDefined();
          expect(row[index], formula).toEqual(evaluate?.(cells));
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  test('holds no undetermined customer in any list', () => {
    for (const name of ['睡眠客户唤醒台账', '即将休眠', '睡眠账户']) {
      expect(JSON.stringify(rowsOf(listOf(sheetNamed(name))))).not.toContain('C05');
    }
    expect(JSON.stringify(rowsOf(listOf(dormantListSheet(dormantReport()))))).not.toContain('C05');
    expect(sheetNamed('口径与数据质量').tables.find(({ heading }) => heading === '无法判定的客户')?.rowCount).toBe(1);
  });

  test('says 本期无数据 in lists without rows, and sums nothing', () => {
    const empty = dormantReport({ customers: [], wakeCohort: [], countdown: [], accounts: [] });
    for (const name of ['睡眠客户唤醒台账', '即将休眠', '睡眠账户']) {
      const list = listOf(sheetNamed(name, empty));
      expect(rowsOf(list).map(([first]) => first)).toEqual(['本期无数据']);
      expect(list.total).toBeUndefined();
    }
  });
});

describe('睡眠客户唤醒台账', () => {
  const sheet = sheetNamed('睡眠客户唤醒台账');
  const list = listOf(sheet);

  test('begins with the table of the CRM', () => {
    expect(headers(sheet.tables[0])).toEqual([
      '数据日期',
      '统计对象',
      '客户数',
      '已接触客户',
      '接触率',
      '已唤醒客户',
      '唤醒率',
    ]);
    expect(rowsOf(sheet.tables[0])).toEqual([['2025-09-30', '2025-06-30 的睡眠客户', 3, 2, 2 / 3, 1, 1 / 3]]);
  });

  test('has the columns of the ledger in their order', () => {
    expect(headers(list)).toEqual([
      '序号',
      '客户号',
      '客户姓名',
      '联系电话',
      '管户员工',
      '最近交易日',
      '休眠天数',
      '休眠类型',
      'AUM(元)',
      '余额档',
      '豁免标记',
      '优先级',
      '唤醒方案',
      '首次接触日',
      '接触方式',
      '接触结果',
      '唤醒交易日',
      '唤醒交易类型',
      '唤醒状态',
      '唤醒后AUM',
      '备注',
    ]);
  });

  test('lists who sleeps, who woke and who left, by AUM, the unknown last', () => {
    expect(byCustomer(list, '序号')).toEqual({ C08: 1, C02: 2, C12: 3, C03: 4 });
    expect(byCustomer(list, '唤醒状态')).toEqual({ C08: '未唤醒', C02: '已唤醒', C12: null, C03: '期间销户' });
  });

  test('does not list those of the cohort who neither sleep nor woke nor left', () => {
    const wakeCohort = [member('C06', { status: '未唤醒' }), member('C07', { status: '观察中' })];
    const other = listOf(sheetNamed('睡眠客户唤醒台账', dormantReport({ wakeCohort })));
    expect(Object.keys(byCustomer(other, '序号'))).toEqual(['C08', 'C12']);
  });

  test('lists once who woke after an earlier cohort and sleeps again', () => {
    const wakeCohort = [member('C08', { status: '已唤醒', wokenOn: on('2025-01-10') })];
    const other = listOf(sheetNamed('睡眠客户唤醒台账', dormantReport({ wakeCohort })));
    expect([...other.rows]).toHaveLength(2);
    expect(byCustomer(other, '休眠天数').C08).toBe(180);
  });

  test('counts sleep to 数据日期, and to the day of waking of those who woke', () => {
    expect(byCustomer(list, '休眠天数')).toEqual({ C08: 180, C02: 243, C12: '—', C03: '—' });
  });

  test('shows what AUM was when it slept and what it is now only of those who woke', () => {
    expect(byCustomer(list, 'AUM(元)')).toEqual({ C08: 123456, C02: 50000, C12: 0, C03: '未提供' });
    expect(byCustomer(list, '唤醒后AUM')).toEqual({ C08: null, C02: 250000, C12: null, C03: null });
    expect(byCustomer(list, '余额档')).toMatchObject({ C02: '100–1千', C03: '未提供' });
    expect(list.total?.[8]).toBe(173456);
  });

  test('takes contacts from the cohort where the list has none, and 未提供 for what no export says', () => {
    expect(byCustomer(list, '首次接触日').C08).toBe('2025-07-15');
    expect(byCustomer(list, '接触方式').C08).toBe('电话');
    expect(byCustomer(list, '联系电话').C12).toBe('未提供');
    expect(byCustomer(list, '管户员工')).toMatchObject({ C08: '周晓梅', C12: '未分配' });
    expect(byCustomer(list, '豁免标记').C08).toBe('社保卡、代发户');
  });

  test('leaves five columns to staff, two of them with dropdowns that may be overruled', () => {
    expect(list.columns.filter(({ input }) => input).map(({ header }) => header)).toEqual([
      '唤醒方案',
      '首次接触日',
      '接触方式',
      '接触结果',
      '备注',
    ]);
    expect(list.columns.flatMap(({ list: dropdown }) => dropdown ?? [])).toEqual([
      { name: '接触方式' },
      { name: '接触结果' },
    ]);
    expect(list.rowKey).toEqual(['customerId']);
    expect(sheet.hasSignature).toBe(true);
    expect(sheet.frozenColumns).toBe(3);
  });

  test('has no rates of contact where contacts are not given, nor a formula that would fail', () => {
    const { summary } = dormantReport();
    const wake = { ...summary.wake, contacted: null, contactShare: null };
    const [crm] = sheetNamed('睡眠客户唤醒台账', dormantReport({ summary: { ...summary, wake } })).tables;
    expect(rowsOf(crm)[0]?.slice(3, 5)).toEqual(['未提供', '未提供']);
    expect(crm?.columns[4]?.formula).toBeUndefined();
  });

  test.each([
    [true, 0],
    [false, 1],
  ])('says that the window is open only while it is: complete %s', (windowComplete, times) => {
    const { summary } = dormantReport();
    const wake = { ...summary.wake, windowComplete };
    const { notes } = sheetNamed('睡眠客户唤醒台账', dormantReport({ summary: { ...summary, wake } }));
    expect(notes.filter((note) => note === '观察期未满，唤醒率还会变化')).toHaveLength(times);
    expect(notes.join('\n')).toContain('期间销户的客户留在分母');
    expect(notes).toContain('名单客户 3 户，其中期间销户 1 户；名单日无法判定的 1 户不在名单内');
  });
});

test.each([
  [null, 0],
  ['覆盖不足', 1],
] as const)('睡眠客户唤醒台账 says whether the list may lack somebody: %s', (flag, times) => {
  const { summary } = dormantReport();
  const coverage = { ...summary.wake.coverage, days: 91, windowDays: 180, flag };
  const wake = { ...summary.wake, coverage };
  const { notes } = sheetNamed('睡眠客户唤醒台账', dormantReport({ summary: { ...summary, wake } }));
  const said = '覆盖不足：名单日以前的交易明细只有 91 天，睡眠标准需要 180 天，名单可能不全';
  expect(notes.filter((note) => note === said)).toHaveLength(times);
});

describe('睡眠概况', () => {
  const sheet = sheetNamed('睡眠概况');

  test('gives the share by customers and by AUM without the undetermined', () => {
    expect(rowsOf(sheet.tables[0])).toEqual([[2, 11, 2 / 11, 123456, 9000000, 123456 / 9000000]]);
  });

  test('has every customer in exactly one class', () => {
    const composition = sheet.tables.find(({ heading }) => heading === '客户构成');
    const rows = rowsOf(composition).filter(([label]) => !String(label).includes('其中'));
    expect(rows.reduce((sum, [, customers]) => sum + Number(customers), 0)).toBe(composition?.total?.[1]);
  });

  test('shows 未提供 for AUM, contacts, sales and accounts that were not given', () => {
    const { summary } = dormantReport();
    const wake = { ...summary.wake, effective: null, contacted: null, contactShare: null };
    const poor = { ...summary, aumShare: null, dormantAumFen: null, accounts: null, reactivation: null, wake };
    const { tables, notes } = sheetNamed('睡眠概况', dormantReport({ summary: poor }));
    expect(rowsOf(tables[0])[0]?.slice(3)).toEqual(['未提供', '未提供', '未提供']);
    expect(tables[0]?.columns[5]?.formula).toBeUndefined();
    const rates = tables.find(({ heading }) => heading?.startsWith('唤醒'));
    expect(rowsOf(rates).map((row) => row[3])).toEqual([1 / 3, '未提供', '未提供', '未提供', '未提供']);
    expect(rowsOf(tables.at(-1))[0]).toEqual(Array.from({ length: 5 }, () => '未提供'));
    expect(notes.join('\n')).not.toContain('满意度');
  });

  test('shows — and never 0 % where there is nothing to divide by', () => {
    const { summary } = dormantReport();
    const wake = { ...summary.wake, cohort: 0, awakened: 0, closed: 0, rate: ratio(0, 0), effective: ratio(0, 0) };
    const { tables } = sheetNamed('睡眠概况', dormantReport({ summary: { ...summary, share: ratio(0, 0), wake } }));
    expect(rowsOf(tables[0])[0]?.[2]).toBe('—');
    expect(rowsOf(tables.find(({ heading }) => heading?.startsWith('唤醒')))[0]?.[3]).toBe('—');
  });

  test('adds managers up from their parts', () => {
    const table = sheet.tables.find(({ heading }) => heading === '按管户员工');
    expect(table?.total).toEqual(['合计', 11, 2, 2 / 11, 123456, 3, 1, 1 / 3]);
    expect(rowsOf(table).map(([name]) => name)).toEqual(['周晓梅', '未分配']);
  });

  test('says what 睡眠 means with the numbers in force', () => {
    expect(sheet.notes).toContain(
      '睡眠客户：最近一次客户交易距数据日期不少于 180 天（标准 seed180，最近客户交易在 2025-04-03 及以前）；客户交易指主动交易、他人汇入，结息、扣费、司法扣划不算',
    );
    expect(sheet.notes).toContain('满意度变化：接触前后都评分的 1 户，平均由 6 变为 8.5');
  });
});

describe('即将休眠', () => {
  test('lists managers by AUM of the longest window, cumulative, those without manager last', () => {
    const base = dormantReport();
    const figures = (customers: number, aumFen: number | null) => [
      { withinDays: 30, customers: 0, aumFen: 0 },
      { withinDays: 60, customers: 0, aumFen: 0 },
      { withinDays: 90, customers, aumFen },
    ];
    const [first] = base.byManager;
    if (first === undefined) throw new Error('no manager');
    const byManager = [
      { ...first, managerName: null, countdown: figures(9, 900) },
      { ...first, managerName: '甲', countdown: figures(1, 100) },
      { ...first, managerName: '乙', countdown: figures(1, 200) },
      { ...first, managerName: '丙', countdown: figures(1, null) },
      { ...first, managerName: '丁', countdown: figures(0, 0) },
    ];
    const [managers] = sheetNamed('即将休眠', { ...base, byManager }).tables;
    expect(rowsOf(managers).map(([name]) => name)).toEqual(['乙', '甲', '丙', '未分配']);
    expect(managers?.columns.map(({ group }) => group)).toEqual([
      undefined,
      '30 天内',
      '30 天内',
      '60 天内',
      '60 天内',
      '90 天内',
      '90 天内',
    ]);
  });

  test('says how many days are left', () => {
    const list = listOf(sheetNamed('即将休眠'));
    expect(byCustomer(list, '剩余天数')).toEqual({ C09: 7, C10: 81 });
    expect(byCustomer(list, '未动天数')).toEqual({ C09: 173, C10: '—' });
    expect(byCustomer(list, '提前档')).toEqual({ C09: '30 天内', C10: '90 天内' });
  });
});

describe('睡眠账户', () => {
  test('sums balances, and says whether the customer is active elsewhere', () => {
    const list = listOf(sheetNamed('睡眠账户'));
    expect(rowsOf(list).map(([account, , , , , , , idleDays]) => [account, idleDays])).toEqual([
      ['622202******1234', 180],
      ['622202******9876', '—'],
    ]);
    expect(list.total?.[8]).toBe(120000);
    expect(headers(list)).toContain('客户另有活跃账户');
  });

  test('says 未提供 and not 本期无数据 without an account export', () => {
    const { summary } = dormantReport();
    const sheet = sheetNamed('睡眠账户', dormantReport({ accounts: null, summary: { ...summary, accounts: null } }));
    expect(rowsOf(listOf(sheet)).map(([first]) => first)).toEqual(['未提供']);
  });
});

describe('the list for a CSV', () => {
  test('holds the dormant customers alone, with reasons and without columns to fill in', () => {
    const list = listOf(dormantListSheet(dormantReport()));
    expect(byCustomer(list, '判定理由')).toEqual({ C08: 'R=180≥180', C12: 'R=180≥180' });
    expect(list.columns.some(({ input }) => input === true)).toBe(false);
  });

  test('keeps the order of the report', () => {
    const customers = [dormantCustomer('C2', { aumFen: 9 }), dormantCustomer('C1', { aumFen: null })];
    expect(Object.keys(byCustomer(listOf(dormantListSheet(dormantReport({ customers }))), '客户号'))).toEqual([
      'C2',
      'C1',
    ]);
  });
});
