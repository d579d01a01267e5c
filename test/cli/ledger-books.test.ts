import { expect, test } from 'vitest';
import { keepingOf } from '../../src/analysis/own-customers.js';
import { ledgerBooks } from '../../src/cli/ledger-books.js';
import type { PreparedLedgers } from '../../src/cli/ledger-input.js';
import { asOf, on } from '../analysis/branch.js';
import { branchInput } from '../analysis/portfolio/branch.js';
import { branchWish } from '../analysis/portfolio/wish.js';

const { rules } = branchWish;
const input = branchInput({ ...branchWish, bookings: undefined });
const prepared: PreparedLedgers = {
  input,
  asOf: { asOf, source: '--as-of' },
  registered: { from: null },
  cohortOn: on('2025-06-30'),
};
const frame = { branchName: null, branchNo: '0101', printDate: asOf, includesRedemptions: false };

function portfolios(splitsByEmployee: boolean) {
  const { books } = ledgerBooks(prepared, rules, frame, { ledgers: undefined, withLog: false, splitsByEmployee });
  return books.flatMap(({ scene }) => scene?.portfolio ?? []);
}

test('the row of an employee in 总体情况 is the same in the branch book and in the own one', () => {
  const [branch] = portfolios(false);
  const own = portfolios(true).map(({ employees }) => employees);
  expect(own).toHaveLength(keepingOf(input, asOf).keepers.length);
  for (const employees of own)
    expect(employees).toEqual(branch?.employees.filter(({ employeeNo }) => employeeNo === employees[0]?.employeeNo));
  expect(own).toContainEqual([expect.objectContaining({ employeeNo: '001', opening: 2, added: 1, left: 1 })]);
});

test('the own book names its customers in full, that of the branch nobody', () => {
  const namesIn = (splits: boolean) =>
    portfolios(splits).flatMap(({ customers }) => customers.map((one) => one.customerName));
  const known = new Set(input.customers?.map(({ custName }) => custName ?? null));
  expect(namesIn(true).length).toBeGreaterThan(0);
  expect(namesIn(true).filter((name) => !known.has(name))).toEqual([]);
  expect(namesIn(false).filter((name) => name !== null && known.has(name))).toEqual([]);
});

test('the own book holds no customers of others', () => {
  for (const { customers, employees } of portfolios(true))
    expect(new Set(customers.map(({ employeeNo }) => employeeNo))).toEqual(new Set([employees[0]?.employeeNo]));
});

test('work logs are of the branch that the ledgers are of', () => {
  const named = { ...frame, branchName: '城东支行', branchNo: '0101' };
  const wish = { ledgers: ['日志'], withLog: true, splitsByEmployee: false };
  const { books } = ledgerBooks(prepared, rules, named, wish);
  const pages = books.flatMap(({ sheets }) => sheets.filter(({ name }) => /^\d{4}$|^月度汇总$/.test(name)));
  expect(pages.length).toBeGreaterThan(0);
  for (const { subtitle } of pages) expect(subtitle).toContain('机构：城东支行（0101）');
});
