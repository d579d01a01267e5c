// A file's bytes, piece by piece.
import { open, stat } from 'node:fs/promises';

/** A file's path; or its bytes, for what was unpacked or came through a pipe. */
export type ByteSource = string | Buffer;

/** Hears how many bytes of all have been read when one walk over a file, called by its name in messages, goes on. */
export type OnRead = (file: string, bytes: number, total: number) => void;

export async function sizeOf(source: ByteSource): Promise<number> {
  return typeof source === 'string' ? (await stat(source)).size : source.length;
}

/**
 * The bytes from `start` on, at most `chunkBytes` at a time, which the consumer may keep; `onBytes` hears the offset behind each piece.
 * The file is closed when the consumer stops.
 */
export async function* readChunks(
  source: ByteSource,
  chunkBytes: number,
  start = 0,
  onBytes: (offset: number) => void = () => {},
): AsyncGenerator<Buffer> {
  if (typeof source !== 'string') {
    for (let at = start; at < source.length; at += chunkBytes) {
      const piece = source.subarray(at, at + chunkBytes);
      onBytes(at + piece.length);
      yield piece;
    }
    return;
  }
  const handle = await open(source, 'r');
  try {
    let position = start;
    for (;;) {
      const buffer = Buffer.allocUnsafeSlow(chunkBytes);
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      onBytes(position);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/**
 * All bytes, for a consumer that is done with each piece when it asks for the next one: pieces share two buffers, and while one is looked at
 * the other is filled.
 */
export async function* passingChunks(
  source: ByteSource,
  chunkBytes: number,
  onBytes: (offset: number) => void = () => {},
): AsyncGenerator<Buffer> {
  if (typeof source !== 'string') return yield* readChunks(source, chunkBytes, 0, onBytes);
  const handle = await open(source, 'r');
  let current = Buffer.allocUnsafeSlow(chunkBytes);
  let next = Buffer.allocUnsafeSlow(chunkBytes);
  let position = 0;
  let reading = handle.read(next, 0, chunkBytes, position);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      [current, next] = [next, current];
      position += bytesRead;
      reading = handle.read(next, 0, chunkBytes, position);
      // Waited for in the next round, when a fault is thrown; until then it is not unhandled.
      reading.catch(() => {});
      onBytes(position);
      yield current.subarray(0, bytesRead);
    }
  } finally {
    await reading.catch(() => {});
    await handle.close();
  }
}

/** The first bytes of the file, fewer than `length` only when the file is shorter. */
export async function readStart(source: ByteSource, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let missing = length;
  for await (const chunk of readChunks(source, length)) {
    pieces.push(chunk.subarray(0, missing));
    missing -= chunk.length;
    if (missing <= 0) break;
  }
  return Buffer.concat(pieces);
}
