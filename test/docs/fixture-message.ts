// What the command line really says, taken from the expected output of fixtures/errors/<case>.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const errors = join(import.meta.dirname, '../../fixtures/errors');

export interface FixtureMessage {
  readonly exitCode: number;
  /** Lines on stderr without row accounting and the closing line. */
  readonly lines: readonly string[];
}

/** undefined = there is no such case. */
export function fixtureMessage(name: string): FixtureMessage | undefined {
  const path = join(errors, name, 'expected.txt');
  if (!existsSync(path)) return undefined;
  const expected = readFileSync(path, 'utf8');
  const exitCode = Number(/^exit (\d+)/.exec(expected)?.[1]);
  const stderr = expected.slice(expected.indexOf('\n--- stderr\n') + '\n--- stderr\n'.length).split('\n--- files\n')[0];
  const isTold = (line: string) => line !== '' && !/：读入 \d+ 行 = |^完成：|^拒收：|^查看了 /.test(line);
  return { exitCode, lines: (stderr ?? '').split('\n').filter(isTold) };
}

/** Cases of wrong usage, without their prefix, sorted. */
export function usageCases(): readonly string[] {
  return readdirSync(errors)
    .filter((name) => name.startsWith('usage-'))
    .sort();
}
