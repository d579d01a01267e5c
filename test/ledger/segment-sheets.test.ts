import { describe, expect, test } from 'vitest';
import { segmentCustomers } from '../../src/analysis/segment.js';
import { averageFen } from '../../src/ledger/average.js';
import { segmentSheets } from '../../src/ledger/index.js';
import { formatTags } from '../../src/ledger/rfm-detail.js';
import { formatRuleValue } from '../../src/ledger/rule-table.js';
import type { Sheet, Table } from '../../src/ledger/sheet.js';
import { segmentTerminal } from '../../src/ledger/terminal.js';
import { fenOf } from '../../src/model/fen.js';
import type { FileIntake } from '../../src/model/intake.js';
import { ratio } from '../../src/model/ratio.js';
import { describeRules } from '../../src/model/rule-list.js';
import { planSheet } from '../../src/render/sheet-plan.js';
import { asOf, branch, on, type RulesInput, rulesWith } from '../analysis/branch.js';
import { goldenBranch } from '../analysis/golden-customers.js';

const balances = [
  { custNo: 'C01', dataDate: asOf, aumFen: fenOf(60000000) },
  { custNo: 'C03', dataDate: asOf, aumFen: fenOf(100) },
  { custNo: 'C04', dataDate: asOf, aumFen: fenOf(300) },
];

function sheetsOf(input: RulesInput = {}, wish: Parameters<typeof goldenBranch>[0] = {}): readonly Sheet[] {
  const rules = rulesWith(input);
  const report = segmentCustomers(goldenBranch({ rules, balances, ...wish }), rules, asOf);
  return segmentSheets(report, describeRules(rules));
}

function fileNamed(file: string, sheet?: string): FileIntake {
  const rows = { read: 45, used: 25, rejected: 1, duplicate: 2, future: 3, header: 1, preamble: 4, blank: 8, total: 1 };
  const name = { file, ...(sheet === undefined ? {} : { sheet }) };
  const contents = { rows, coverage: null, controlTotals: [] };
  return { ...name, kind: 'transactions', encoding: 'utf-8', container: 'csv', sha256: 'a'.repeat(64), ...contents };
}

function cells(table: Table | undefined): unknown[][] {
  return [...(table?.rows ?? [])].map((row) => [...row]);
}

function headers(table: Table | undefined): string[] {
  return (table?.columns ?? []).map(({ header }) => header);
}

describe('the workbook of a segmentation', () => {
  test('has the matrix only where it compares, and ends with the definitions', () => {
    const previous = { asOf: on('2025-06-30'), tiers: new Map([['C01', '潜力客户' as const]]) };
    expect(sheetsOf().map(({ name }) => name)).toEqual(['RFM汇总', 'RFM明细', '口径与数据质量']);
    expect(sheetsOf({}, { previous }).map(({ name }) => name)).toEqual([
      'RFM汇总',
      'RFM明细',
      '迁移矩阵',
      '口径与数据质量',
    ]);
  });

  test.each([
    ['txnAmount', 'absolute', 'M'],
    ['txnAmount', 'score', 'M'],
    ['aum', 'absolute', '交易金额'],
    ['aum', 'score', '交易金额'],
  ] as const)('calls amounts M only where M is amounts: %s, %s', (monetary, method, name) => {
    const rules = { rfm: { monetary, method } };
    const [summary, detail] = sheetsOf(rules);
    expect(headers(summary?.tables[0])).toContain(`户均${name}`);
    expect(headers(detail?.tables[0])).toContain(`${name}(元)`);
    const report = segmentCustomers(goldenBranch({ rules: rulesWith(rules), balances }), rulesWith(rules), asOf);
    expect(headers(segmentTerminal(report).tables[0])).toContain(`均${name}(万)`);
  });

  test('has rows as wide as their columns, as many as promised, twice', () => {
    const previous = { asOf: null, tiers: new Map([['C01', '潜力客户' as const]]) };
    for (const input of [{}, { rfm: { method: 'score' as const } }]) {
      for (const table of sheetsOf(input, { previous }).flatMap(({ tables }) => tables)) {
        expect(cells(table)).toHaveLength(table.rowCount);
        expect(cells(table)).toHaveLength(table.rowCount);
        for (const row of [...table.rows, ...(table.total ? [table.total] : [])]) {
          expect(row).toHaveLength(table.columns.length);
        }
      }
    }
  });
});

describe('RFM汇总', () => {
  const [summary] = sheetsOf();
  const table = summary?.tables[0];

  test('names the window, the day, what M is and the units', () => {
    expect(summary?.title).toBe('客户RFM分层汇总表');
    expect(summary?.subtitle).toBe(
      '统计区间：2024-10-01 至 2025-09-30（365天）　数据日期：2025-09-30　M口径：交易金额　单位：元/户',
    );
    expect(summary?.notes).toContain('睡眠占比：16.67%（2/12 户），按AUM 0.00%；“无法判定”不计入分子和分母');
  });

  test('lists the four tiers of the documents first, then ours', () => {
    expect(cells(table).map((row) => [row[0], row[1], row[2]])).toEqual([
      ['四类', '核心客户', 1],
      ['四类', '潜力客户', 3],
      ['四类', '基础客户', 1],
      ['四类', '睡眠客户', 2],
      ['其他', '沉寂预警', 2],
      ['其他', '一般活跃', 2],
      ['其他', '新开未动户', 1],
      ['其他', '无法判定', 0],
    ]);
  });

  test('computes averages from sums and says — for nobody', () => {
    const promising = cells(table)[1];
    expect(promising?.slice(4)).toEqual([400, 400 / 60000400, 133, 17 / 3, 53333333, 111 / 3]);
    expect(cells(table)[7]).toEqual(['其他', '无法判定', 0, 0, 0, 0, '—', '—', '—', '—']);
    expect(table?.total?.slice(0, 6)).toEqual(['合计', null, 12, 1, 60000400, 1]);
  });

  test('shows the segments and the thresholds under method score, and no tiers', () => {
    const [score] = sheetsOf({ rfm: { method: 'score' } });
    expect(score?.tables.map(({ heading }) => heading)).toEqual([
      undefined,
      '各分值的实际区间（含两端）',
      '高低分界（不低于分界为高）',
    ]);
    expect(JSON.stringify(score?.tables.map(cells))).not.toContain('核心客户');
    expect(cells(score?.tables[0]).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(12);
    expect(score?.notes).toContain('参加打分的客户只有 12 户，不足 25 户，五分位分值仅供参考');
  });
});

describe('RFM明细', () => {
  test('is sorted by tier, then AUM, then 客户号', () => {
    expect(cells(sheetsOf()[1]?.tables[0]).map(([id]) => id)).toEqual([
      ...['C01', 'C04', 'C03', 'C02', 'C05', 'C08', 'C11', 'C06', 'C07', 'C09', 'C10', 'C12'],
    ]);
  });

  test('shows one scheme, and the earlier tier only where it compares', () => {
    const tierHeaders = headers(sheetsOf()[1]?.tables[0]);
    expect(tierHeaders).toEqual([
      ...['客户号', '客户姓名', '管户员工', '层级', '最近交易日', 'R(天)', 'F(次)', 'M(元)', 'AUM(元)', '判定理由'],
    ]);
    const scoreHeaders = headers(sheetsOf({ rfm: { method: 'score' } })[1]?.tables[0]);
    expect(scoreHeaders).toContain('价值细分');
    expect(scoreHeaders).not.toContain('层级');
    const previous = { asOf: null, tiers: new Map([['C01', '潜力客户' as const]]) };
    const compared = sheetsOf({}, { previous })[1]?.tables[0];
    expect(headers(compared)[4]).toBe('上期层级');
    expect(
      cells(compared)
        .map((row) => row[4])
        .slice(0, 2),
    ).toEqual(['潜力客户', '新增']);
  });

  test('says 本期无数据 for nobody', () => {
    const report = segmentCustomers(branch({ customers: [] }), rulesWith(), asOf);
    expect(cells(segmentSheets(report, [])[1]?.tables[0])).toEqual([['本期无数据', ...Array(9).fill(null)]]);
  });

  test.each([
    [null, null],
    [
      { products: ['存款', '基金'], riskLevel: 'C3', riskExpired: true, isStaff: null },
      '产品2类：存款、基金；风险C3（已过期）',
    ],
    [{ products: [], riskLevel: 'C1', riskExpired: false, isStaff: true }, '产品0类；风险C1；本行员工'],
    [{ products: null, riskLevel: null, riskExpired: null, isStaff: false }, null],
  ])('prints the tags %j as %s', (tags, text) => {
    expect(formatTags(tags)).toBe(text);
  });
});

test('迁移矩阵 adds up in both directions', () => {
  const tiers = new Map([
    ['C01', '潜力客户' as const],
    ['GONE', '核心客户' as const],
  ]);
  const sheet = sheetsOf({}, { previous: { asOf: on('2025-06-30'), tiers } })[2];
  const [counts, amounts] = sheet?.tables ?? [];
  expect(counts?.total?.at(-1)).toBe(13);
  expect(cells(counts).reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(13);
  expect(amounts?.total?.[1]).toBe(60000000);
  expect(sheet?.subtitle).toBe('上期：2025-06-30（上期结果）　本期：2025-09-30　单位：户、万元');
});

test('迁移矩阵 has no amounts where none were given', () => {
  const previous = { asOf: null, tiers: new Map([['C01', '潜力客户' as const]]) };
  const sheet = sheetsOf({}, { previous, balances: undefined })[2];
  expect(sheet?.tables.map(({ heading }) => heading)).toEqual(['户数', '升降汇总']);
  expect(sheet?.notes).toContain('AUM 未提供');
});

describe('口径与数据质量', () => {
  const rules = rulesWith({ rfm: { windowDays: 90 }, txn: { resetClasses: ['ACTIVE', 'THIRD_PARTY', 'MANDATE'] } });
  const report = {
    ...segmentCustomers(goldenBranch({ rules, balances }), rules, asOf),
    intake: [fileNamed('交易明细.csv'), fileNamed('客户.xlsx', '名单')],
    problems: [
      {
        severity: 'error',
        code: 'unreadable-value',
        file: '交易明细.csv',
        line: 17,
        column: '交易金额',
        message: '无法识别',
      },
      { severity: 'warning', code: 'foreign-currency', file: '', message: '5 笔外币' },
    ] as const,
  };
  const sheet = segmentSheets(report, describeRules(rules)).at(-1);
  const tableNamed = (name: string) => sheet?.tables.find(({ heading }) => heading?.startsWith(name) === true);

  test('holds every rule with its value and source, written for people', () => {
    const rows = cells(tableNamed('规则'));
    expect(rows.length).toBe(describeRules(rulesWith()).length);
    const row = (key: string) => rows.find(([found]) => found === key);
    expect(row('rfm.windowDays')?.slice(2)).toEqual(['90', '天', '365', '配置']);
    expect(row('txn.resetClasses')?.slice(2)).toEqual([
      ...['ACTIVE、THIRD_PARTY、MANDATE', '', 'ACTIVE、THIRD_PARTY', '配置'],
    ]);
    expect(row('rfm.tiers.核心客户.minAmountYuan')?.[2]).toBe('500,000');
    expect(JSON.stringify(rows)).not.toMatch(/\[\]|\{|true|false/);
  });

  test('accounts for the rows of every file and of all files', () => {
    const table = tableNamed('文件与行数');
    expect(headers(table)).toEqual([
      ...['文件', '类别', '读入', '采用', '拒绝', '重复', '未来', '表头', '说明', '空行', '合计'],
    ]);
    expect(cells(table)[1]?.slice(0, 2)).toEqual(['客户.xlsx〔名单〕', '交易明细']);
    expect(table?.total).toEqual(['全部文件', null, 90, 50, 2, 4, 6, 2, 8, 16, 2]);
  });

  test('says of every file what it is, to the byte', () => {
    expect(headers(tableNamed('文件来源'))).toEqual(['文件', '格式', '编码', '工作表', 'SHA-256']);
    expect(cells(tableNamed('文件来源')).map((row) => row.at(-1))).toEqual(['a'.repeat(64), 'a'.repeat(64)]);
  });

  test('names the place of every problem, or that all files are meant', () => {
    expect(cells(tableNamed('问题与警告'))).toEqual([
      ['错误', '单元格内容无法识别', '交易明细.csv', 17, '交易金额', '无法识别'],
      ['警告', '外币交易没有折算，不计入', '全部文件', null, null, '5 笔外币'],
    ]);
    expect(cells(tableNamed('基本情况')).at(-1)).toEqual(['问题与警告', '错误 1 条，警告 1 条，逐条见下']);
  });

  test('prints on one page in width whatever the files are called', () => {
    const long = [fileNamed('某支行二〇二五年第三季度个人客户账户交易明细导出-core-banking-export'.repeat(3), '流水')];
    for (const intake of [report.intake, long]) {
      const last = segmentSheets({ ...report, intake }, describeRules(rules)).at(-1);
      expect(last === undefined ? 0 : planSheet(last).pagesWide).toBe(1);
    }
  });
});

test.each([
  [[], '无'],
  [{}, '无'],
  ['', '无'],
  [null, '无'],
  [false, '否'],
  [1234567.5, '1,234,567.5'],
  [-30, '-30'],
  [{ '0': 'active', '1': 'passive' }, '0=active、1=passive'],
  [{ transactions: { txnDate: '记账日' } }, 'transactions=（txnDate=记账日）'],
  [
    [
      { id: 'a', class: 'ACTIVE' },
      { id: 'b', class: 'SYSTEM' },
    ],
    'id=a、class=ACTIVE；id=b、class=SYSTEM',
  ],
])('the rule value %j reads %s', (value, text) => {
  expect(formatRuleValue(value)).toBe(text);
});

describe('nobody and nothing', () => {
  const nobody = segmentCustomers(branch({ customers: [] }), rulesWith(), asOf);

  test('RFM汇总 has no rows for nobody, so that it says 本期无数据 and no totals of 0', () => {
    expect(segmentSheets(nobody, [])[0]?.tables[0]?.rowCount).toBe(0);
    const rules = rulesWith({ rfm: { method: 'score' } });
    const score = segmentCustomers(branch({ customers: [], rules }), rules, asOf);
    expect(segmentSheets(score, [])[0]?.tables[0]?.rowCount).toBe(0);
  });

  test('AUM that is not provided is 未提供 and never 0', () => {
    const [summary, detail] = sheetsOf({}, { balances: undefined });
    expect(cells(summary?.tables[0])[0]?.slice(4, 7)).toEqual(['未提供', '未提供', '未提供']);
    expect(summary?.tables[0]?.total?.[4]).toBe('未提供');
    const place = headers(detail?.tables[0]).indexOf('AUM(元)');
    expect(new Set(cells(detail?.tables[0]).map((row) => row[place]))).toEqual(new Set(['未提供']));
  });
});

describe('the terminal', () => {
  test.each(['absolute', 'score'] as const)('stays within 80 columns under method %s', (method) => {
    const rules = rulesWith({ rfm: { method } });
    const previous = { asOf: null, tiers: new Map([['C01', '潜力客户' as const]]) };
    const sheet = segmentTerminal(segmentCustomers(goldenBranch({ rules, previous }), rules, asOf));
    for (const { columns } of sheet.tables) {
      expect(columns.reduce((sum, { width }) => sum + width + 3, 1)).toBeLessThanOrEqual(85);
    }
  });

  test('names nobody', () => {
    const sheet = segmentTerminal(segmentCustomers(goldenBranch(), rulesWith(), asOf));
    expect(JSON.stringify(sheet.tables.map(cells))).not.toMatch(/C\d\d/);
  });
});

test.each([
  [5, 2, 3],
  [-5, 2, -3],
  [1, 3, 0],
  [-1, 3, 0],
  [9007199254740991, 2, 4503599627370496],
  [1, 0, null],
])('the average of %i over %i is %s', (numerator, denominator, expected) => {
  expect(averageFen(ratio(numerator, denominator))).toBe(expected);
});
