// 49,102 bookings of a real bank, with what a separate program recounted of them.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SegmentReport } from '../../src/analysis/segment-report.js';
import { type Run, runIn } from '../run.js';
import { isAbsent, outside } from './outside-data.js';

const bookings = 'trans_prefix_19930101_19940331.asc';
const rules = join(import.meta.dirname, 'berka-rules.yaml');
const settings = ['--as-of', '1994-03-31', '--rules', rules, '--kind', `transactions=${bookings}`];

/** Which of the two tables stands for the account export, and how its columns are read. */
const accountsOf = {
  // The bank's own list of accounts names no customer: the account is its own customer, as an id would be.
  account: ['account.asc', 'acctNo=account_id', 'custNo=account_id', 'openDate=date'],
  // The list of people and accounts; an account with a second person stands there twice.
  people: ['disp.asc', 'acctNo=account_id', 'custNo=client_id', 'acctType=type'],
} as const;

function segment(by: keyof typeof accountsOf): Promise<Run> {
  const [file, ...columns] = accountsOf[by];
  const map = columns.flatMap((column) => ['--map', `accounts.${column}`]);
  const files = [outside(join('berka', file)), outside(join('berka', bookings))];
  return runIn(tmpdir(), ['segment', ...files, ...settings, '--kind', `accounts=${file}`, ...map, '-f', 'json']);
}

describe.skipIf(isAbsent('berka'))('the bookings of a Czech bank', () => {
  let report: SegmentReport;

  beforeAll(async () => {
    const run = await segment('account');
    expect(run.code, run.stderr).toBe(0);
    report = JSON.parse(run.stdout);
  });

  test('all 49,102 rows are used, and their sums agree to the 分', () => {
    const [accounts, transactions] = report.intake;
    expect(accounts!.rows).toMatchObject({ read: 4501, used: 4500, header: 1 });
    expect(transactions!.rows).toEqual({
      ...{ read: 49_103, used: 49_102, rejected: 0, duplicate: 0, future: 0 },
      ...{ header: 1, preamble: 0, blank: 0, total: 0 },
    });
    // PRIJEM; VYDAJ and VYBER together.
    expect(transactions!.sums).toEqual({ creditFen: 17_736_629_630, debitFen: 13_013_163_250 + 798_852_100 });
    expect(transactions!.coverage).toEqual({ from: '1993-01-01', to: '1994-03-31' });
  });

  test('14,972 rows are the bank’s own, the rest has a customer behind it', () => {
    const { SYSTEM, ...others } = report.activity.classes;
    expect(SYSTEM).toBe(14_972);
    expect(Object.values(others).reduce((sum, rows) => sum + rows, 0)).toBe(49_102 - 14_972);
    expect(report.activity).toMatchObject({ unjoinedRows: 0, foreignRows: 0, ownTransfers: 0 });
  });

  test('F and M over the last 365 days add up to 33,211 transactions and 305,998,952.30', () => {
    const total = (of: 'frequency' | 'amountFen') => report.customers.reduce((sum, row) => sum + row[of], 0);
    expect(total('frequency')).toBe(33_211);
    expect(total('amountFen')).toBe(30_599_895_230);
    expect(report.summary.total.amountFen).toBe(30_599_895_230);
  });

  test('1,229 accounts are open and each moved within 30 days; the later ones are left out', () => {
    expect(report.summary.customers).toBe(1229);
    expect(report.summary.excluded).toEqual([{ reason: '尚未开户', customers: 4500 - 1229 }]);
    expect(
      Math.max(...report.customers.map(({ recencyDays }) => recencyDays ?? Number.POSITIVE_INFINITY)),
    ).toBeLessThan(31);
    expect(report.summary.dormantShare.numerator).toBe(0);
  });

  test('every tier has as many customers as a recount by account gives', () => {
    expect(Object.fromEntries(report.summary.tiers.map(({ tier, customers }) => [tier, customers]))).toEqual(recount());
  });

  test('by people instead of accounts, every row finds one customer and the totals stay', async () => {
    const run = await segment('people');
    const people: SegmentReport = JSON.parse(run.stdout);
    expect(people.intake[0]!.rows).toMatchObject({ read: 5370, used: 5369 });
    expect(people.intake[1]!.rows.used).toBe(49_102);
    expect(people.activity.unjoinedRows).toBe(0);
    expect(people.summary.total.amountFen).toBe(30_599_895_230);
    expect(people.activity.classes).toEqual(report.activity.classes);
  });
});

/** R, F and M per account by splitting lines, without any of the product. */
function recount(): Readonly<Record<string, number>> {
  const own = new Set(['UROK', 'SLUZBY', 'SANKC. UROK']);
  const figures = new Map<string, { last: string; f: number; mFen: number }>();
  for (const line of readFileSync(outside(join('berka', bookings)), 'latin1')
    .split(/\r?\n/)
    .slice(1)) {
    const [, account = '', date = '', , , amount = '', , symbol = ''] = line.replaceAll('"', '').split(';');
    if (line === '' || own.has(symbol)) continue;
    const entry = figures.get(account) ?? { last: '', f: 0, mFen: 0 };
    figures.set(account, entry);
    if (date > entry.last) entry.last = date;
    if (date <= '930331') continue;
    entry.f += 1;
    entry.mFen += Number(amount.replace('.', ''));
  }
  const counts = {
    核心客户: 0,
    潜力客户: 0,
    基础客户: 0,
    睡眠客户: 0,
    沉寂预警: 0,
    一般活跃: 0,
    新开未动户: 0,
    无法判定: 0,
  };
  for (const { last, f, mFen } of figures.values()) {
    // Everybody moved in March 1994: R is 30 at most.
    const r = 31 - Number(last.slice(4)) + (last.startsWith('9403') ? 0 : 1000);
    if (r <= 30 && f >= 5 && mFen >= 50_000_000) counts.核心客户 += 1;
    else if (r <= 60 && f >= 3 && mFen >= 20_000_000) counts.潜力客户 += 1;
    else if (r <= 90 && f >= 2 && mFen >= 5_000_000) counts.基础客户 += 1;
    else counts.一般活跃 += 1;
  }
  return counts;
}
