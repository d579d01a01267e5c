import { createWriteStream } from 'node:fs';
import { codeOf, explainFileError } from './file-errors.js';

/** The reader has gone, or the stream was closed under us after that. */
const quietCodes = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/** What became of a stream: its error is noted when it comes, also after the writing. */
const failures = new WeakMap<NodeJS.WritableStream, { error: unknown }>();

function watched(stream: NodeJS.WritableStream): { error: unknown } {
  const known = failures.get(stream);
  if (known !== undefined) return known;
  const state: { error: unknown } = { error: undefined };
  failures.set(stream, state);
  stream.on('error', (error) => {
    state.error ??= error;
  });
  return state;
}

/** Resolves when the chunk has been taken; with the error of the stream otherwise. */
function written(stream: NodeJS.WritableStream, chunk: string | Uint8Array, state: { error: unknown }): Promise<void> {
  return new Promise((done) => {
    const closed = () => done();
    stream.once('close', closed);
    stream.write(chunk, (error) => {
      stream.removeListener('close', closed);
      state.error ??= error ?? undefined;
      done();
    });
  });
}

/**
 * Writes piece after piece and resolves when all is handed over; while one is being written the next is made, and no more. A reader
 * that went away (EPIPE) ends it quietly; a full disk throws UserError (exit 1). Does not end the stream.
 */
export async function writeChunks(stream: NodeJS.WritableStream, chunks: Iterable<string | Uint8Array>): Promise<void> {
  const state = watched(stream);
  let before = Promise.resolve();
  for (const chunk of chunks) {
    await before;
    if (state.error !== undefined) break;
    before = written(stream, chunk, state);
  }
  await before;
  if (state.error === undefined || quietCodes.has(codeOf(state.error))) return;
  throw explainFileError(state.error, undefined);
}

/** The same into a file, which is made where it is missing (mode 0600). */
export async function writeChunksTo(path: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  const stream = createWriteStream(path, { flags: 'w', mode: 0o600 });
  await writeChunks(stream, chunks);
  await new Promise<void>((done, fail) => {
    stream.on('error', fail);
    stream.end(done);
  });
}
