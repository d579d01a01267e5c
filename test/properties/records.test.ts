// Changes of the records themselves, whose effect on the report is known beforehand.
import { describe, expect, test } from 'vitest';
import type { RowCounts } from '../../src/model/intake.js';
import type { BookingRecord, Branch } from './branch.js';
import { branches, plainReport } from './branches.js';
import { dayAfter } from './calendar.js';
import { figures, type Segmented, segmented } from './segmented.js';

const complete = branches.filter(({ customers, accounts, balances }) => customers && accounts && balances);
const some = complete.filter((_, at) => at % 2 === 0);

function rowsOf({ report }: Segmented, kind: string): readonly RowCounts[] {
  return report.intake.filter((file) => file.kind === kind).map(({ rows }) => rows);
}

function sum(rows: readonly RowCounts[], of: keyof RowCounts): number {
  return rows.reduce((total, row) => total + row[of], 0);
}

describe('copies', () => {
  test('bookings with a 流水号 that come again are counted as duplicates and change nothing else', async () => {
    for (const branch of some) {
      const copies = branch.bookings
        .filter(({ txnId, date }) => txnId !== undefined && date <= branch.asOf)
        .slice(0, 9);
      const [plain, more] = [
        await plainReport(branch),
        await segmented({ ...branch, bookings: [...branch.bookings, ...copies] }),
      ];
      expect(figures(more)).toEqual(figures(plain));
      const duplicates = (of: Segmented) => sum(rowsOf(of, 'transactions'), 'duplicate');
      expect(duplicates(more) - duplicates(plain)).toBe(copies.length);
    }
  });

  test('bookings without a 流水号 that come again count twice', async () => {
    for (const branch of some.slice(0, 8)) {
      const account = branch.accounts!.find(({ status }) => status !== '销户')!;
      const cash: BookingRecord = {
        ...{ date: branch.asOf, acctNo: account.acctNo, direction: 'D', amountFen: 100, summary: 'ATM取款' },
        ...{ flag: 'normal', is: 'ACTIVE' },
      };
      const once = await segmented({ ...branch, bookings: [...branch.bookings, cash] });
      const twice = await segmented({ ...branch, bookings: [...branch.bookings, cash, cash] });
      const activeRows = (of: Segmented) => of.report.activity.classes.ACTIVE;
      expect(activeRows(twice) - activeRows(once)).toBe(1);
      expect(sum(rowsOf(twice, 'transactions'), 'duplicate')).toBe(sum(rowsOf(once, 'transactions'), 'duplicate'));
    }
  });

  test('whole files that are delivered twice change nothing', async () => {
    for (const branch of some.slice(0, 8)) {
      const twice: Branch = {
        ...branch,
        customers: [...branch.customers!, ...branch.customers!],
        accounts: [...branch.accounts!, ...branch.accounts!],
        balances: [...branch.balances!, ...branch.balances!],
      };
      expect(figures(await segmented(twice))).toEqual(figures(await plainReport(branch)));
    }
  });
});

test('one more dormant customer raises 睡眠客户 and the total by one, and no other tier', async () => {
  let compared = 0;
  for (const branch of some) {
    const last = dayAfter(branch.asOf, -180);
    const sleeper: Branch = {
      ...branch,
      customers: [
        ...branch.customers!,
        {
          ...{ custNo: '99990001', name: '眠客', custType: '个人', idType: '身份证', idNo: '11010119800101001X' },
          ...{ phone: '13800000001', openDate: '2015-01-01', status: '正常', manager: '林一' },
        },
      ],
      accounts: [
        ...branch.accounts!,
        {
          ...{ acctNo: '6222020000000009999', custNo: '99990001', product: '活期', openDate: '2015-01-01' },
          ...{ status: '正常', balanceFen: 100 },
        },
      ],
      bookings: [
        ...branch.bookings,
        {
          ...{
            date: last,
            txnId: 'Z1',
            acctNo: '6222020000000009999',
            direction: 'D',
            amountFen: 5,
            summary: 'ATM取款',
          },
          ...{ flag: 'normal', is: 'ACTIVE' },
        },
      ],
    };
    const [plain, more] = [await plainReport(branch), await segmented(sleeper)];
    // An older first booking would also prove others dormant: only branches whose files reach back further are compared.
    if (plain.report.coverage.from! > last) continue;
    compared += 1;
    const counts = ({ report }: Segmented) =>
      Object.fromEntries(report.summary.tiers.map((row) => [row.tier, row.customers]));
    expect(counts(more)).toEqual({ ...counts(plain), 睡眠客户: counts(plain).睡眠客户! + 1 });
    expect(more.report.summary.customers).toBe(plain.report.summary.customers + 1);
    const others = more.report.customers.filter(({ customerId }) => customerId !== '99990001');
    expect(others.map(({ customerId, tier }) => [customerId, tier])).toEqual(
      plain.report.customers.map(({ customerId, tier }) => [customerId, tier]),
    );
  }
  expect(compared).toBeGreaterThan(5);
});

test('other customer numbers and accounts permute the customers and change nothing else', async () => {
  for (const branch of some) {
    const customer = (custNo: string) => `X${[...custNo].reverse().join('')}`;
    const account = (acctNo: string) => `9${[...acctNo].reverse().join('')}`;
    const renamed: Branch = {
      ...branch,
      customers: branch.customers!.map((row) => ({ ...row, custNo: customer(row.custNo) })),
      accounts: branch.accounts!.map((row) => ({ ...row, custNo: customer(row.custNo), acctNo: account(row.acctNo) })),
      balances: branch.balances!.map((row) => ({ ...row, custNo: customer(row.custNo) })),
      bookings: branch.bookings.map((row) => ({
        ...row,
        ...(row.acctNo === undefined ? {} : { acctNo: account(row.acctNo) }),
        ...(row.cpAcct === undefined ? {} : { cpAcct: account(row.cpAcct) }),
      })),
    };
    const { customers: plain, ...rest } = figures(await plainReport(branch));
    const { customers: other, ...otherRest } = figures(await segmented(renamed));
    expect(otherRest).toEqual(rest);
    const moved = plain.map((row) => ({ ...row, customerId: customer(row.customerId) }));
    expect(other).toEqual(moved.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1)));
  }
});

test('ten times the amounts against ten times the thresholds gives the same tiers', async () => {
  const rules = [
    ...['rfm:', '  tiers:'],
    ...[
      ['核心客户', 5_000_000],
      ['潜力客户', 2_000_000],
      ['基础客户', 500_000],
    ].flatMap(([tier, yuan]) => [...[`    ${tier}:`, `      minAmountYuan: ${yuan}`]]),
  ].join('\n');
  for (const branch of some) {
    const tenfold = branch.bookings.map((row) => ({
      ...row,
      amountFen: row.amountFen * 10,
      ...(row.amountCnyFen === undefined ? {} : { amountCnyFen: row.amountCnyFen * 10 }),
    }));
    const { report: plain } = await plainReport(branch);
    const { report: grown } = await segmented({ ...branch, bookings: tenfold }, {}, [], rules);
    const tierRows = (of: typeof plain, factor: number) =>
      of.customers.map(({ customerId, tier, recencyDays, frequency, amountFen }) => [
        ...[customerId, tier, recencyDays, frequency, amountFen * factor],
      ]);
    expect(tierRows(grown, 1)).toEqual(tierRows(plain, 10));
  }
});

test('the same branch a number of days later has the same figures, with the days moved', async () => {
  for (const branch of some) {
    for (const days of [1, 153]) {
      const later = <T extends object>(row: T): T =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            /^\d{4}-\d\d-\d\d$/.test(value) ? dayAfter(value, days) : value,
          ]),
        ) as T;
      const moved: Branch = {
        ...branch,
        asOf: dayAfter(branch.asOf, days),
        customers: branch.customers!.map(later),
        accounts: branch.accounts!.map(later),
        balances: branch.balances!.map(later),
        bookings: branch.bookings.map(later),
      };
      const dateless = ({ report }: Segmented) =>
        report.customers.map(({ lastActiveOn: _, ...row }) => ({
          ...row,
          reason: row.reason.replace(/\d{4}-\d\d-\d\d/g, ''),
        }));
      expect(dateless(await segmented(moved))).toEqual(dateless(await plainReport(branch)));
    }
  }
});

test('accounts under two customers and customers with two names give one report, whatever the order of rows', async () => {
  for (const branch of some.slice(0, 15)) {
    const contradictory: Branch = {
      ...branch,
      customers: branch.customers!.flatMap((row, at) => (at % 3 === 0 ? [row, { ...row, name: '改名客' }] : [row])),
      accounts: branch.accounts!.flatMap((row, at) =>
        at % 2 === 0 ? [row, { ...row, custNo: branch.accounts!.at(-1 - at)!.custNo }] : [row],
      ),
    };
    const plain = figures(await segmented(contradictory));
    for (const shuffle of [21, 22]) expect(figures(await segmented(contradictory, { shuffle }))).toEqual(plain);
  }
});
