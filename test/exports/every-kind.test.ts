import { describe, expect, test } from 'vitest';
import { openExports } from '../../src/exports/read.js';
import { UserError } from '../../src/model/errors.js';
import { type ExportKind, exportTitles } from '../../src/model/intake.js';
import { headerRows } from './header-rows.js';
import { lenient, memoryFile, table } from './memory.js';

/** The kind, `refused` with the codes, or undefined for a file of no known kind. */
async function outcomeOf(headers: readonly string[]): Promise<string | undefined> {
  try {
    const { exports } = await openExports([memoryFile(table(headers.join(',')))], lenient);
    return exports[0]?.kind;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `refused: ${error.problems.map((one) => `${one.code} ${one.message}`).join()}`;
  }
}

const kinds = Object.keys(exportTitles) as ExportKind[];
const rows = kinds.flatMap((kind) => headerRows[kind].map((row) => [kind, row] as const));

describe('a header row is of exactly one kind', () => {
  test.each(rows)('%s: %s', async (kind, row) => {
    expect(await outcomeOf(row.split(' '))).toBe(kind);
  });
});

test('a folder with every kind is recognised without one option', async () => {
  const files = kinds.map((kind) => memoryFile(table(headerRows[kind][0]?.replaceAll(' ', ',') ?? ''), `${kind}.csv`));
  const { exports, problems } = await openExports(files, lenient);
  expect(exports.map((of) => [of.raw.file, of.kind])).toEqual(kinds.map((kind) => [`${kind}.csv`, kind]));
  expect([...problems, ...exports.flatMap((of) => of.problems)]).toEqual([]);
});

/** True where the kind has all it needs. */
async function isComplete(kind: ExportKind, headers: readonly string[]): Promise<boolean> {
  const work = openExports([memoryFile(table(headers.join(',')))], {
    ...lenient,
    kinds: new Map([['文件.csv', kind]]),
  });
  return work.then(
    ({ exports }) => exports.length === 1,
    () => false,
  );
}

/**
 * What is left of a list may speak for nothing else any more: 客户号 and 客户姓名 with a level or a manager are a customer list,
 * and day, 客户号 and amount are bookings.
 */
const remainders: Partial<Record<ExportKind, ExportKind>> = {
  nps: 'customers',
  riskTests: 'customers',
  assignments: 'customers',
  wealthSales: 'transactions',
  fundTransactions: 'transactions',
};

describe('without any one of its columns', () => {
  test.each(rows)('%s: %s is of that kind as long as it has all it needs', async (kind, row) => {
    const headers = row.split(' ');
    const lost: string[] = [];
    const taken: string[] = [];
    for (const left of headers) {
      const rest = headers.filter((header) => header !== left);
      const outcome = await outcomeOf(rest);
      if (await isComplete(kind, rest)) {
        if (outcome !== kind) lost.push(`${left}: ${outcome}`);
        continue;
      }
      const isToldApart = outcome === undefined || outcome.startsWith('refused') || outcome === remainders[kind];
      if (!isToldApart) taken.push(`${left}: ${outcome}`);
    }
    expect({ lost, taken }).toEqual({ lost: [], taken: [] });
  });
});
