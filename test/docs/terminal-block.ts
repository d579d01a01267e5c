// Terminal blocks of the manual: what stands below `$ taizhang …` is what the command really says.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main.js';
import { cell } from './markdown-table.js';

const fence = /^```(.*)\n([\s\S]*?)\n```$/gm;
/** A line of the manual that stands for lines of the output which are left out. */
const leftOut = '……';

export interface TerminalBlock {
  readonly command: string;
  readonly lines: readonly string[];
}

/** All blocks that begin with `$ taizhang`, in order. */
export function terminalBlocks(manual: string): readonly TerminalBlock[] {
  return [...manual.matchAll(fence)].flatMap(([, , body = '']) => {
    const [first = '', ...lines] = body.split('\n');
    return first.startsWith('$ taizhang') ? [{ command: first, lines }] : [];
  });
}

/**
 * The manual with every terminal block run anew in `folder`, one after the other. A block of csv or yaml whose fence names a
 * file (```csv 练习/流水.csv) is first written there, so that what the manual shows is what the commands read.
 */
export async function refreshTerminals(manual: string, folder: string): Promise<string> {
  let refreshed = '';
  let end = 0;
  for (const found of manual.matchAll(fence)) {
    const [whole, language = '', body = ''] = found;
    refreshed += manual.slice(end, found.index);
    end = found.index + whole.length;
    const file = /^(?:csv|yaml) (\S+)$/.exec(language)?.[1];
    if (file !== undefined) writeFile(join(folder, file), `${body}\n`);
    const [command = '', ...shown] = body.split('\n');
    if (!command.startsWith('$ taizhang')) refreshed += whole;
    else
      refreshed += [`\`\`\`${language}`, command, ...shorten(await outputOf(command, folder), shown), '```'].join('\n');
  }
  return refreshed + manual.slice(end);
}

/** Rows of wrong commands: what each of them really says goes into the second cell; the last one is kept. */
export async function refreshMistakes(manual: string, folder: string): Promise<string> {
  let refreshed = manual;
  for (const [row, command = '', sentence = ''] of mistakesIn(manual)) {
    const told = (await outputOf(`$ ${command}`, folder)).map(cell).join('<br>');
    refreshed = refreshed.replace(row, () => `| \`${command}\` | ${told} | ${sentence} |`);
  }
  return refreshed;
}

function mistakesIn(manual: string): readonly RegExpMatchArray[] {
  const part = /<!-- 运行：写错的命令 -->([\s\S]*?)<!-- 运行完 -->/.exec(manual)?.[1] ?? '';
  return [...part.matchAll(/^\| `(taizhang .+?)` \| .* \| (.+) \|$/gm)];
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Both streams as a terminal shows them. */
async function outputOf(command: string, cwd: string): Promise<readonly string[]> {
  const chunks: Buffer[] = [];
  const screen = () =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(Buffer.from(chunk));
        done();
      },
    });
  const argv = [...command.slice('$ taizhang'.length).matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  );
  const shell = { cwd, isTerminal: false, isMessageTerminal: false, noColor: true };
  await main(argv, { stdout: screen(), stderr: screen(), ...shell });
  return Buffer.concat(chunks).toString('utf8').trimEnd().split('\n');
}

/**
 * Leaves out as much as the manual does. Of the parts between lines of `……`, the first and the last keep as many lines as are shown
 * now; one in between begins where the output has a line that begins like its first one.
 */
function shorten(output: readonly string[], shown: readonly string[]): readonly string[] {
  const parts = partsOf(shown);
  const [first = [], ...others] = parts;
  const last = others.pop();
  if (last === undefined || first.length + last.length >= output.length) return output;
  const between = others.flatMap((part) => {
    const [start = ''] = (part[0] ?? '').split(/[：（ ]/);
    const at = output.findIndex((line, index) => index >= first.length && line.startsWith(start));
    return at < 0 ? [] : [leftOut, ...output.slice(at, at + part.length)];
  });
  return [...output.slice(0, first.length), ...between, leftOut, ...output.slice(output.length - last.length)];
}

function partsOf(shown: readonly string[]): readonly (readonly string[])[] {
  const at = shown.indexOf(leftOut);
  return at < 0 ? [shown] : [shown.slice(0, at), ...partsOf(shown.slice(at + 1))];
}
