import { describe, expect, test } from 'vitest';
import { type Fingerprint, fingerprintText } from '../../src/engine/fingerprint.js';
import { holdersOf } from '../../src/engine/holders.js';

const nameOf = new Map<string, string>();
const ownerOf = new Map([
  ['6222020000000001', 'C2'],
  ['6222020000000002', 'C1'],
  ['6222020000000003', 'C2'],
]);

type Row = Readonly<Record<'acctNo' | 'custNo', string | undefined>>;

function walk(holders: ReturnType<typeof holdersOf>, rows: readonly Row[]) {
  return rows.map((row) => {
    const account = holders.accountOf(row);
    return [account, holders.customerOf(row, account)];
  });
}

describe('customers and accounts are numbered as they appear', () => {
  test('under the holder of the account, whatever the row says', () => {
    const holders = holdersOf({ ownerOf, nameOf });
    const rows = ['6222020000000003', '6222020000000002', '6222020000000001', '6222020000000003'];
    expect(
      walk(
        holders,
        rows.map((acctNo) => ({ acctNo, custNo: 'C9' })),
      ),
    ).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
      [0, 0],
    ]);
    expect(holders.customers).toEqual(['C2', 'C1']);
    expect(holders.accounts).toEqual(['6222020000000003', '6222020000000002', '6222020000000001']);
    expect(holders.accountsAsCustomers).toBe(false);
  });

  test('an account of no export goes by the customer of its row, and by nobody where the row names none', () => {
    const holders = holdersOf({ ownerOf, nameOf });
    const rows = [
      { acctNo: '6222020000000009', custNo: undefined },
      { acctNo: '6222020000000009', custNo: 'C1' },
      { acctNo: undefined, custNo: 'C3' },
      { acctNo: '6222020000000002', custNo: undefined },
    ];
    expect(walk(holders, rows)).toEqual([
      [0, -1],
      [0, 0],
      [-1, 1],
      [1, 0],
    ]);
    expect(holders.customers).toEqual(['C1', 'C3']);
  });

  test('without an account export the account itself stands for a customer whom the row does not name', () => {
    const holders = holdersOf({ ownerOf: undefined, nameOf });
    const rows = [
      { acctNo: '6222020000000001', custNo: undefined },
      { acctNo: '6222020000000002', custNo: 'C1' },
      { acctNo: undefined, custNo: undefined },
    ];
    expect(walk(holders, rows)).toEqual([
      [0, 0],
      [1, 1],
      [-1, -1],
    ]);
    expect(holders.customers).toEqual(['6222020000000001', 'C1']);
    expect(holders.accountsAsCustomers).toBe(true);
  });
});

test('every account has the fingerprint of its number, a row without account an empty one', () => {
  const holders = holdersOf({ ownerOf, nameOf });
  const numbers = [...ownerOf.keys(), '6222 **** 0123', '0622'];
  for (const acctNo of numbers) {
    const expected: Fingerprint = { high: 0, low: 0 };
    fingerprintText(acctNo, expected);
    expect(holders.printOf(holders.accountOf({ acctNo }))).toEqual(expected);
  }
  expect(holders.prints).toHaveLength(numbers.length);
  expect(holders.printOf(-1)).toEqual({ high: 0, low: 0 });
});
