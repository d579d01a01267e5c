import { describe, expect, test } from 'vitest';
import { type QualityInput, qualityReport } from '../../../src/analysis/quality/quality.js';
import type { QualityReport } from '../../../src/analysis/quality/quality-report.js';
import type { Day } from '../../../src/model/day.js';
import type { FileIntake, RowCounts } from '../../../src/model/intake.js';
import { type QualityCheckId, qualityCheckIds } from '../../../src/model/quality-checks.js';
import { defaultRules, parseRules } from '../../../src/model/rules-file.js';

const asOf = '2025-09-30' as Day;
const noRows: RowCounts = {
  read: 0,
  used: 0,
  rejected: 0,
  duplicate: 0,
  future: 0,
  header: 0,
  preamble: 0,
  blank: 0,
  total: 0,
};

function file(rows: Partial<RowCounts>, more: Partial<FileIntake> = {}): FileIntake {
  return {
    file: '明细.csv',
    kind: 'transactions',
    encoding: 'utf-8',
    container: 'csv',
    sha256: '',
    rows: { ...noRows, ...rows },
    coverage: null,
    controlTotals: [],
    ...more,
  };
}

const nothing: QualityInput = {
  intake: [],
  problems: [],
  files: 0,
  refusedFiles: 0,
  columns: [],
  customers: undefined,
  accounts: undefined,
  employees: undefined,
  assignments: undefined,
  engine: undefined,
  survey: { months: new Map(), tooEarly: 0, balances: { steps: 0, breaks: 0 } },
};

function check(report: QualityReport, id: QualityCheckId) {
  return report.checks.find((one) => one.id === id);
}

describe('data quality', () => {
  test('what was not given is 未提供, never 通过', () => {
    const report = qualityReport(nothing, defaultRules(), asOf);
    expect(report.checks.map(({ id }) => id)).toEqual(qualityCheckIds);
    expect(new Set(report.checks.map(({ state }) => state))).toEqual(new Set(['未提供']));
  });

  test.each([
    [0, '通过'],
    [1, '注意'],
    [2, '不通过'],
  ])('%i bad identity numbers of 100 are %s under a limit of 1 %%', (bad, state) => {
    const customers = Array.from({ length: 100 }, (_, at) => ({
      custNo: String(at),
      idNo: at < bad ? '110105194912310021' : '11010519491231002X',
    }));
    const report = qualityReport({ ...nothing, customers }, defaultRules(), asOf);
    expect(check(report, 'identityNumbers')).toMatchObject({ state, found: { numerator: bad, denominator: 100 } });
  });

  test('other documents than identity cards and masked numbers are not judged', () => {
    const customers = [
      { custNo: '1', idType: '护照', idNo: 'G12345678' },
      { custNo: '2', idNo: '110105********0021' },
      { custNo: '3', idType: '居民身份证', idNo: '123' },
    ];
    const report = qualityReport({ ...nothing, customers }, defaultRules(), asOf);
    expect(check(report, 'identityNumbers')?.found).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('a month missing in the middle fails and is named', () => {
    const months = new Map([
      ['2025-07', 3],
      ['2025-09', 4],
    ]);
    const report = qualityReport({ ...nothing, survey: { ...nothing.survey, months } }, defaultRules(), asOf);
    expect(check(report, 'missingMonths')?.state).toBe('不通过');
    expect(report.missingMonths).toEqual(['2025-08']);
  });

  test('accounts of nobody and managers of nowhere are counted only where both sides are given', () => {
    const customers = [
      { custNo: 'C1', managerNo: '001' },
      { custNo: 'C2', managerName: '许棠' },
      { custNo: 'C3', managerNo: '009' },
      { custNo: 'C4' },
    ];
    const accounts = [
      { acctNo: '1', custNo: 'C1' },
      { acctNo: '2', custNo: 'C9' },
    ];
    const employees = [
      { empNo: '001', empName: '严界' },
      { empNo: '002', empName: '许棠' },
    ];
    const report = qualityReport({ ...nothing, customers, accounts, employees }, defaultRules(), asOf);
    expect(check(report, 'unknownCustomers')?.found).toMatchObject({ numerator: 1, denominator: 2 });
    expect(check(report, 'unknownManagers')?.found).toMatchObject({ numerator: 1, denominator: 3 });
    const alone = qualityReport({ ...nothing, accounts }, defaultRules(), asOf);
    expect(check(alone, 'unknownCustomers')?.state).toBe('未提供');
  });

  test('管户关系 in force on the day says who the manager is, also of customers that no other file names', () => {
    const customers = [
      { custNo: 'C1', managerNo: '009' },
      { custNo: 'C2', managerNo: '009' },
      { custNo: 'C3', managerNo: '001' },
      { custNo: 'C4', managerNo: '001' },
    ];
    const assignments = [
      { custNo: 'C1', managerNo: '001' },
      { custNo: 'C2', managerName: '严界' },
      { custNo: 'C3', managerNo: '008', startDate: '2025-09-30' as Day },
      { custNo: 'C4', managerNo: '008', startDate: '2025-10-01' as Day },
      { custNo: 'C5', managerName: '无名' },
      { custNo: 'C6', managerNo: '008', endDate: '2025-09-29' as Day },
    ];
    const employees = [{ empNo: '001', empName: '严界' }];
    const of = (input: Partial<QualityInput>) =>
      check(qualityReport({ ...nothing, employees, ...input }, defaultRules(), asOf), 'unknownManagers')?.found;
    expect(of({ customers, assignments })).toMatchObject({ numerator: 2, denominator: 4 });
    expect(of({ assignments })).toMatchObject({ numerator: 2, denominator: 4 });
    expect(of({ customers })).toMatchObject({ numerator: 2, denominator: 4 });
  });

  test('rejected rows are shares of data rows, and a limit of the rules decides', () => {
    const input = { ...nothing, intake: [file({ read: 12, used: 9, rejected: 1, header: 1, total: 1 })], files: 1 };
    expect(check(qualityReport(input, defaultRules(), asOf), 'rejectedRows')).toMatchObject({
      state: '不通过',
      found: { numerator: 1, denominator: 10 },
    });
    const lenient = parseRules('check:\n  rejectedRows: 0.1\n', 'taizhang.yaml');
    expect(check(qualityReport(input, lenient, asOf), 'rejectedRows')?.state).toBe('注意');
  });

  test('reasons are counted by file and code, the most frequent first', () => {
    const at = (line: number, code: 'missing-value' | 'unreadable-value') =>
      ({ severity: 'error', code, file: 'a.csv', line, message: '' }) as const;
    const problems = [at(2, 'missing-value'), at(3, 'unreadable-value'), at(4, 'unreadable-value')];
    expect(qualityReport({ ...nothing, problems }, defaultRules(), asOf).reasons).toEqual([
      { file: 'a.csv', code: 'unreadable-value', count: 2 },
      { file: 'a.csv', code: 'missing-value', count: 1 },
    ]);
  });
});
