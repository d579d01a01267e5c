// What a comparison of two shares can find, from the sizes of its arms: the usual formula of the two-sided test with the pooled
// share under "no difference" and the two shares under the difference, without continuity correction (Fleiss, Levin and Paik).
import { normalQuantile } from '../referral/wilson.js';
import type { ArmSizes } from './campaign.js';

export interface Certainty {
  readonly confidence: number;
  readonly power: number;
}

/** How far the difference must stand out with one treated customer and `ratio` controls; divided by √n for more. */
function unitSpread(treatedRate: number, controlRate: number, ratio: number, { confidence, power }: Certainty): number {
  const pooled = (treatedRate + ratio * controlRate) / (1 + ratio);
  const equal = Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
  const apart = Math.sqrt(treatedRate * (1 - treatedRate) + (controlRate * (1 - controlRate)) / ratio);
  return normalQuantile((1 + confidence) / 2) * equal + normalQuantile(power) * apart;
}

const steps = 60;

/**
 * The smallest uplift over the control's rate, as a fraction, that is found with this confidence and power; null where not even 100 %
 * among the treated would be.
 * @example minimumDetectable({ treated: 5, control: 0 }, 0.1, { confidence: 0.95, power: 0.8 }) // => null
 */
export function minimumDetectable(
  { treated, control }: ArmSizes,
  controlRate: number,
  certainty: Certainty,
): number | null {
  if (treated === 0 || control === 0) return null;
  const isFound = (rate: number) =>
    rate - controlRate >= unitSpread(rate, controlRate, control / treated, certainty) / Math.sqrt(treated);
  if (controlRate >= 1 || !isFound(1)) return null;
  let [below, above] = [controlRate, 1];
  for (let step = 0; step < steps; step++) {
    const middle = (below + above) / 2;
    if (isFound(middle)) above = middle;
    else below = middle;
  }
  return above - controlRate;
}

/**
 * The sizes that would find just this difference, with the arms in the proportion that they have; null where there is none.
 * @example neededSizes({ treated: 9, control: 9 }, 0.1, 0.1, { confidence: 0.95, power: 0.8 }) // => null
 */
export function neededSizes(
  { treated, control }: ArmSizes,
  treatedRate: number,
  controlRate: number,
  certainty: Certainty,
): ArmSizes | null {
  if (treated === 0 || control === 0 || treatedRate === controlRate) return null;
  const ratio = control / treated;
  const exact = (unitSpread(treatedRate, controlRate, ratio, certainty) / (treatedRate - controlRate)) ** 2;
  return { treated: Math.ceil(exact), control: Math.ceil(exact * ratio) };
}
