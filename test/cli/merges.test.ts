import { describe, expect, test } from 'vitest';
import { renumbering } from '../../src/cli/merges.js';
import { on } from '../analysis/branch.js';

describe('a list of merges', () => {
  const merges = [
    { oldNo: 'A', newNo: 'B' },
    { oldNo: 'B', newNo: 'C' },
  ];

  test('changes the records and says how many', () => {
    const renumbered = renumbering(merges, '映射.csv');
    expect(renumbered.records([{ custNo: 'A' }, { custNo: 'C' }, {}])).toMatchObject([
      { custNo: 'C' },
      { custNo: 'C' },
      {},
    ]);
    expect(renumbered.customers([{ custNo: 'B' }, { custNo: 'C' }])).toEqual([{ custNo: 'C' }]);
    expect(renumbered.refusal).toBeUndefined();
    expect(renumbered.problems()).toMatchObject([{ severity: 'warning', code: 'merged-customers', file: '映射.csv' }]);
    expect(renumbered.problems()[0]?.message).toContain('共换了 2 行记录');
  });

  test('that is not there changes and says nothing', () => {
    const records = [{ custNo: 'A' }];
    expect(renumbering(undefined, '').records(records)).toBe(records);
    expect(renumbering(undefined, '').problems()).toEqual([]);
  });

  test('that contradicts itself refuses the run', () => {
    const { refusal } = renumbering([...merges, { oldNo: 'C', newNo: 'A' }], '映射.csv');
    expect(refusal).toMatchObject({ exitCode: 3, problems: [{ severity: 'error', code: 'merge-conflict' }] });
  });

  describe('reaches numbers beside the own one', () => {
    const staff = new Set(['B']);
    const registeredAt = { day: on('2025-09-01') };

    test.each([
      ['of a customer who refers', 'A', '存量客户', 'C'],
      ['of a customer even where an employee has it', 'B', '老客户', 'C'],
      ['where the type is not told', 'A', undefined, 'C'],
      ['but not of an employee', 'B', undefined, 'B'],
      ['but not of an account manager', 'A', '客户经理', 'A'],
    ])('in the register: %s', (_, referrerNo, referrerType, expected) => {
      const renumbered = renumbering(merges, '映射.csv');
      const rows = renumbered.kind('referrals', [{ registeredAt, custNo: 'X', referrerNo, referrerType }], staff);
      expect(rows[0]?.referrerNo).toBe(expected);
      expect(renumbered.problems()[0]?.message).toContain(`共换了 ${expected === referrerNo ? 0 : 1} 行记录`);
    });

    test('in the register both numbers of a row count as one row', () => {
      const renumbered = renumbering(merges, '映射.csv');
      const row = { registeredAt, custNo: 'A', referrerNo: 'B', referrerType: '存量客户' };
      expect(renumbered.kind('referrals', [row], staff)).toMatchObject([{ custNo: 'C', referrerNo: 'C' }]);
      expect(renumbered.problems()[0]?.message).toContain('共换了 1 行记录');
    });

    test('two invited numbers of one customer are one invitation', () => {
      const event = { eventDate: on('2025-09-01'), invitedCustNos: ['A', 'C', 'Z'] };
      expect(renumbering(merges, '映射.csv').kind('events', [event], staff)).toMatchObject([
        { invitedCustNos: ['C', 'Z'] },
      ]);
    });

    test('points of an employee stay with the employee', () => {
      const entry = { day: on('2025-09-01') };
      const entries = [
        { ...entry, holderNo: 'A' },
        { ...entry, holderNo: 'B' },
      ];
      expect(renumbering(merges, '映射.csv').kind('points', entries, staff)).toMatchObject([
        { holderNo: 'C' },
        { holderNo: 'B' },
      ]);
    });
  });
});
