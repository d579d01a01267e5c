import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { busyError, explainFileError, unusableTarget } from '../../src/cli/file-errors.js';
import { exitCodes } from '../../src/model/errors.js';
import { problemCodes } from '../../src/model/problem.js';
import { describeRules } from '../../src/model/rule-list.js';
import { defaultRules } from '../../src/model/rules-file.js';
import { tiers } from '../../src/model/tier.js';
import { txnClasses, txnClassNames } from '../../src/model/transaction.js';
import { fixtureMessage } from './fixture-message.js';
import { partNames, partsIn, refreshParts } from './manual-parts.js';
import { handwritten } from './markdown-table.js';
import { allCommands } from './named-commands.js';
import { refreshMistakes, refreshTerminals, terminalBlocks } from './terminal-block.js';

// The manual says what is so. `npx vitest run test/docs -u` makes its generated tables and terminal blocks anew; what people
// wrote is kept.

const path = join(import.meta.dirname, '../../docs/使用手册.md');
const manual = readFileSync(path, 'utf8');

/** The text of all sources. */
function sources(): string {
  const folder = join(import.meta.dirname, '../../src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

describe('the manual', () => {
  test('shows tables made from the sources and terminal blocks as the commands print them', async () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'taizhang-manual-'));
    try {
      const refreshed = await refreshMistakes(await refreshTerminals(refreshParts(manual), folder), folder);
      await expect(refreshed).toMatchFileSnapshot(path);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 400_000);

  test('has every generated part once', () => {
    expect([...partsIn(manual)].sort()).toEqual([...partNames].sort());
  });

  test('runs every command in a terminal block of at most 25 lines', () => {
    const blocks = terminalBlocks(manual);
    const isRun = (name: string) => blocks.some(({ command }) => `${command} `.startsWith(`$ taizhang ${name} `));
    expect(allCommands.map(({ name }) => name).filter((name) => !isRun(name))).toEqual([]);
    expect(blocks.filter(({ lines }) => lines.length >= 25).map(({ command }) => command)).toEqual([]);
  });

  test('has every command, option, rule, problem code, exit code, tier and transaction class', () => {
    const flags = allCommands.flatMap(({ spec }) =>
      spec.options.flatMap(({ flags }) => flags.match(/--?[a-z][a-z-]*/g) ?? []),
    );
    const words = [
      ...allCommands.map(({ name }) => `taizhang ${name}`),
      ...[...flags, '--help', '--version'].map((flag) => `${flag}`),
      ...describeRules(defaultRules()).map(({ key }) => `\`${key}\``),
      ...Object.keys(problemCodes).map((code) => `\`${code}\``),
      ...Object.values(exitCodes).map((code) => `| ${code} | `),
      ...tiers,
      ...txnClasses.flatMap((code) => [code, txnClassNames[code]]),
    ];
    expect(words.filter((word) => !manual.includes(word))).toEqual([]);
  });

  test('says of every problem code how it looks and what to do', () => {
    const codes = Object.keys(problemCodes);
    expect(codes.filter((code) => fixtureMessage(code) === undefined)).toEqual([]);
  });

  test('has every sentence about a file that cannot be written', () => {
    const target = '/报表/客户分层.xlsx';
    const unnamed = (text: string) => text.replace(/“[^”]*”/g, '“”');
    const sentences = [
      busyError(target).message,
      ...Object.values(unusableTarget).map((sentence) => sentence(target)),
      ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS'].map((code) => {
        const error = explainFileError(Object.assign(new Error(), { code }), target);
        return error instanceof Error ? error.message : '';
      }),
    ];
    expect(sentences.filter((sentence) => !unnamed(manual).includes(unnamed(sentence)))).toEqual([]);
  });

  test('quotes sentences about ledgers and campaigns as the sources have them', () => {
    const part = /<!-- 消息：台账 -->([\s\S]*?)<!-- 消息完 -->/.exec(manual)?.[1] ?? '';
    const told = [...part.matchAll(/^\| (?!屏幕|---)(.+?) \|/gm)].map(([, sentence = '']) => sentence);
    const fragments = told.flatMap((sentence) => sentence.split(/“…”|[…：]|没有所需的导出/)).map((text) => text.trim());
    const known = sources();
    expect(told.length).toBeGreaterThan(10);
    expect(fragments.filter((fragment) => fragment.length > 4 && !known.includes(fragment))).toEqual([]);
  });

  test('leaves no sentence of the generated tables unwritten', () => {
    const unwritten = [...handwritten(manual)].filter(([, sentence]) => sentence === '').map(([first]) => first);
    expect(unwritten).toEqual([]);
  });
});
