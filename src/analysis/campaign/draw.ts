// A repeatable lottery.

/** Spreads neighbouring seeds and streams far apart (the finaliser of MurmurHash3). */
function scramble(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Fractions with 0 ≤ x < 1 (mulberry32); the streams of one seed are independent. */
function fractions(seed: number, stream: number): () => number {
  let state = scramble(scramble(seed) + Math.imul(stream + 1, 0x9e3779b1));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/**
 * Draws `count` of the distinct ids, each set of that size equally likely. The same ids, seed (0 … 2^32 − 1) and stream draw the
 * same ones, whatever their order.
 * @example drawFrom(['C02', 'C01'], 2, 1, 0) // => new Set(['C01', 'C02'])
 */
export function drawFrom(ids: readonly string[], count: number, seed: number, stream: number): ReadonlySet<string> {
  const next = fractions(seed, stream);
  const urn = [...ids].sort();
  const drawn = new Set<string>();
  for (let place = 0; place < count; place++) {
    const other = place + Math.floor(next() * (urn.length - place));
    [urn[place], urn[other]] = [urn[other]!, urn[place]!];
    drawn.add(urn[place]!);
  }
  return drawn;
}
