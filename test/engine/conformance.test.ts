// One report, whichever engine reads the bookings: invented branches in many styles of writing, whole, split, shuffled and partly broken.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inventBranch } from '../properties/branch.js';
import { diceOf } from '../properties/dice.js';
import { writeBranch } from '../properties/segmented.js';
import { plainStyle, restyles, type Style } from '../properties/style.js';
import { type Run, runIn } from '../run.js';

const seeds = Number(process.env.TAIZHANG_CONFORMANCE ?? 12);
const styles = restyles.filter(([, { container }]) => container === undefined);
/** How lines of a text may be broken, and still be cut as the reference engine cuts them. */
const breaks: readonly ((line: string) => string)[] = [
  (line) => line.replace(/\d{4}-\d\d-\d\d/, '2025-02-30'),
  (line) => line.replace(/\d+\.\d\d/, '12.345'),
  (line) => `${line},x`,
  (line) => line.split(',').slice(0, 3).join(','),
  (line) => line.replace(/,[DC],/, ',?,'),
  (line) => line.replace(/(\d+)\.(\d\d)/, '￥$1.$2'),
  (line) => line.replace(/,([^,]+),/, ', $1 ,'),
  (line) => line.replace(/^\d{4}/, '合计'),
  (line) => line.replace(/(\d{4})-(\d\d)-(\d\d)/, '$1年$2月$3日'),
];

/** After these the file is left to the reference engine, or nearly so. */
const unfit: readonly ((line: string) => string)[] = [
  (line) => `${line}\n`,
  (line) => line.replace(/,([^,"]+),/, ',"$1",'),
  (line) => line.replace(/,([^,"]+),/, ',"$1"x,'),
  (line) => `${line},x,y,z`,
  (line) => `${line}\r`,
  (line) => line.replace(/,([^,"]+),/, ',"$1\n",'),
];

const fellBack = '改用 stream';

async function both(folder: string, asOf: string): Promise<readonly [Run, Run]> {
  const argv = ['segment', '.', '--as-of', asOf, '-f', 'json', '--max-rejects', '50%', '--accept-total-mismatch'];
  return [await runIn(folder, [...argv, '--engine', 'stream']), await runIn(folder, [...argv, '--engine', 'duckdb'])];
}

function withoutSteps(stderr: string): string {
  return stderr
    .split('\n')
    .filter((line) => !line.includes(fellBack))
    .join('\n');
}

/** Breaks about one line in twenty of each text that holds bookings. */
function damage(folder: string, seed: number): void {
  const dice = diceOf(seed);
  for (const name of readdirSync(folder).filter((file) => file.startsWith('交易'))) {
    const [head, ...lines] = readFileSync(join(folder, name), 'utf8').split('\n');
    const ways = seed % 3 === 0 ? [...breaks, ...unfit] : breaks;
    const broken = lines.map((line) => (line !== '' && dice.chance(0.05) ? dice.pick(ways)(line) : line));
    writeFileSync(join(folder, name), [head, ...broken].join('\n'));
  }
}

async function compare(seed: number, change: Partial<Style>, isDamaged: boolean): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-both-'));
  try {
    const branch = inventBranch(seed);
    await writeBranch(folder, branch, { ...plainStyle, ...change });
    if (isDamaged) damage(folder, seed);
    const [stream, duckdb] = await both(folder, branch.asOf);
    const of = (run: Run) => ({ code: run.code, report: run.stdout, told: withoutSteps(run.stderr) });
    expect(of(duckdb), `seed ${seed} ${JSON.stringify(change)}`).toEqual(of(stream));
    return !duckdb.stderr.includes(fellBack);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('both engines give the same bytes', () => {
  test('for branches in every style of text', { timeout: 3_600_000 }, async () => {
    let read = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const [, change] = styles[seed % styles.length]!;
      if (await compare(seed, change, false)) read += 1;
    }
    expect(read).toBeGreaterThan(seeds / 2);
  });

  test('for plain branches, also split and shuffled', { timeout: 3_600_000 }, async () => {
    for (let seed = 1; seed <= seeds / 2; seed += 1)
      expect(await compare(seed, { filesPerKind: 1 + (seed % 3), shuffle: seed % 5 }, false)).toBe(true);
  });

  test('for partly broken files', { timeout: 3_600_000 }, async () => {
    let read = 0;
    for (let seed = 1; seed <= seeds; seed += 1) if (await compare(seed, { totals: seed % 2 === 0 }, true)) read += 1;
    expect(read).toBeGreaterThan(seeds / 3);
  });
});
