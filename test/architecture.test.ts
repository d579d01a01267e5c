import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

// Who may import whom, and what stays out of which layer. Every rule carries its reason, which the failure shows.

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

const layers: Readonly<Record<string, { readonly imports: readonly string[]; readonly reason: string }>> = {
  model: { imports: [], reason: 'model holds the words of the trade and depends on no other layer' },
  exports: { imports: ['model'], reason: 'exports turns files into records and knows nothing of analyses' },
  engine: { imports: ['model', 'exports'], reason: 'engine folds records into activities' },
  analysis: { imports: ['model', 'engine'], reason: 'analysis is pure: records, rules and asOf in, a report out' },
  ledger: { imports: ['model', 'analysis'], reason: 'a ledger is a value made from a report' },
  render: { imports: ['model', 'ledger'], reason: 'renderers take a Sheet, never a report' },
  demo: { imports: ['model'], reason: 'the demo invents a branch and must not share code with what reads it' },
  cli: {
    imports: ['model', 'exports', 'engine', 'analysis', 'ledger', 'render', 'demo'],
    reason: 'cli wires all layers together',
  },
};

const packages: Readonly<Record<string, { readonly allowed: readonly RegExp[]; readonly reason: string }>> = {
  zod: { allowed: [/^model\/rule/], reason: 'rows are read by hand-written fields, zod is for rules' },
  yaml: { allowed: [/^model\/rules-file/], reason: 'only rules are YAML' },
  'date-fns': { allowed: [/^model\/day/], reason: 'calendar arithmetic has one home' },
  '@date-fns/utc': { allowed: [/^model\/day/], reason: 'calendar arithmetic has one home' },
  'csv-parse': { allowed: [/^exports\//], reason: 'only exports reads files' },
  hucre: { allowed: [/^exports\//], reason: 'only exports reads files' },
  tinyglobby: { allowed: [/^exports\//], reason: 'only exports finds files' },
  exceljs: { allowed: [/^render\//], reason: 'only render writes workbooks' },
  fflate: {
    allowed: [/^render\//, /^exports\//, /^demo\//],
    reason: 'zip containers are touched where they are read or written',
  },
  '@duckdb/node-api': { allowed: [/^engine\/duckdb/], reason: 'only the DuckDB engine knows of DuckDB' },
  'cli-table3': { allowed: [/^render\//], reason: 'only render draws tables' },
  chalk: { allowed: [/^render\//], reason: 'only render colours' },
  commander: { allowed: [/^cli\//], reason: 'only cli knows of arguments' },
  'iconv-lite': { allowed: [/^demo\//], reason: 'only the demo writes GBK' },
  'node:fs': {
    allowed: [/^exports\//, /^render\//, /^cli\//],
    reason: 'files are read in exports, spooled in render and written in cli',
  },
  'node:fs/promises': {
    allowed: [/^exports\//, /^render\//, /^cli\//],
    reason: 'files are read in exports, spooled in render and written in cli',
  },
};

const words: readonly { readonly word: RegExp; readonly outside: RegExp; readonly reason: string }[] = [
  {
    word: /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b/,
    outside: /^cli\//,
    reason: 'no clock below cli: a re-run gives the same bytes',
  },
  { word: /\bMath\.random\b|\bcrypto\.random/, outside: /^cli\//, reason: 'no dice: same input, same bytes' },
  { word: /\bprocess\./, outside: /^cli\//, reason: 'the process belongs to cli' },
  { word: /\bparseFloat\b/, outside: /^$/, reason: 'amounts are read digit by digit' },
  { word: /\.toFixed\(/, outside: /^$/, reason: 'rounding of floats has no place beside money' },
  {
    word: /\bnew Date\(/,
    outside: /^(cli|exports|render)\//,
    reason: 'days are calendar days, a Date has a time zone',
  },
  { word: /localeCompare/, outside: /^$/, reason: 'order must not depend on the locale' },
  { word: /\bconsole\./, outside: /^$/, reason: 'streams are handed in' },
];

interface Offence {
  readonly file: string;
  readonly reason: string;
}

const importForms = /^(?:import|export)\b[\w\s{},*]*?(?:\bfrom\s*)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** Everything in one source file that breaks a rule. */
function offences(file: string, text: string): readonly Offence[] {
  const layer = file.split('/')[0] as string;
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
  const offended: Offence[] = [];
  for (const found of code.matchAll(importForms)) {
    const specifier = found[1] ?? found[2] ?? '';
    if (specifier.startsWith('.')) {
      const target = join('/', layer, ...file.split('/').slice(1, -1), specifier).split('/')[1] as string;
      const allowed = layers[layer]?.imports ?? [];
      if (target !== layer && target !== 'package.json' && !allowed.includes(target))
        offended.push({ file, reason: `imports ${target}: ${layers[layer]?.reason}` });
      continue;
    }
    const name = specifier.startsWith('@')
      ? specifier.split('/').slice(0, 2).join('/')
      : specifier.startsWith('node:')
        ? specifier
        : (specifier.split('/')[0] as string);
    const rule = packages[name];
    if (rule === undefined && !name.startsWith('node:'))
      offended.push({ file, reason: `imports ${name}, which no rule allows` });
    if (rule && !rule.allowed.some((place) => place.test(file)))
      offended.push({ file, reason: `imports ${name}: ${rule.reason}` });
  }
  for (const { word, outside, reason } of words)
    if (word.test(code) && !outside.test(file)) offended.push({ file, reason: `uses ${word.source}: ${reason}` });
  return offended;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => relative(source, join(source, name)));

describe('architecture', () => {
  test('every source file belongs to a layer and keeps its rules', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => !((file.split('/')[0] as string) in layers) && file !== 'index.ts')).toEqual([]);
    const all = files.flatMap((file) =>
      file === 'index.ts' ? [] : offences(file, readFileSync(join(source, file), 'utf8')),
    );
    expect(all).toEqual([]);
  });

  test.each([
    ['analysis/rfm.ts', "import { readFileSync } from 'node:fs';", 'files are read in exports'],
    ['analysis/rfm.ts', 'const today = new Date();', 'no clock'],
    ['analysis/rfm.ts', 'const x = Math.random();', 'no dice'],
    ['engine/stream.ts', 'process.exit(1);', 'the process belongs to cli'],
    ['exports/amount.ts', 'parseFloat(text)', 'digit by digit'],
    ['model/day.ts', "import { Sheet } from '../ledger/sheet.js';", 'imports ledger'],
    ['ledger/rfm.ts', "import ExcelJS from 'exceljs';", 'only render writes workbooks'],
    ['cli/commands/segment.ts', "const { left } = await import('left-pad');", 'no rule allows'],
  ])('a breach in %s is named: %s', (file, code, reason) => {
    expect(
      offences(file, code)
        .map((offence) => offence.reason)
        .join('\n'),
    ).toContain(reason);
  });
});
