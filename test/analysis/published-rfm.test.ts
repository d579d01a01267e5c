// Our scores beside those of a published package on its own data, read in place (../shared/data/README.md, "The exact binning rule").
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { quintileScores } from '../../src/analysis/score.js';

const folder = process.env.TAIZHANG_DATA ?? resolve(import.meta.dirname, '../../../shared/data');
const file = join(folder, 'rfm/expected_orders_rfm.csv');

/** The package's rule: type 7 quantiles, inner edges shifted by 1, a later bin overwrites an earlier one. */
function binned(values: readonly number[], shift = 1): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (p: number): number => {
    const position = (sorted.length - 1) * p;
    const below = Math.floor(position);
    const low = sorted[below]!;
    return low + (position - below) * ((sorted[below + 1] ?? low) - low);
  };
  const edges = [0.2, 0.4, 0.6, 0.8].map((p) => quantile(p) + shift);
  const lower = [sorted[0]!, ...edges];
  const upper = [...edges, sorted.at(-1)! + 1];
  return values.map((value) => {
    let score = 0;
    lower.forEach((from, bin) => {
      if (value >= from && value < upper[bin]!) score = bin + 1;
    });
    return score;
  });
}

describe.skipIf(!existsSync(file))('995 published customers', () => {
  const rows: Record<string, string>[] = existsSync(file) ? parse(readFileSync(file), { columns: true }) : [];
  const column = (name: string) => rows.map((row) => Number(row[name]));
  const axes = [
    ['recency', column('recency_days').map((days) => -days), column('recency_score')],
    ['frequency', column('transaction_count'), column('frequency_score')],
    ['monetary', column('amount'), column('monetary_score')],
  ] as const;

  test('get the published scores from the published rule', () => {
    const [recency, frequency, monetary] = axes;
    expect(binned(column('recency_days')).map((score) => 6 - score)).toEqual(recency[2]);
    expect(binned(frequency[1])).toEqual(frequency[2]);
    expect(binned(monetary[1])).toEqual(monetary[2]);
  });

  const agreement = axes.map(([, values, published]) => {
    const ours = quintileScores(values);
    return published.map((score, place) => ours[place]! - score);
  });

  test('agree with our ranking in the counts of docs/decisions.md', () => {
    const counts = agreement.map((differences) => differences.filter((difference) => difference === 0).length);
    const all = agreement[0]!.filter((_, place) => agreement.every((differences) => differences[place] === 0)).length;
    expect([...counts, all]).toEqual([991, 901, 985, 889]);
  });

  test('are never more than one score away from ours', () => {
    expect(agreement.flat().filter((difference) => Math.abs(difference) > 1)).toEqual([]);
  });

  test('differ on amounts by the shift of the edges alone', () => {
    const amounts = axes[2][1];
    expect(quintileScores(amounts)).toEqual(binned(amounts, 0));
  });

  test('differ on frequency by a single tie: all 94 customers with 7 orders', () => {
    const [, counts] = axes[1];
    const differing = counts.filter((_, place) => agreement[1]![place] !== 0);
    expect(new Set(differing)).toEqual(new Set([7]));
    expect(differing).toHaveLength(94);
    expect(counts.filter((count) => count === 7)).toHaveLength(94);
  });
});
