import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atRiskAt, incidenceAt, survivalCurve } from '../../../src/analysis/referral/kaplan-meier.js';
import { readVectors, vectorFolder } from './survival-vectors.js';

const { vectors } = readVectors();

/** Whether two JSON values are the same but for the last digits of their numbers. */
function agrees(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && agrees(value, right.get(key)));
}

describe('the product-limit estimate', () => {
  test('there are at least twenty vectors', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(20);
  });

  test.each(vectors)('equals R: $name', ({ days, events, curve, horizons }) => {
    const observations = days.map((day, place) => ({ days: day, isEvent: events[place] === 1 }));
    const own = survivalCurve(observations);
    expect(agrees(own, curve)).toBe(true);
    for (const horizon of horizons) {
      expect(Math.abs(1 - incidenceAt(own, horizon.days) - horizon.survival)).toBeLessThanOrEqual(1e-9);
      expect(atRiskAt(observations, horizon.days)).toBe(horizon.atRisk);
    }
  });

  test('without censoring it is the plain share', () => {
    const days = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 90 }), (all, horizon) => {
        const curve = survivalCurve(all.map((day) => ({ days: day, isEvent: true })));
        expect(incidenceAt(curve, horizon)).toBeCloseTo(all.filter((day) => day <= horizon).length / all.length, 12);
      }),
    );
  });
});

/** Not everybody has it: where it is missing the stored vectors have to do. */
const interpreter = 'Rscript';
const canRun =
  spawnSync(interpreter, ['-e', 'stopifnot(requireNamespace("survival"), requireNamespace("jsonlite"))']).status === 0;

describe.skipIf(!canRun)('where R is at hand', () => {
  test('the script gives the stored vectors', () => {
    const folder = mkdtempSync(join(tmpdir(), 'survival-'));
    try {
      const target = join(folder, 'vectors.json');
      expect(spawnSync(interpreter, [join(vectorFolder, 'kaplan-meier.R'), target]).status).toBe(0);
      expect(agrees(readVectors(target), readVectors())).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
