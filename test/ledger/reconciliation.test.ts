import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PortfolioReport } from '../../src/analysis/portfolio/report.js';
import type { SalesReport } from '../../src/analysis/sales/report.js';
import { referralSheets } from '../../src/ledger/index.js';
import { portfolioOverviewSheet } from '../../src/ledger/portfolio-overview.js';
import { referralChecks } from '../../src/ledger/reconciliation/referral-checks.js';
import { salesChecks } from '../../src/ledger/reconciliation/sales-checks.js';
import { failedChecks, reconciliationSheet } from '../../src/ledger/reconciliation.js';
import type { CellValue, Sheet } from '../../src/ledger/sheet.js';
import { vipCustomersSheet } from '../../src/ledger/vip-customers.js';
import type { LedgerScene } from '../../src/ledger/workbook-scene.js';
import type { FileIntake } from '../../src/model/intake.js';
import { quarterOf } from '../../src/model/period.js';
import { describeRules } from '../../src/model/rule-list.js';
import { writeWorkbook } from '../../src/render/xlsx.js';
import { asOf, rulesWith } from '../analysis/branch.js';
import { portfolio } from '../analysis/portfolio/branch.js';
import { branchWish } from '../analysis/portfolio/wish.js';
import { differences, hasOffice, readBook, recalculated } from '../outside/office.js';
import { referralReport } from './referral-report.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-reconciliation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = { branchName: '城东支行', branchNo: '0101', printDate: asOf };
const noSales: SalesReport = {
  asOf,
  period: quarterOf(asOf),
  rules: rulesWith({}),
  showsCustomers: true,
  funds: null,
  wealth: null,
  maturities: null,
  notes: { funds: [], wealth: [], maturities: [] },
};

const file: FileIntake = {
  file: '理财.csv',
  kind: 'wealthSales',
  encoding: 'utf-8',
  container: 'csv',
  sha256: '',
  rows: { read: 12, used: 8, rejected: 1, duplicate: 0, future: 0, header: 1, preamble: 1, blank: 0, total: 1 },
  coverage: null,
  controlTotals: [{ line: 12, column: '购买金额', statedFen: 1_000_00, computedFen: 1_000_00, agrees: true }],
};

const report = portfolio(branchWish);

function sceneOf(more: Partial<LedgerScene> = {}): LedgerScene {
  const nothing = { segment: null, dormant: null, referral: null, problems: [], intake: [file] };
  return {
    ...head,
    asOf,
    rules: rulesWith({}),
    period: report.period,
    portfolio: report,
    sales: noSales,
    ...nothing,
    ...more,
  };
}

function sheetsOf(vip: PortfolioReport = report): readonly Sheet[] {
  return [portfolioOverviewSheet(report, head), vipCustomersSheet(vip, head)];
}

/** Content of a check → left, right, difference, result. */
function results({ tables }: Sheet): Readonly<Record<string, readonly CellValue[]>> {
  const lines = tables.flatMap(({ columns, rows }) => {
    const at = (key: string) => columns.findIndex((column) => column.key === key);
    const shown = ['left', 'right', 'difference', 'result'].map(at);
    return [...rows].map((row) => [row[at('content')], shown.map((place) => row[place] ?? null)] as const);
  });
  return Object.fromEntries(lines);
}

/** The first customer has one 分 more on the list than in the report. */
function offByOneFen(): PortfolioReport {
  const [first, ...others] = report.customers;
  if (first?.aumFen == null) throw new Error('the first customer has no AUM');
  return { ...report, customers: [{ ...first, aumFen: first.aumFen + 1 }, ...others] };
}

describe('勾稽', () => {
  test('everything agrees in a workbook that is as the reports are', () => {
    const sheet = reconciliationSheet(sheetsOf(), sceneOf());
    expect(failedChecks([sheet])).toBe(0);
    const { closing } = report.total;
    expect(results(sheet)).toMatchObject({
      '总体情况的期末管户数＝个人贵宾客户基本情况表的户数': [closing, closing, 0, '✔'],
      '“理财.csv”读入的行数＝各类行数之和': [12, 12, 0, '✔'],
      '“理财.csv”第 12 行“购买金额”的合计＝其上各行之和': [100_000, 100_000, 0, '✔'],
    });
  });

  test('one 分 of one customer is found', () => {
    const sheet = reconciliationSheet(sheetsOf(offByOneFen()), sceneOf());
    expect(failedChecks([sheet])).toBe(1);
    const found = results(sheet)['总体情况的期末金融资产＝个人贵宾客户基本情况表的期末金融资产'];
    expect(found?.slice(2)).toEqual([-1, '✘']);
  });

  test('one customer moved from one employee to another is found, though the sums agree', () => {
    const [first, second, ...others] = report.employees;
    if (first === undefined || second === undefined) throw new Error('one employee is not enough');
    const moved = [{ ...first, closing: first.closing + 1 }, { ...second, closing: second.closing - 1 }, ...others];
    const overview = portfolioOverviewSheet({ ...report, employees: moved }, head);
    const found = results(reconciliationSheet([overview], sceneOf()));
    expect(found['总体情况：资产分层各档户数之和＝期末管户数']?.at(-1)).toBe('✔');
    expect(found['总体情况：每位员工 资产分层各档户数之和－期末管户数＝0']).toEqual([2, 0, 2, '✘']);
  });

  test.each([
    ['a row that is in no count', { ...file, rows: { ...file.rows, used: 7 } }],
    [
      'a stated total one 分 off',
      { ...file, controlTotals: file.controlTotals.map((of) => ({ ...of, statedFen: 1_000_01 })) },
    ],
  ])('%s is found', (_name, intake) => {
    expect(failedChecks([reconciliationSheet([], sceneOf({ intake: [intake] }))])).toBe(1);
  });

  describe('the 合计 of the source is compared', () => {
    const wealth: NonNullable<SalesReport['wealth']> = {
      ...{ rows: [], byType: [], bySales: [], missing: [], judgedByAsOf: 0 },
      total: { name: '合计', sales: 8, customers: 1, amountFen: 100_000, secondFen: 0 },
      leftOut: { undone: 0, redemptions: 0, otherBusiness: 0, repeated: 0 },
    };
    const whole = { ...file, rows: { ...file.rows, rejected: 0 } };
    const isCompared = (intake: FileIntake, of = wealth) =>
      salesChecks({ ...noSales, wealth: of }, [intake]).amounts.some(({ content }) =>
        content.includes('源文件的合计行'),
      );

    test('where every row of it is in the ledger', () => expect(isCompared(whole)).toBe(true));

    test.each<[string, Partial<FileIntake['rows']>]>([
      ['was rejected', { rejected: 1 }],
      ['comes twice', { duplicate: 1 }],
      ['lies in the future', { future: 1 }],
      ['lies outside the period', { used: 9 }],
    ])('not where a row %s', (_, rows) => {
      expect(isCompared({ ...whole, rows: { ...whole.rows, ...rows } })).toBe(false);
    });

    test('not where a sale was left out', () => {
      expect(isCompared(whole, { ...wealth, leftOut: { ...wealth.leftOut, undone: 1 } })).toBe(false);
    });
  });

  test('what is 未提供 is not compared, and shown as such on both sides', () => {
    const { employees } = report;
    const overview = portfolioOverviewSheet(
      { ...report, employees: employees.map((of) => ({ ...of, wealthFen: null })) },
      head,
    );
    const sheet = reconciliationSheet([overview, ...sheetsOf().slice(1)], sceneOf());
    expect(results(sheet)['总体情况的理财＝个人贵宾客户基本情况表的理财']).toEqual(['未提供', '未提供', null, '—']);
    expect(failedChecks([sheet])).toBe(0);
  });

  test('checks of sheets that the workbook lacks are left out', () => {
    const contents = Object.keys(results(reconciliationSheet(sheetsOf().slice(0, 1), sceneOf())));
    expect(contents.filter((content) => content.includes('个人贵宾客户'))).toEqual([]);
    expect(contents).toContain('总体情况的期末管户数＝本工具计算的管户数');
  });

  test.skipIf(!hasOffice)('LibreOffice comes to the same ✘', { timeout: 300_000 }, async () => {
    const sheets = sheetsOf(offByOneFen());
    const path = join(folder, '台账.xlsx');
    await writeWorkbook([...sheets, reconciliationSheet(sheets, sceneOf())], path, { asOf });
    const book = readBook(path);
    const computed = recalculated([book], join(folder, 'office')).get('台账') ?? new Map();
    expect(differences(book, computed)).toMatchObject({ wrong: [] });
    expect(
      computed
        .get('勾稽')
        ?.flat()
        .filter((cell: string) => cell === '✘'),
    ).toHaveLength(1);
  });
});

test('registrations that do not count are subtracted, also where success is 未提供', () => {
  const { referrals, rules } = referralReport();
  const told = referralReport({ referrals: referrals.map((row) => ({ ...row, succeeded: '未提供' })) });
  const sheets = referralSheets(told, describeRules(rules));
  const check = referralChecks(told).counts.find(({ content }) => content.includes('重复、自荐、期外'));
  expect([check?.left(sheets)?.value, check?.right(sheets)?.value]).toEqual([10, 10]);
});
