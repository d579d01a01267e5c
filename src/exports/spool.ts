// Where bytes go that have no file of their own: unpacked entries and what comes through a pipe.
import { open } from 'node:fs/promises';
import type { ByteSource } from './chunks.js';

/** Keeps bytes for the length of one run. */
export interface Spool {
  /** All chunks in order; what they throw is passed on. */
  keep(chunks: AsyncIterable<Buffer>): Promise<ByteSource>;
}

/** Together, over all that one spool keeps; what comes on top goes to a file. */
const mostInMemory = 64_000_000;

/**
 * A spool that keeps up to 64 MB in memory and the rest in files that `newFile` makes, empty and private; without it everything stays in
 * memory. `inMemory` are the bytes that stay in memory. The files are the maker's to remove.
 */
export function newSpool(newFile?: () => Promise<string>, inMemory = mostInMemory): Spool {
  let left = newFile === undefined ? Number.POSITIVE_INFINITY : inMemory;

  async function keep(chunks: AsyncIterable<Buffer>): Promise<ByteSource> {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const rest = chunks[Symbol.asyncIterator]();
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      pieces.push(next.value);
      bytes += next.value.length;
      if (bytes > left && newFile !== undefined) return toFile(await newFile(), pieces, rest);
    }
    left -= bytes;
    return Buffer.concat(pieces);
  }

  return { keep };
}

async function toFile(path: string, pieces: readonly Buffer[], rest: AsyncIterator<Buffer>): Promise<string> {
  const handle = await open(path, 'w', 0o600);
  try {
    for (const piece of pieces) await handle.writeFile(piece);
    for (let next = await rest.next(); !next.done; next = await rest.next()) await handle.writeFile(next.value);
  } finally {
    await handle.close();
  }
  return path;
}
