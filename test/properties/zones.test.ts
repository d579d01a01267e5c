// The built command line under other time zones and languages: the same bytes, on stdout and in every file.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'taizhang-zones-'));

const zones = ['Asia/Shanghai', 'UTC', 'America/New_York'] as const;
const languages = ['C', 'zh_CN.UTF-8'] as const;
/** Each case starts four processes. */
const patience = 180_000;
const places = zones.flatMap((zone) => languages.map((language) => [zone, language] as const));

async function taizhang(place: readonly [string, string], argv: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: folder, TZ: place[0], LANG: place[1], LC_ALL: place[1] };
  const { stdout } = await run(process.execPath, [join(root, 'bin/taizhang.js'), ...argv], { cwd: folder, env });
  return stdout;
}

const digest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What a user is given in each form, as a fingerprint. */
async function outcome(place: readonly [string, string]): Promise<Readonly<Record<string, string>>> {
  const inFile = async (format: string): Promise<string> => {
    const target = `结果.${format}`;
    await taizhang(place, ['segment', '样例', '-o', target]);
    const bytes = readFileSync(join(folder, target));
    rmSync(join(folder, target));
    return digest(bytes);
  };
  const onTerminal = taizhang(place, ['segment', '样例', '--method', 'score', '--compare-to', '2024-12-31']).then(
    digest,
  );
  const [table, xlsx, json, csv] = await Promise.all([onTerminal, inFile('xlsx'), inFile('json'), inFile('csv')]);
  return { table, xlsx, json, csv };
}

let atHome: Readonly<Record<string, string>>;

beforeAll(async () => {
  if (!existsSync(join(root, 'dist/cli/process.js'))) throw new Error('dist/ is missing: run `npm run build` first');
  await taizhang(places[0]!, ['demo', '样例', '--customers', '60', '--quiet']);
  atHome = await outcome(places[0]!);
}, patience);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(places.slice(1))(
  'TZ=%s LANG=%s gives the bytes of Shanghai',
  async (zone, language) => {
    expect(await outcome([zone, language])).toEqual(atHome);
  },
  patience,
);

test('demo writes the same bytes in New York', async () => {
  await taizhang(['America/New_York', 'C'], ['demo', '别处', '--customers', '60', '--quiet']);
  const files = (name: string) =>
    readdirSync(join(folder, name)).map((file) => [file, digest(readFileSync(join(folder, name, file)))]);
  expect(files('别处')).toEqual(files('样例'));
});
