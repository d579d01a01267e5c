// A file's bytes, piece by piece.
import { open } from 'node:fs/promises';

/** The bytes from `start` on, at most `chunkBytes` at a time, each in a buffer of its own. The file is closed when the consumer stops. */
export async function* readChunks(path: string, chunkBytes: number, start = 0): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  try {
    let position = start;
    for (;;) {
      const buffer = Buffer.allocUnsafeSlow(chunkBytes);
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** The first bytes of the file, fewer than `length` only when the file is shorter. */
export async function readStart(path: string, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let missing = length;
  for await (const chunk of readChunks(path, length)) {
    pieces.push(chunk.subarray(0, missing));
    missing -= chunk.length;
    if (missing <= 0) break;
  }
  return Buffer.concat(pieces);
}
