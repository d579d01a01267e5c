// The process around a run: signals and streams that go away, on a process that is made up here.
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeTogether } from '../../src/cli/ledger-output.js';
import { temporaryPath, writing } from '../../src/cli/output.js';
import { run } from '../../src/cli/process.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-signals-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Streams {
  readonly stdout?: Writable;
  readonly stderr?: Writable;
}

function madeUp(argv: readonly string[], streams: Streams = {}) {
  const exits: number[] = [];
  const written: string[] = [];
  let exited = () => {};
  const hasExited = new Promise<void>((done) => {
    exited = done;
  });
  const stream = () =>
    new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    });
  const of = Object.assign(new EventEmitter(), {
    argv: ['node', 'taizhang', ...argv],
    env: {},
    stdin: { isTTY: true },
    stdout: stream(),
    stderr: stream(),
    ...streams,
    exitCode: undefined as number | undefined,
    cwd: () => folder,
    exit(code: number) {
      exits.push(code);
      exited();
    },
  });
  return { of, process: of as unknown as NodeJS.Process, exits, written, hasExited };
}

describe('stopped', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
    'by %s a run leaves nothing half written and ends with 130',
    async (signal) => {
      const { of, process, exits, hasExited } = madeUp(['--version']);
      await run(process);
      const target = join(folder, '台账.xlsx');
      writing.add(target);
      writeFileSync(temporaryPath(target), '半');
      of.emit(signal);
      await hasExited;
      expect(exits).toEqual([130]);
      expect(readdirSync(folder)).toEqual([]);
      writing.delete(target);
    },
  );

  test('twice, it is stopped once, and the second signal does not end it by itself', async () => {
    const { of, process, exits, hasExited } = madeUp(['--version']);
    await run(process);
    of.emit('SIGINT');
    expect(of.listenerCount('SIGINT')).toBe(1);
    of.emit('SIGINT');
    of.emit('SIGTERM');
    await hasExited;
    await new Promise((done) => setImmediate(done));
    expect(exits).toEqual([130]);
  });

  test.each([
    ['goes', false],
    ['stays where it was there before', true],
  ])('while it writes several files, their folder %s', async (_what, isThere) => {
    const { of, process, hasExited } = madeUp(['--version']);
    await run(process);
    const results = join(folder, '台账');
    if (isThere) mkdirSync(results);
    const stopped = writeTogether({
      folder: results,
      outdated: [],
      files: [
        {
          target: join(results, '甲.xlsx'),
          async write() {
            of.emit('SIGTERM');
            await hasExited;
            expect(existsSync(results)).toBe(isThere);
            if (isThere) expect(readdirSync(results)).toEqual([]);
            throw new Error('stopped');
          },
        },
      ],
    });
    await expect(stopped).rejects.toThrow('stopped');
  });
});

/** A stream that takes nothing, as a full disk or a pipe without a reader. */
const refusing = (code: string) =>
  new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('library text'), { code }));
    },
  });

const afterwards = () => new Promise((done) => setImmediate(done));

describe('where nobody takes what is said', () => {
  test.each([
    ['rules', ['rules']],
    ['help', ['--help']],
  ])('a full disk under the standard output of %s is told, exit 1', async (_what, argv) => {
    const { process, of, written, exits } = madeUp(argv, { stdout: refusing('ENOSPC') });
    await run(process);
    await afterwards();
    expect([of.exitCode, exits]).toEqual([1, []]);
    expect(written.join('')).toBe('写出时磁盘已满：请清理磁盘后重试\n');
  });

  test('a reader that went away is success', async () => {
    const { process, of, written } = madeUp(['rules'], { stdout: refusing('EPIPE') });
    await run(process);
    await afterwards();
    expect([of.exitCode, written]).toEqual([0, []]);
  });

  test.each(['EPIPE', 'ENOSPC'])('messages that cannot be written (%s) leave the exit code as it is', async (code) => {
    const { process, of } = madeUp(['segment', '没有'], { stderr: refusing(code) });
    await run(process);
    await afterwards();
    expect(of.exitCode).toBe(2);
  });

  test('in a folder that is gone, it says so, exit 2', async () => {
    const { process, of, written } = madeUp(['rules']);
    of.cwd = () => {
      throw Object.assign(new Error('uv_cwd'), { code: 'ENOENT' });
    };
    await run(process);
    expect([of.exitCode, written.join('')]).toEqual([2, '当前文件夹已经不存在：请先进入一个存在的文件夹\n']);
  });
});

test('a disk that is full under the temporary files is told, exit 1', async () => {
  const { process, of, written } = madeUp(['inspect', '-']);
  const full = new Readable({
    read() {
      this.destroy(Object.assign(new Error('library text'), { code: 'ENOSPC' }));
    },
  });
  await run(Object.assign(process, { stdin: full }));
  expect([of.exitCode, written.join('')]).toEqual([1, '写出时磁盘已满：请清理磁盘后重试\n']);
});
