// npm run bench: what taizhang costs, beside what a branch would use instead. A whole run writes bench/results.md.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { groups } from './groups.mjs';
import { cacheFolder, clean, generate, inputAt, openCache } from './inputs.mjs';
import { judgements, resultsPage } from './results.mjs';
import { measureGroup } from './rounds.mjs';
import { describe, findTools } from './tools.mjs';

const help = `npm run bench -- [options]
  --only NAME     only this group (repeatable): ${groups.map(({ name }) => name).join(', ')}
  --quick         one round, and nothing larger than a million transactions
  --rounds N      rounds of every group
  --scale X       sizes times X, for trying out
  --date DAY      stands in the results as the day of measurement
  --output FILE   where the results go; a whole run writes bench/results.md, any other only prints
  --clean         removes the generated data (${cacheFolder})`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    scale: { type: 'string', default: '1' },
    date: { type: 'string' },
    output: { type: 'string' },
    clean: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (text) => process.stderr.write(`${text}\n`);

function wantedGroups() {
  const unknown = (options.only ?? []).filter((name) => groups.every((group) => group.name !== name));
  if (unknown.length > 0) throw new Error(`no such group: ${unknown.join(', ')}\n${help}`);
  const named = groups.filter(({ name }) => options.only?.includes(name) ?? true);
  return options.quick ? named.filter(({ isLarge }) => isLarge !== true) : named;
}

function roundsOf(group) {
  const rounds = options.quick ? 1 : Number(options.rounds ?? group.rounds);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error(`--rounds ${options.rounds}: a whole number from 1`);
  return rounds;
}

const commandWith = (given) => (given === '' ? 'npm run bench' : `npm run bench -- ${given}`);

async function main() {
  if (options.help) return console.log(help);
  if (options.clean) return clean();
  const scale = Number(options.scale);
  if (!(scale > 0 && scale <= 10)) throw new Error(`--scale ${options.scale}: a number above 0, 10 at most`);
  const wanted = wantedGroups();
  openCache();
  const out = join(cacheFolder, 'out');
  mkdirSync(out, { recursive: true });
  const tools = findTools();
  const prepared = wanted.map(({ title, of, inputs }) => {
    const needed = inputs.map((name) => inputAt(name, scale));
    const folders = Object.fromEntries(needed.map(({ name, folder }) => [name, folder]));
    return { title, group: of({ folders, out, tools }), inputs: needed };
  });
  generate(
    prepared.flatMap(({ inputs }) => inputs),
    say,
  );
  const command = commandWith(
    process.argv
      .slice(2)
      .join(' ')
      .replace(/--date[ =]\S+ ?/, '')
      .trim(),
  );
  const machine = describe(tools);
  const measured = [];
  let page = '';
  for (const { title, group, inputs } of prepared) {
    say(`${title}:`);
    const found = await measureGroup(group, { rounds: roundsOf(group), cwd: cacheFolder, say });
    measured.push({ ...found, inputs, title: scale === 1 ? title : `${title}, times ${scale}` });
    page = resultsPage(measured, machine, { command, date: options.date });
    // What an interrupted run has measured so far is not lost.
    writeFileSync(join(cacheFolder, 'results.md'), page);
  }
  rmSync(out, { recursive: true, force: true });
  console.log(page);

  const isWhole = wanted.length === groups.length && scale === 1 && options.rounds === undefined;
  if (options.output !== undefined) writeFileSync(resolve(options.output), page);
  else if (isWhole) writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), page);
  const hasFailed = measured.some(({ skipped }) => [...skipped.values()].some((why) => why.startsWith('failed')));
  if (hasFailed || measured.flatMap(judgements).some(({ isMet }) => isMet === false)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
