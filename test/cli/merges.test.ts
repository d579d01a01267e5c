import { describe, expect, test } from 'vitest';
import { renumbering } from '../../src/cli/merges.js';

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
});
