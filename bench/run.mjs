// npm run bench: what taizhang costs, as ratios to something that everybody has. Writes bench/results.md.
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, runNode } from './measure.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = at('..');
const cli = at('../bin/taizhang.js');
const folder = at('generated');

console.log('generating 1,000,000 transactions of 50,000 customers …');
rmSync(folder, { recursive: true, force: true });
runNode([at('generate.mjs'), folder, '--transactions', '1000000', '--customers', '50000', '--seed', '1'], false);

const transactions = `${folder}/transactions.csv`;
const cases = [
  {
    name: 'segment, 1,000,000 transactions',
    against: 'csv-parse reading the same transactions',
    program: [cli, 'segment', folder, '-f', 'json'],
    reference: [at('csv-parse.mjs'), transactions],
    rounds: 5,
    withMemory: true,
    maxRatio: 2.5,
    maxMb: 400,
  },
  {
    name: '--help',
    against: 'node -e 0',
    program: [cli, '--help'],
    reference: ['-e', '0'],
    rounds: 21,
    withMemory: false,
    maxRatio: 2.5,
    maxMb: null,
  },
];

const shown = (args) => ['node', ...args.map((arg) => (arg.startsWith('/') ? relative(root, arg) : arg))].join(' ');
const rows = cases.map((each) => {
  const result = compare(each);
  const isMet = result.ratio <= each.maxRatio && (each.maxMb === null || result.peakMb < each.maxMb);
  return { ...each, ...result, isMet };
});

const table = [
  '| case | reference | reference (s) | taizhang (s) | ratio | at most | peak memory (MB) | below | met |',
  '|---|---|---:|---:|---:|---:|---:|---:|---|',
  ...rows.map((row) =>
    [
      '',
      ` ${row.name} `,
      ` ${row.against} `,
      ` ${row.referenceSeconds.toFixed(3)} `,
      ` ${row.programSeconds.toFixed(3)} `,
      ` ${row.ratio.toFixed(2)} `,
      ` ${row.maxRatio} `,
      ` ${row.peakMb === null ? '—' : Math.round(row.peakMb)} `,
      ` ${row.maxMb ?? '—'} `,
      ` ${row.isMet ? 'yes' : 'no'} `,
      '',
    ].join('|'),
  ),
].join('\n');

const text = `# What taizhang costs

\`npm run bench\` on Node ${process.versions.node}, ${cpus().length} cores; transactions.csv has ${Math.round(statSync(transactions).size / 1e6)} MB.
Medians; program and reference run by turns, the ratio is the median of the ratios of neighbouring runs, memory is the largest peak.

${table}

${rows.map((row) => `- ${row.name}: \`${shown(row.program)}\` against \`${shown(row.reference)}\`, ${row.rounds} rounds`).join('\n')}
`;
writeFileSync(at('results.md'), text);
console.log(text);
if (rows.some((row) => !row.isMet)) process.exitCode = 1;
