import { describe, expect, test } from 'vitest';
import { branches, plainReport } from './branches.js';
import { expectedOf } from './expected.js';

describe.each(branches.map((branch) => [branch.seed, branch] as const))('branch %i', (_, branch) => {
  test('every customer has the R, F, M and tier that a naive recount gives', async () => {
    const { report } = await plainReport(branch);
    const expected = expectedOf(branch);
    const found = report.customers.map(
      ({ customerId, tier, recencyDays, frequency, amountFen, lastActiveOn, aumFen }) => ({
        ...{ customerId, tier, recencyDays, frequency, amountFen, lastActiveOn, aumFen },
      }),
    );
    if (report.activity.accountsAsCustomers) {
      const nameless = (rows: readonly { customerId: string }[]) =>
        rows.map((row) => JSON.stringify({ ...row, customerId: '' })).sort();
      expect(nameless(found)).toEqual(nameless(expected.customers));
    } else expect(found).toEqual(expected.customers);
    expect(report.activity.reversals).toEqual({ pairs: expected.pairs, unmatched: expected.unmatched });
    expect(report.activity.foreignRows).toBe(expected.foreign);
    expect(report.activity.unjoinedRows).toBe(expected.unjoined);
    const files = report.intake.filter(({ kind }) => kind === 'transactions');
    expect(files.map(({ rows }) => [rows.duplicate, rows.future])).toEqual([[expected.duplicates, expected.future]]);
  });
});
