import { describe, expect, test } from 'vitest';
import { minimumDetectable, neededSizes } from '../../../src/analysis/campaign/detectable.js';

const usual = { confidence: 0.95, power: 0.8 };

describe('what the sizes can find', () => {
  // By hand from the formula without continuity correction: 199 per arm for 20 % against 10 % is the textbook figure.
  test.each([
    [0.2, 0.1, 199],
    [0.3, 0.2, 294],
    [0.5, 0.4, 388],
    [0.15, 0.1, 686],
  ])('%d against %d needs %i in each of two equal arms', (treatedRate, controlRate, size) => {
    const sizes = { treated: 1, control: 1 };
    expect(neededSizes(sizes, treatedRate, controlRate, usual)).toEqual({ treated: size, control: size });
    expect(neededSizes(sizes, controlRate, treatedRate, usual)).toEqual({ treated: size, control: size });
  });

  test('the detectable difference is the one whose needed sizes are the sizes', () => {
    for (const [treated, control] of [
      [140, 60],
      [700, 300],
      [90, 10],
    ] as const) {
      const uplift = minimumDetectable({ treated, control }, 0.12, usual);
      if (uplift === null) throw new Error('nothing is found');
      expect(neededSizes({ treated, control }, 0.12 + uplift, 0.12, usual)).toEqual({ treated, control });
    }
  });

  test('more customers find smaller differences, and more power asks for larger ones', () => {
    const found = (treated: number, control: number, power = 0.8) =>
      minimumDetectable({ treated, control }, 0.1, { confidence: 0.95, power }) ?? Number.NaN;
    expect(found(700, 300)).toBeLessThan(found(70, 30));
    expect(found(70, 30, 0.9)).toBeGreaterThan(found(70, 30));
    expect(found(500, 500)).toBeLessThan(found(900, 100));
  });

  test.each([
    [{ treated: 0, control: 9 }, 0.1],
    [{ treated: 9, control: 0 }, 0.1],
    [{ treated: 1, control: 1 }, 0.1],
    [{ treated: 90, control: 90 }, 1],
  ])('%j at a rate of %d finds nothing', (sizes, rate) => {
    expect(minimumDetectable(sizes, rate, usual)).toBeNull();
  });

  test('no difference needs no size', () => {
    expect(neededSizes({ treated: 5, control: 5 }, 0.2, 0.2, usual)).toBeNull();
  });
});
