import { expect, test } from 'vitest';
import { migrationOf } from '../../src/analysis/migration.js';
import { countExclusions } from '../../src/analysis/segment-summary.js';

const source = '按同一交易明细重算';

test.each([
  ['核心客户', '潜力客户'],
  ['潜力客户', '基础客户'],
  ['基础客户', '一般活跃'],
  ['一般活跃', '沉寂预警'],
  ['沉寂预警', '睡眠客户'],
] as const)('%s is one step above %s', (upper, lower) => {
  const { up, down } = migrationOf(
    [
      { from: lower, to: upper, aumFen: 1 },
      { from: upper, to: lower, aumFen: 2 },
    ],
    source,
    null,
  );
  expect([up, down]).toEqual([
    { customers: 1, aumFen: 1 },
    { customers: 1, aumFen: 2 },
  ]);
});

test('AUM of several is not provided where it is not provided of one', () => {
  const moves = [5, null, 7].map((aumFen) => ({ from: '核心客户', to: '睡眠客户', aumFen }) as const);
  expect(migrationOf(moves, source, null).down).toEqual({ customers: 3, aumFen: null });
  expect(migrationOf(moves.slice(0, 1), source, null).down).toEqual({ customers: 1, aumFen: 5 });
});

test('the largest movements are changes and departures, and nobody who is new', () => {
  const { largest } = migrationOf(
    [
      { from: '新增', to: '核心客户', aumFen: 1 },
      { from: '核心客户', to: '核心客户', aumFen: 1 },
      { from: '核心客户', to: '销户', aumFen: 1 },
    ],
    source,
    null,
  );
  expect(largest).toEqual([{ from: '核心客户', to: '销户', customers: 1, aumFen: 1 }]);
});

test('strangers are out of scope beside those who are excluded', () => {
  const excluded = new Map([
    ['A', '死亡'],
    ['B', '死亡'],
  ] as const);
  expect(
    countExclusions(excluded, 3)
      .map(({ reason, customers }) => `${reason} ${customers}`)
      .toSorted(),
  ).toEqual(['不在客户导出 3', '死亡 2']);
});
