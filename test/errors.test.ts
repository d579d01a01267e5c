import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandOf, freshFolder } from '../scripts/golden.mjs';
import { type Problem, type ProblemCode, problemCodes } from '../src/model/problem.js';
import { runIn } from './run.js';

const gallery = join(import.meta.dirname, '../fixtures/errors');
const codes = Object.keys(problemCodes) as ProblemCode[];
const folders = readdirSync(gallery, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Of each severity, the exit codes that a run with such a problem may end with. */
const exitsOf: Readonly<Record<Problem['severity'], readonly number[]>> = { error: [2, 3, 4], warning: [0, 4] };

/** Refusals over several files: a look at one file does not show them. */
const acrossFiles: readonly ProblemCode[] = ['merge-conflict'];

function expectedOf(folder: string): string {
  return readFileSync(join(gallery, folder, 'expected.txt'), 'utf8');
}

async function jsonOf(folder: string, words: readonly string[]): Promise<readonly Problem[]> {
  const { stdout } = await runIn(join(gallery, folder), [...words, '-f', 'json']);
  if (stdout === '') return [];
  const report: { problems: Problem[]; files?: { problems: Problem[] }[] } = JSON.parse(stdout);
  return [...report.problems, ...(report.files ?? []).flatMap((file) => file.problems)];
}

/** The problems of the folder's own command; a refused file writes no report, so that it is inspected instead. */
async function problemsOf(folder: string): Promise<readonly Problem[]> {
  const out = freshFolder();
  try {
    const words = commandOf(join(gallery, folder), out);
    const found = await jsonOf(folder, words);
    if (found.length > 0) return found;
    const asOf = words.indexOf('--as-of');
    const withoutDay = asOf < 0 ? words : words.toSpliced(asOf, 2);
    return jsonOf(folder, ['inspect', ...withoutDay.slice(1)]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

describe('the gallery of errors', () => {
  test('has a folder for every code, and none without a code but those of usage', () => {
    expect(folders.filter((folder) => !folder.startsWith('usage-')).sort()).toEqual([...codes].sort());
  });

  test.each(codes.filter((code) => !acrossFiles.includes(code)))(
    '%s is what its folder provokes, and staff are told so',
    async (code) => {
      const own = (await problemsOf(code)).filter((problem) => problem.code === code);
      expect(own).not.toEqual([]);
      const expected = expectedOf(code);
      for (const { message } of own) expect(expected).toContain(message);
      const exit = Number(/^exit (\d+)/.exec(expected)?.[1]);
      expect(exitsOf[own[0]?.severity ?? 'error']).toContain(exit);
    },
  );

  test.each(acrossFiles)('%s refuses the run, and staff are told so', (code) => {
    expect(expectedOf(code)).toMatch(/^exit 3\n--- stdout\n\n--- stderr\n错误 /);
  });

  test.each(folders)('%s explains its case and says something on stderr', (folder) => {
    expect(readFileSync(join(gallery, folder, 'command.txt'), 'utf8')).toMatch(/^# .+（退出码 \d）。\n/);
    const expected = expectedOf(folder);
    const exit = /^# .+（退出码 (\d)）/.exec(readFileSync(join(gallery, folder, 'command.txt'), 'utf8'))?.[1];
    expect(expected.startsWith(`exit ${exit}\n`)).toBe(true);
    if (folder !== 'usage-no-arguments') expect(expected.split('--- stderr\n')[1]?.trim()).not.toBe('');
  });

  test('usage folders end with 2 or 6', () => {
    const exits = folders
      .filter((folder) => folder.startsWith('usage-'))
      .map((folder) => expectedOf(folder).slice(0, 6));
    expect(new Set(exits)).toEqual(new Set(['exit 2', 'exit 6']));
  });
});
