import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { probeTarget, removeTemporaries, writeChunks, writeWhole } from '../../src/cli/output.js';
import { UserError } from '../../src/model/errors.js';

let folder = '';
let target = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-output-'));
  target = join(folder, '台账.xlsx');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process number that nobody has: of a process that has just ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function failing(code: string): Error {
  return Object.assign(new Error('library text with 张三'), { code });
}

async function refusal(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe('writing whole files', () => {
  test('the target appears with all its bytes, private, and nothing beside it', async () => {
    await writeWhole(target, (path) => writeFile(path, '新'));
    expect(readFileSync(target, 'utf8')).toBe('新');
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['台账.xlsx']);
  });

  test('the temporary file exists before the work, is private and lies beside the target', async () => {
    await writeWhole(target, async (path) => {
      expect(path).toBe(join(folder, `.台账.xlsx.${process.pid}.tmp`));
      expect(statSync(path).mode & 0o777).toBe(0o600);
    });
  });

  test('the old file stays whole when the work fails', async () => {
    writeFileSync(target, '旧');
    const work = writeWhole(target, async (path) => {
      await writeFile(path, '半');
      await writeFile(`${path}.spool`, '半');
      throw new TypeError('bug');
    });
    await expect(work).rejects.toThrow(TypeError);
    expect(readFileSync(target, 'utf8')).toBe('旧');
    expect(readdirSync(folder)).toEqual(['台账.xlsx']);
  });

  test.each([
    ['ENOSPC', '磁盘已满'],
    ['EDQUOT', '配额'],
    ['EIO', '读写出错'],
    ['EROFS', '只读'],
    ['EFBIG', '允许的大小'],
  ])('%s is told in Chinese, exit 1, without the words of a library', async (code, words) => {
    const error = await refusal(writeWhole(target, () => Promise.reject(failing(code))));
    expect(error.exitCode).toBe(1);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('张三');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder put in place of the target while it is written is not replaced', async () => {
    const error = await refusal(
      writeWhole(target, async (path) => {
        await writeFile(path, '新');
        mkdirSync(target);
      }),
    );
    expect(error.exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(['台账.xlsx']);
  });

  test('what dead runs left is swept, what belongs to living ones or other files is not', async () => {
    const pid = deadPid();
    const living = `.台账.xlsx.${process.ppid}.tmp`;
    for (const name of [
      `.台账.xlsx.${pid}.tmp`,
      `.台账.xlsx.${pid}.tmp.spool`,
      living,
      `.台账.csv.${pid}.tmp`,
      '.台账.xlsx.notes',
    ])
      writeFileSync(join(folder, name), 'x');
    await writeWhole(target, (path) => writeFile(path, '新'));
    expect(readdirSync(folder).sort()).toEqual(
      [`.台账.csv.${pid}.tmp`, living, '.台账.xlsx.notes', '台账.xlsx'].sort(),
    );
  });

  test('removeTemporaries leaves nothing of this process', async () => {
    let files: readonly string[] = [];
    const work = writeWhole(target, async (path) => {
      writeFileSync(`${path}.spool`, 'x');
      removeTemporaries();
      files = readdirSync(folder);
      throw new TypeError('interrupted');
    });
    await expect(work).rejects.toThrow(TypeError);
    expect(files).toEqual([]);
  });
});

describe('probing', () => {
  test.each([
    ['a folder', () => mkdirSync(target), '是文件夹'],
    ['a symbolic link', () => symlinkSync('/dev/null', target), '符号链接'],
    ['a dangling symbolic link', () => symlinkSync('nowhere', target), '符号链接'],
    ['a missing folder', () => rmSync(folder, { recursive: true }), '不存在'],
    ['a pipe', () => spawnSync('mkfifo', [target]), '不是普通文件'],
    ['a name of 300 bytes', () => (target = join(folder, '长'.repeat(100))), '过长'],
    [
      'a file in place of the folder',
      () => {
        writeFileSync(target, '');
        target = join(target, 'a.xlsx');
      },
      '不是文件夹',
    ],
  ])('%s is refused before the work, exit 2', async (_name, prepare, words) => {
    prepare();
    const error = await refusal(probeTarget(target));
    expect([error.exitCode, error.message.includes(words)]).toEqual([2, true]);
    let called = false;
    await refusal(
      writeWhole(target, async () => {
        called = true;
      }),
    );
    expect(called).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0)('a folder without write permission is refused', async () => {
    chmodSync(folder, 0o500);
    expect((await refusal(probeTarget(target))).exitCode).toBe(2);
    chmodSync(folder, 0o700);
  });

  test('a usable target passes and nothing is created', async () => {
    await probeTarget(target);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(target, '旧');
    await probeTarget(target);
    expect(readFileSync(target, 'utf8')).toBe('旧');
  });
});

describe('lock', () => {
  const lock = () => join(folder, '.台账.xlsx.lock');
  const host = hostname().replace(/[^\w.-]/g, '_');

  test('two writers of one target: one wins, the other gets exit 5', async () => {
    const slow = (path: string) => new Promise<void>((done) => setTimeout(done, 200)).then(() => writeFile(path, '新'));
    const [first, second] = await Promise.allSettled([writeWhole(target, slow), writeWhole(target, slow)]);
    const failed = [first, second].filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.reason).toMatchObject({ exitCode: 5 });
    expect(readdirSync(folder)).toEqual(['台账.xlsx']);
  });

  test('a lock of a living process is respected and stays', async () => {
    writeFileSync(lock(), `${process.ppid} ${host}\n`);
    const error = await refusal(writeWhole(target, (path) => writeFile(path, '新')));
    expect(error.exitCode).toBe(5);
    expect(error.message).toContain(String(process.ppid));
    expect(existsSync(lock())).toBe(true);
  });

  test('a lock of another machine is respected, also when its process number is unknown here', async () => {
    writeFileSync(lock(), `${deadPid()} elsewhere\n`);
    expect((await refusal(writeWhole(target, (path) => writeFile(path, '新')))).exitCode).toBe(5);
  });

  test.each([
    ['of a dead process', () => `${deadPid()} ${host}\n`],
    ['left empty', () => ''],
    ['with other content', () => 'garbage'],
    ['with our own reused number', () => `${process.pid} ${host}\n`],
  ])('a lock %s is taken over', async (_name, content) => {
    writeFileSync(lock(), content());
    await writeWhole(target, (path) => writeFile(path, '新'));
    expect(readdirSync(folder)).toEqual(['台账.xlsx']);
  });
});

describe('writing streams', () => {
  test('while a piece is being written the next is made, and no further one', async () => {
    let asked = 0;
    let taken = 0;
    let ahead = 0;
    const slow = new Writable({
      decodeStrings: false,
      write(_chunk, _encoding, done) {
        setImmediate(() => {
          taken += 1;
          done();
        });
      },
    });
    function* pieces() {
      for (; asked < 50; asked += 1) {
        ahead = Math.max(ahead, asked - taken);
        yield 'x';
      }
    }
    await writeChunks(slow, pieces());
    expect([taken, ahead]).toEqual([50, 1]);
  });

  test('a reader that went away ends it quietly', async () => {
    let asked = 0;
    const gone = new Writable({ write: (_chunk, _encoding, done) => done(asked > 3 ? failing('EPIPE') : null) });
    function* pieces() {
      for (; asked < 1000; asked += 1) yield 'x';
    }
    await writeChunks(gone, pieces());
    await writeChunks(gone, ['more']);
    expect(asked).toBeLessThan(10);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is told in Chinese, exit 1', async () => {
    const stream = createWriteStream('', { fd: openSync('/dev/full', 'w') });
    const error = await refusal(writeChunks(stream, ['x'.repeat(100)]));
    expect([error.exitCode, error.message.includes('磁盘已满')]).toEqual([1, true]);
  });

  test('any other error comes through', async () => {
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new TypeError('bug')) });
    await expect(writeChunks(broken, ['x'])).rejects.toThrow(TypeError);
  });
});
