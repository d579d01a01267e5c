// The invented branches, generated once into a private folder under the system's temporary one and reused by the next run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (name) => fileURLToPath(new URL(name, import.meta.url));

export const cacheFolder = join(tmpdir(), `taizhang-bench-${userInfo().username.replace(/\W/g, '_')}`);

const shared = ['cells.mjs', 'random.mjs', 'text-file.mjs'];
const branch = (transactions, customers, encoding = 'utf8') => ({
  script: 'generate.mjs',
  sizes: { transactions, customers },
  options: { encoding, seed: 1 },
});

const inputs = {
  tiny: { ...branch(100, 10), isFixed: true },
  tenMb: branch(70_000, 3_500),
  twentyMb: branch(140_000, 7_000),
  fortyMb: branch(280_000, 14_000),
  million: branch(1_000_000, 50_000),
  millionGb: branch(1_000_000, 50_000, 'gb18030'),
  tenMillion: branch(10_000_000, 500_000),
  tenMillionGb: branch(10_000_000, 500_000, 'gb18030'),
  customers: branch(200_000, 200_000),
  ledger: { script: 'generate-ledger.mjs', sizes: { customers: 10_000 }, options: { employees: 20, seed: 1 } },
};

/** What is in an input at this scale (1 is full size), and the folder that its seed, sizes and generator give it. */
export function inputAt(name, scale) {
  const { script, sizes, options, isFixed } = inputs[name];
  const scaled = Object.entries(sizes).map(([of, size]) => [
    of,
    isFixed ? size : Math.max(1, Math.round(size * scale)),
  ]);
  const args = [...scaled, ...Object.entries(options)].flatMap(([of, value]) => [`--${of}`, String(value)]);
  const hash = createHash('sha256').update(args.join(' '));
  for (const file of [script, ...shared]) hash.update(readFileSync(at(file)));
  const folder = join(cacheFolder, `${name}-${hash.digest('hex').slice(0, 12)}`);
  return { name, script: at(script), args, folder, sizes: Object.fromEntries(scaled) };
}

/** Measured: 143 bytes for a booking, 180 for a customer with account and balance; a customer of the ledgers has twenty bookings. */
function bytesOf({ sizes }) {
  return (sizes.transactions ?? sizes.customers * 20) * 145 + sizes.customers * 500;
}

/** Creates the cache; refuses one that somebody else has put there. */
export function openCache() {
  mkdirSync(cacheFolder, { recursive: true, mode: 0o700 });
  const found = lstatSync(cacheFolder);
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid()))
    throw new Error(`${cacheFolder} is not a folder of this user`);
}

export function clean() {
  rmSync(cacheFolder, { recursive: true, force: true });
}

/** Generates what is not there yet. Throws when the disk has no room for it and for the copies that the programs make. */
export function generate(wanted, say) {
  const missing = wanted.filter(({ folder }) => !existsSync(folder));
  // A transcoded copy, or what DuckDB spills, lies beside the largest input while it is read.
  const needed = missing.reduce((sum, input) => sum + bytesOf(input), 0) + 2 * Math.max(0, ...wanted.map(bytesOf));
  const { bavail, bsize } = statfsSync(cacheFolder);
  const [neededMb, freeMb] = [needed, bavail * bsize].map((bytes) => Math.ceil(bytes / 1e6));
  if (neededMb > freeMb)
    throw new Error(
      `${cacheFolder} needs ${neededMb} MB, ${freeMb} are free; --clean removes old data, TMPDIR moves it`,
    );
  for (const { name, script, args, folder } of missing) {
    say(`generating ${name}: ${args.join(' ')}`);
    const unfinished = `${folder}.part`;
    rmSync(unfinished, { recursive: true, force: true });
    const run = spawnSync(process.execPath, [script, unfinished, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (run.status !== 0) throw new Error(`${name} could not be generated`);
    renameSync(unfinished, folder);
  }
}
