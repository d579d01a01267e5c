// Which bytes a text may be made of.

/** The encodings that are read. GB18030 holds GBK and GB2312. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

const labels: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
};

/** A decoder that throws at the first undecodable byte and keeps byte-order marks; useless after it has thrown. */
export function strictDecoder(encoding: Encoding): InstanceType<typeof TextDecoder> {
  return new TextDecoder(labels[encoding], { fatal: true, ignoreBOM: true });
}

/** What a byte-order mark says; undefined without one (that of GB18030 needs no saying: it is no valid UTF-8). */
export function markedEncoding(start: Buffer): Encoding | undefined {
  const hex = start.toString('hex', 0, 3);
  if (hex === 'efbbbf') return 'utf-8-bom';
  if (hex.startsWith('fffe')) return 'utf-16le';
  return hex.startsWith('feff') ? 'utf-16be' : undefined;
}

const leastPairs = 8;

/**
 * UTF-16 without a mark: one byte of at least every fifth pair is zero (digits, separators, line ends), and always the same one.
 * A text of other encoding with a stray zero byte does not look like this.
 */
export function unmarkedUtf16(start: Buffer): Encoding | undefined {
  const pairs = Math.floor(start.length / 2);
  if (pairs < leastPairs) return undefined;
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (start[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  if (zeros[0] === 0 && zeros[1] * 5 >= pairs) return 'utf-16le';
  return zeros[1] === 0 && zeros[0] * 5 >= pairs ? 'utf-16be' : undefined;
}
