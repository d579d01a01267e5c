// A set of files takes the places of the old ones as a whole, whatever happens in between.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeTogether } from '../../src/cli/ledger-output.js';
import { removeTemporaries, temporaryPath } from '../../src/cli/output.js';
import { replaceTogether, undoInterrupted } from '../../src/cli/replace-together.js';

let folder = '';
const path = (name: string) => join(folder, name);
const content = () =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== '.台账.lock')
      .map((name) => [name, existsSync(join(folder, name, '占')) ? '文件夹' : readFileSync(path(name), 'utf8')]),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-set-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pending = (name: string, meanwhile = () => {}) => ({
  target: path(name),
  async write(temporary: string) {
    writeFileSync(temporary, '新');
    meanwhile();
  },
});

/** After the look before the work, and before the renames. */
function occupy(name: string): void {
  rmSync(path(name), { force: true });
  mkdirSync(join(folder, name, '占'), { recursive: true });
}

const old = { '甲.xlsx': '旧', '旧名.xlsx': '旧' };
const put = (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
};

describe('a set of files', () => {
  test('replaces all old ones, and those under another name go', async () => {
    put(old);
    await writeTogether({ folder, files: [pending('甲.xlsx'), pending('乙.xlsx')], outdated: [path('旧名.xlsx')] });
    expect(content()).toEqual({ '甲.xlsx': '新', '乙.xlsx': '新' });
  });

  test('leaves all old ones where the second cannot take its place', async () => {
    put(old);
    const files = [pending('甲.xlsx'), pending('乙.xlsx', () => occupy('丙.xlsx')), pending('丙.xlsx')];
    const lines: string[] = [];
    const announce = async () => {
      lines.push('行');
      return () => void lines.pop();
    };
    await expect(writeTogether({ folder, files, outdated: [path('旧名.xlsx')] }, { announce })).rejects.toMatchObject({
      exitCode: 2,
    });
    expect(content()).toEqual({ ...old, '丙.xlsx': '文件夹' });
    expect(lines).toEqual([]);
  });

  test('leaves all old ones where the process is stopped in between', async () => {
    put(old);
    const temporaries = ['甲.xlsx', '乙.xlsx'].map((name) => temporaryPath(path(name)));
    for (const temporary of temporaries) writeFileSync(temporary, '新');
    // The second file is missing, so that the first has its place already when this is found out; the signal comes before the end.
    rmSync(temporaries[1] ?? '');
    const work = replaceTogether([path('甲.xlsx'), path('乙.xlsx')], [path('旧名.xlsx')]);
    removeTemporaries();
    await expect(work).rejects.toThrow();
    expect(content()).toEqual(old);
  });

  const deadPid = 2 ** 22 + 7;
  const half = (name: string) => temporaryPath(path(name), deadPid);

  test('that a killed run left half done is undone by the next one', () => {
    put({ '旧名.xlsx': '旧' });
    writeFileSync(`${half('甲.xlsx')}.old`, '旧');
    writeFileSync(path('甲.xlsx'), '新');
    writeFileSync(`${half('丁.xlsx')}.none`, '');
    writeFileSync(path('丁.xlsx'), '新');
    writeFileSync(half('乙.xlsx'), '新');
    writeFileSync(`${half('乙.xlsx')}.none`, '');
    undoInterrupted(folder);
    rmSync(half('乙.xlsx'));
    expect(content()).toEqual(old);
  });

  test('that a killed run had put in place stays, only its marks go', () => {
    writeFileSync(`${half('甲.xlsx')}.old`, '旧');
    put({ '甲.xlsx': '新' });
    undoInterrupted(folder);
    expect(content()).toEqual({ '甲.xlsx': '新' });
  });

  test('of a run that is alive is left alone', () => {
    const other = `.${basename('甲.xlsx')}.${process.ppid}.tmp`;
    put({ '甲.xlsx': '新', [`${other}.old`]: '旧', [other]: '新' });
    undoInterrupted(folder);
    expect(content()).toEqual({ '甲.xlsx': '新', [`${other}.old`]: '旧', [other]: '新' });
    renameSync(path(other), path('乙.xlsx'));
  });
});
