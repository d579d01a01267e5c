import { expect, test } from 'vitest';
import { exclusions } from '../../src/analysis/population.js';
import type { FileIntake } from '../../src/model/intake.js';
import { tiers } from '../../src/model/tier.js';
import { branches, plainReport } from './branches.js';
import { type Segmented, segmented } from './segmented.js';
import type { Style } from './style.js';

function addsUp({ rows }: FileIntake): boolean {
  const { read, ...parts } = rows;
  return read === Object.values(parts).reduce((sum, part) => sum + part, 0);
}

const busy: Partial<Style> = {
  preamble: true,
  blankLines: true,
  totals: true,
  repeatedHeader: true,
  filesPerKind: 3,
  direction: 'grouped pair',
  padding: '\t',
  lineEnd: '\r\n',
  encoding: 'gb18030',
};

function expectAccounts(of: Segmented, used: number): void {
  for (const file of of.report.intake) expect(addsUp(file), file.file).toBe(true);
  const bookings = of.report.intake.filter(({ kind }) => kind === 'transactions');
  const kept = bookings.reduce((sum, { rows }) => sum + rows.used + rows.duplicate + rows.future, 0);
  expect(kept).toBe(used);
  expect(bookings.every(({ controlTotals }) => controlTotals.every(({ agrees }) => agrees))).toBe(true);
}

test('read = used + rejected + duplicate + future + header + preamble + blank + total, in every file', async () => {
  for (const branch of branches) {
    expectAccounts(await plainReport(branch), branch.bookings.length);
    if (branch.seed % 2 === 0) expectAccounts(await segmented(branch, busy), branch.bookings.length);
  }
});

test('every customer is in exactly one tier, and tiers, customers and shares add up', async () => {
  for (const branch of branches) {
    const { summary, customers } = (await plainReport(branch)).report;
    const ids = customers.map(({ customerId }) => customerId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(summary.customers).toBe(ids.length);
    expect(summary.tiers.map(({ tier }) => tier)).toEqual(tiers);
    for (const row of summary.tiers) {
      const members = customers.filter(({ tier }) => tier === row.tier);
      expect(row.customers).toBe(members.length);
      expect(row.amountFen).toBe(members.reduce((sum, { amountFen }) => sum + amountFen, 0));
      if (row.aumFen !== null) expect(row.aumFen).toBe(members.reduce((sum, { aumFen }) => sum + (aumFen ?? 0), 0));
    }
    expect(summary.tiers.reduce((sum, row) => sum + row.customers, 0)).toBe(ids.length);
  }
});

test('the invented branches hold every trap: all tiers, exclusions, reversals, copies, later and foreign rows', async () => {
  const reports = await Promise.all(branches.map(async (branch) => (await plainReport(branch)).report));
  for (const tier of tiers) {
    const members = reports.flatMap(({ customers }) => customers.filter((customer) => customer.tier === tier));
    expect(members.length, tier).toBeGreaterThan(10);
  }
  const reasons = new Set(reports.flatMap(({ summary }) => summary.excluded.map(({ reason }) => reason)));
  expect([...reasons].sort()).toEqual([...exclusions].sort());
  const total = (count: (report: (typeof reports)[number]) => number) =>
    reports.reduce((sum, report) => sum + count(report), 0);
  expect(total(({ activity }) => activity.reversals.pairs)).toBeGreaterThan(200);
  expect(total(({ activity }) => activity.reversals.unmatched)).toBeGreaterThan(50);
  expect(total(({ activity }) => activity.ownTransfers)).toBeGreaterThan(100);
  expect(total(({ activity }) => activity.foreignRows)).toBeGreaterThan(50);
  expect(total(({ activity }) => activity.unjoinedRows)).toBeGreaterThan(50);
  expect(total(({ intake }) => intake.reduce((sum, { rows }) => sum + rows.duplicate, 0))).toBeGreaterThan(100);
  expect(total(({ intake }) => intake.reduce((sum, { rows }) => sum + rows.future, 0))).toBeGreaterThan(100);
  for (const name of Object.keys(reports[0]!.activity.classes)) {
    expect(
      total(({ activity }) => activity.classes[name as keyof typeof activity.classes]),
      name,
    ).toBeGreaterThan(20);
  }
});
