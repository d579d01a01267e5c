import { describe, expect, test } from 'vitest';
import { aumOf, aumSnapshotOn, depositOf, fenIn } from '../../src/analysis/aum.js';
import type { Balance } from '../../src/model/balance.js';
import { fenOf } from '../../src/model/fen.js';
import { asOf, on } from './branch.js';

const row = (custNo: string, dataDate: string, aumFen?: number): Balance => ({
  custNo,
  dataDate: on(dataDate),
  aumFen: aumFen === undefined ? undefined : fenOf(aumFen),
});

describe('the AUM of one row', () => {
  const [one, two, four, eight] = [1, 2, 4, 8].map(fenOf);
  test.each([
    [{ aumFen: one, depositFen: two }, 1],
    [{ depositFen: one, demandFen: two, timeFen: four }, 1],
    [{ demandFen: two, timeFen: four, wealthFen: eight }, 14],
    [{ depositFen: two, structuredFen: one }, 2],
    [{ demandFen: two, structuredFen: one }, 3],
    [{ wealthFen: one, loanFen: eight }, 1],
    [{ loanFen: eight }, undefined],
    [{ fundFen: one, insuranceFen: one, trustFen: one, metalFen: one, bondFen: one }, 5],
    [{ aumFen: fenOf(0), wealthFen: one }, 0],
  ])('%j is %s', (components, expected) => {
    expect(aumOf({ custNo: 'A', dataDate: asOf, ...components })).toBe(expected);
  });
});

describe('the deposits of one row', () => {
  const [one, two, four, eight] = [1, 2, 4, 8].map(fenOf);
  test.each([
    [{ depositFen: one, demandFen: two, structuredFen: four }, 1],
    [{ demandFen: one, timeFen: two, structuredFen: four, wealthFen: eight }, 7],
    [{ structuredFen: four }, 4],
    [{ aumFen: one, wealthFen: eight }, undefined],
  ])('%j are %s', (components, expected) => {
    expect(depositOf({ custNo: 'A', dataDate: asOf, ...components })).toBe(expected);
  });
});

describe('the snapshot on a day', () => {
  const balances = [row('A', '2025-08-31', 1), row('B', '2025-09-30', 2), row('A', '2025-10-31', 4)];

  test.each([
    ['2025-09-30', '2025-09-30', { B: 2 }],
    ['2025-09-29', '2025-08-31', { A: 1 }],
    ['2025-12-31', '2025-10-31', { A: 4 }],
  ])('%s is the one of %s', (day, dataDate, expected) => {
    const snapshot = aumSnapshotOn(balances, on(day));
    expect(snapshot?.dataDate).toBe(dataDate);
    expect(Object.fromEntries(snapshot?.fenOf ?? [])).toEqual(expected);
  });

  test('is not provided without a file, without a day, or without any amount', () => {
    expect(aumSnapshotOn(undefined, asOf)).toBeNull();
    expect(aumSnapshotOn(balances, on('2025-08-30'))).toBeNull();
    expect(aumSnapshotOn([row('A', '2025-09-30')], asOf)).toBeNull();
  });

  test('is provided where one row of the day says it, and who does not say it or is absent holds 0', () => {
    for (const order of [
      [row('A', '2025-09-30', 5), row('B', '2025-09-30')],
      [row('B', '2025-09-30'), row('A', '2025-09-30', 5)],
    ]) {
      const snapshot = aumSnapshotOn(order, asOf);
      expect(['A', 'B', 'C'].map((id) => fenIn(snapshot, id))).toEqual([5, 0, 0]);
    }
    expect(fenIn(aumSnapshotOn([], asOf), 'A')).toBeNull();
  });

  test('counts equal rows once and adds different ones, in any order', () => {
    const rows = [row('A', '2025-09-30', 5), row('A', '2025-09-30', 5), row('A', '2025-09-30', 7)];
    for (const order of [rows, rows.toReversed()]) {
      const snapshot = aumSnapshotOn(order, asOf);
      expect(snapshot?.fenOf.get('A')).toBe(12);
      expect(snapshot?.repeated).toEqual({ same: 1, different: 1 });
    }
  });
});
