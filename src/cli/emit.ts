// A report, in the form that was asked for, to stdout or whole into a file.
import { dirname, extname, resolve } from 'node:path';
import type { WorkbookTally } from '../render/workbook-value.js';
import type { Audit } from './audit.js';
import type { OptionValues } from './command.js';
import { say } from './messages.js';
import { text, usage } from './option-values.js';
import type { Shell } from './shell.js';
import { lossSentences } from './workbook-losses.js';

/** The same report in every form; only the one that is asked for is made. */
export interface Rendition {
  table(): Iterable<string>;
  json(): Iterable<string | Uint8Array>;
  csv(): Iterable<string>;
  html(): Iterable<string>;
  /** Columns that hold what belongs to a person, for the audit log; only where --mask full is allowed. */
  personalColumns?(): readonly string[];
  /** Writes a workbook at the path, which nobody else sees yet, and counts what its cells could not take. */
  xlsx(path: string): Promise<Readonly<WorkbookTally>>;
}

const formats = ['table', 'json', 'csv', 'xlsx', 'html'] as const;
export type Format = (typeof formats)[number];

export interface Destination {
  readonly format: Format;
  /** Absolute path; undefined = stdout. */
  readonly target: string | undefined;
}

/** Where the result goes and in which form; checked before any work is done. Throws UserError (exit 2). */
export async function settleDestination(
  options: OptionValues,
  shell: Shell,
  allowed: readonly Format[] = formats,
): Promise<Destination> {
  const output = text(options.output);
  const format = text(options.format) ?? formatOfName(output);
  const known = allowed.find((candidate) => candidate === format);
  if (known === undefined) throw usage(`--format ${format}：只能是 ${allowed.join('、')}`);
  if (known === 'xlsx' && output === undefined) throw usage('写 xlsx 需要 -o 指定文件，如 -o 客户分层.xlsx');
  if (output === undefined) return { format: known, target: undefined };
  if (!mayHold(output, known))
    throw usage(`-o ${output}：扩展名和 --format ${known} 不符，打开时会出错；请去掉 -f，或换一个扩展名`);
  const target = resolve(shell.cwd, output);
  const { probeTarget } = await import('./output.js');
  await probeTarget(target);
  return { format: known, target };
}

/** Whether the program that opens files of this name can make something of the format: a .txt may hold any text. */
function mayHold(output: string, format: Format): boolean {
  const expected = formatOfExtension(output) ?? format;
  return expected === format || (expected === 'table' && format !== 'xlsx');
}

function formatOfExtension(output: string): Format | undefined {
  const extension = extname(output).slice(1).toLowerCase();
  return extension === 'txt' ? 'table' : formats.find((format) => format === extension);
}

/** By the extension; what nobody would expect to hold a table is refused rather than filled with one. */
function formatOfName(output: string | undefined): Format {
  if (output === undefined) return 'table';
  const found = formatOfExtension(output);
  if (found === undefined) throw usage(`-o ${output}：扩展名应为 .xlsx、.csv、.json、.html 或 .txt，或用 -f 指定格式`);
  return found;
}

/** Writes the result. A file is whole or absent; a closed pipe is success. With `audit` there is a line in the log beside the file. */
export async function emit(
  rendition: Rendition,
  { format, target }: Destination,
  shell: Shell,
  audit?: Audit,
): Promise<void> {
  const { writeChunks, writeChunksTo, writeWhole } = await import('./output.js');
  if (target === undefined) {
    if (format !== 'xlsx') await writeChunks(shell.stdout, rendition[format]());
    return;
  }
  const { announcing, sayAudit } = await import('./audit.js');
  const columns = () => rendition.personalColumns?.() ?? [];
  const announce = audit && announcing(audit, dirname(target), columns, shell);
  const tallies: Readonly<WorkbookTally>[] = [];
  const write = async (temporary: string) => {
    if (format === 'xlsx') tallies.push(await rendition.xlsx(temporary));
    else await writeChunksTo(temporary, rendition[format]());
  };
  await writeWhole(target, write, { announce });
  say(
    shell,
    lossSentences(tallies).map((sentence) => `提示 ${sentence}`),
  );
  sayAudit(shell, audit);
}
