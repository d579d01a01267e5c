/** Shares are taken in millionths, so that quotas are whole numbers and ties are real ties. */
const whole = 1_000_000;

/**
 * Splits off a share of every group by largest remainder: the parts differ from the exact quota by less than 1 and add up to the
 * share of all, rounded half up. Of equal remainders the earlier group gets the odd one. Sizes are whole numbers, 0 ≤ share ≤ 1.
 * @example apportion([5, 5, 4], 0.3) // => [2, 1, 1]
 */
export function apportion(sizes: readonly number[], share: number): readonly number[] {
  const millionths = Math.round(share * whole);
  const quotas = sizes.map((size, place) => {
    const quota = size * millionths;
    return { place, floor: Math.floor(quota / whole), remainder: quota % whole };
  });
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const total = Math.floor((all * millionths + whole / 2) / whole);
  const left = total - quotas.reduce((sum, { floor }) => sum + floor, 0);
  const favoured = [...quotas].sort((a, b) => b.remainder - a.remainder || a.place - b.place).slice(0, left);
  const more = new Set(favoured.map(({ place }) => place));
  return quotas.map(({ place, floor }) => (more.has(place) ? floor + 1 : floor));
}
