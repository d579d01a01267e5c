import { describe, expect, test } from 'vitest';
import { ownershipOf, ownershipProblems } from '../../src/engine/ownership.js';
import type { Account } from '../../src/model/account.js';
import type { Customer } from '../../src/model/customer.js';
import { day } from './bookings.js';

const closed = { status: 'closed' } as const;
const gone = { closeDate: day('2024-01-31') };

describe('an account under two customers', () => {
  test.each<[string, readonly Account[], string]>([
    [
      'belongs to the smaller customer number',
      [
        { acctNo: 'A', custNo: 'C2' },
        { acctNo: 'A', custNo: 'C1' },
      ],
      'C1',
    ],
    [
      'belongs to the one who has not closed it',
      [
        { acctNo: 'A', custNo: 'C2' },
        { acctNo: 'A', custNo: 'C1', ...closed },
      ],
      'C2',
    ],
    [
      'counts a 销户日期 as closed',
      [
        { acctNo: 'A', custNo: 'C2' },
        { acctNo: 'A', custNo: 'C1', ...gone },
      ],
      'C2',
    ],
    [
      'belongs to the smaller number where both closed it',
      [
        { acctNo: 'A', custNo: 'C2', ...gone },
        { acctNo: 'A', custNo: 'C1', ...closed },
      ],
      'C1',
    ],
  ])('%s, in either order', (_, accounts, owner) => {
    for (const rows of [accounts, accounts.toReversed()]) {
      expect(ownershipOf(undefined, rows).ownerOf?.get('A')).toBe(owner);
      expect(ownershipProblems(rows)).toMatchObject([{ severity: 'warning', code: 'duplicate-key', file: '' }]);
    }
  });

  test('sub-accounts of one customer are no contradiction', () => {
    const rows = [
      { acctNo: 'A', custNo: 'C1', subAcctNo: '1' },
      { acctNo: 'A', custNo: 'C1', subAcctNo: '2' },
    ];
    expect(ownershipProblems(rows)).toEqual([]);
    expect(ownershipProblems(undefined)).toEqual([]);
  });
});

test('without an account export nobody is known to own an account', () => {
  expect(ownershipOf(undefined, undefined)).toEqual({ ownerOf: undefined, nameOf: new Map() });
});

test.each<[string, readonly Customer[], string | undefined]>([
  [
    'the name of the later 数据日期',
    [
      { custNo: 'C1', custName: '甲', dataDate: day('2025-09-30') },
      { custNo: 'C1', custName: '乙' },
    ],
    '甲',
  ],
  [
    'one of two names without dates, always the same',
    [
      { custNo: 'C1', custName: '乙某' },
      { custNo: 'C1', custName: '甲某' },
    ],
    '甲某',
  ],
  ['no name where none is given', [{ custNo: 'C1' }], undefined],
])('a customer goes by %s', (_, customers, name) => {
  for (const rows of [customers, customers.toReversed()])
    expect(ownershipOf(rows, undefined).nameOf.get('C1')).toBe(name);
});
