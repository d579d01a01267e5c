// Options and the rules file → what a run works with. Everything wrong with them is exit 2.
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { IntakeOptions } from '../exports/export.js';
import { standardInput, standardInputName } from '../exports/source.js';
import { type Day, parseDay } from '../model/day.js';
import { type ExportKind, exportTitles } from '../model/intake.js';
import type { Rules } from '../model/rules.js';
import { defaultRules, parseRules } from '../model/rules-file.js';
import type { OptionValues } from './command.js';
import { fixesOf, unitsOf } from './confirmed.js';
import { fullReason } from './full-view.js';
import { list, text, usage } from './option-values.js';
import { type Progress, progressOn } from './progress.js';
import { rulesWithOptions } from './rules-with-options.js';
import type { Shell } from './shell.js';
import { type Stages, stagesOn } from './stages.js';

export interface Settings {
  readonly rules: Rules;
  /** Name of the rules file in force, for a line on stderr. */
  readonly rulesFile: string | undefined;
  readonly intake: IntakeOptions;
  /** Names of --kind, of which each must be that of an input: names of files as given, paths absolute. */
  readonly kindFiles: readonly string[];
  /** Absolute path of -o; undefined = the screen. */
  readonly output: string | undefined;
  /** Where the fix list goes, as given; undefined = none is asked for. */
  readonly fixes: string | undefined;
  /** Fix lists to take corrections from, as given. */
  readonly apply: readonly string[];
  readonly asOf: Day | undefined;
  readonly engine: (typeof engines)[number];
  /** As DuckDB writes it: 800MB; undefined = by the free memory. */
  readonly memoryLimitMb: number | undefined;
  /** Why nothing is masked; undefined where it is. */
  readonly fullReason: string | undefined;
  readonly quiet: boolean;
  readonly progress: Progress;
  readonly stages: Stages;
  readonly color: boolean;
}

/** What `--kind` takes: the name of a kind, in English or Chinese. */
export const kindNames: ReadonlyMap<string, ExportKind> = new Map(
  (Object.keys(exportTitles) as ExportKind[]).flatMap((kind) => [
    [kind, kind],
    [exportTitles[kind], kind],
  ]),
);

const kindList = Object.values(exportTitles).join('、');

/** Reads and checks every option of the reading commands. */
export function settle(options: OptionValues, shell: Shell): Settings {
  const { rules: fromFile, rulesFile } = readRules(text(options.rules), shell);
  const rules = rulesWithOptions(fromFile, options);
  const progress = progressOn(shell, options.quiet === true);
  const output = text(options.output);
  const kinds = givenKinds(list(options.kind), shell);
  return {
    rules,
    rulesFile,
    intake: {
      kinds: kindsOf(rules, kinds),
      columns: columnsOf(rules, list(options.map)),
      units: unitsOf(rules),
      maxRejects: maxRejectsOf(text(options.maxRejects) ?? '1%'),
      acceptTotalMismatch: options.acceptTotalMismatch === true,
      dateForm: rules.files.dateForm === 'none' ? undefined : rules.files.dateForm,
      directionCodes: rules.txn.directionCodes,
      triggerCodes: rules.txn.triggerCodes,
      reversalCodes: rules.txn.reversalCodes,
    },
    kindFiles: [...kinds.keys()],
    output: output === undefined ? undefined : resolve(shell.cwd, output),
    fixes: fixesOf(options, shell),
    apply: list(options.apply),
    asOf: dayOption('--as-of', text(options.asOf)),
    engine: engineOf(text(options.engine)),
    memoryLimitMb: memoryLimitMbOf(text(options.memoryLimit)),
    fullReason: fullReason(options, rules),
    quiet: options.quiet === true,
    progress,
    stages: stagesOn(shell, options.verbose === true, progress),
    color: options.color !== false && shell.isTerminal && !shell.noColor,
  };
}

const engines = ['auto', 'stream', 'duckdb'] as const;

function engineOf(value = 'auto'): Settings['engine'] {
  const engine = engines.find((candidate) => candidate === value);
  if (engine === undefined) throw usage(`--engine ${value}：只能是 ${engines.join('、')}`);
  return engine;
}

function memoryLimitMbOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const parts = /^([1-9]\d{0,5})(MB|GB)$/i.exec(value);
  const megabytes = Number(parts?.[1]) * (parts?.[2]?.toUpperCase() === 'GB' ? 1000 : 1);
  if (!(megabytes >= 100)) throw usage(`--memory-limit ${value}：请写 100MB 以上的大小，如 800MB 或 2GB`);
  return megabytes;
}

/** A day option; undefined when it is not given. */
export function dayOption(name: string, value: string | undefined): Day | undefined {
  if (value === undefined) return undefined;
  const day = parseDay(value);
  if (day === undefined) throw usage(`${name} ${value}：不是有效日期，请写成 2025-09-30`);
  return day;
}

/** Looked for in the working folder. */
export const defaultRulesFile = 'taizhang.yaml';

/** The rules of --rules FILE, else of ./taizhang.yaml if there is one, else the defaults. */
export function readRules(
  named: string | undefined,
  shell: Shell,
): { readonly rules: Rules; readonly rulesFile: string | undefined } {
  const file = named ?? (existsSync(resolve(shell.cwd, defaultRulesFile)) ? defaultRulesFile : undefined);
  if (file === undefined) return { rules: defaultRules(), rulesFile: undefined };
  let content: string;
  try {
    content = decodeRules(readFileSync(resolve(shell.cwd, file)));
  } catch {
    throw usage(`规则文件 ${file} 读不出来：请确认文件存在，并保存为 UTF-8`);
  }
  return { rules: parseRules(content, file), rulesFile: file };
}

/** UTF-8, or the UTF-16 that `>` writes in PowerShell. */
function decodeRules(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}

/** The kinds of --kind, by name or absolute path of the file. */
function givenKinds(entries: readonly string[], shell: Shell): ReadonlyMap<string, ExportKind> {
  const kinds = new Map<string, ExportKind>();
  for (const entry of entries) {
    const [name = '', ...rest] = entry.split('=');
    const kind = kindNames.get(name);
    const file = rest.join('=');
    if (kind === undefined || file === '') throw usage(`--kind ${entry}：应写成 种类=文件，种类是 ${kindList} 之一`);
    if (!existsSync(resolve(shell.cwd, file)) && basename(file) !== file)
      throw usage(`--kind ${entry}：找不到这个文件`);
    const input = file === standardInput ? standardInputName : file;
    kinds.set(basename(input) === input ? input : resolve(shell.cwd, input), kind);
  }
  return kinds;
}

/** The command line first, then the rules file: full names before patterns. */
function kindsOf(rules: Rules, given: ReadonlyMap<string, ExportKind>): ReadonlyMap<string, ExportKind> {
  const kinds = new Map(given);
  const learnt = Object.entries(rules.files.kinds);
  for (const [file, name] of learnt.toSorted(([a], [b]) => Number(a.includes('*')) - Number(b.includes('*')))) {
    const kind = kindNames.get(name);
    if (kind === undefined) throw usage(`files.kinds.${file}：没有种类 “${name}”；应是 ${kindList} 之一`);
    if (!kinds.has(file)) kinds.set(file, kind);
  }
  return kinds;
}

/** Of a kind that does not exist nothing would be read. */
function refuseUnknownKinds(kinds: readonly string[], place: (kind: string) => string): void {
  const unknown = kinds.find((kind) => !Object.hasOwn(exportTitles, kind));
  if (unknown !== undefined)
    throw usage(`${place(unknown)}：没有种类 “${unknown}”；应是 ${Object.keys(exportTitles).join('、')} 之一`);
}

function columnsOf(rules: Rules, entries: readonly string[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  refuseUnknownKinds(Object.keys(rules.columns), (kind) => `columns.${kind}`);
  refuseUnknownKinds(
    Object.keys(rules.files.units).map((field) => field.split('.')[0] ?? ''),
    (kind) => `--unit 或 files.units 的 ${kind}`,
  );
  for (const [kind, fields] of Object.entries(rules.columns))
    for (const [field, header] of Object.entries(fields)) columns.set(`${kind}.${field}`, header);
  const given = new Map<string, string>();
  for (const entry of entries) {
    const parts = /^([A-Za-z]+)\.([A-Za-z]+)=(.+)$/s.exec(entry);
    if (!parts) throw usage(`--map ${entry}：应写成 种类.字段=列名，如 customers.custNo=客户代号`);
    const [, kind = '', name = '', header = ''] = parts;
    refuseUnknownKinds([kind], () => `--map ${entry}`);
    const earlier = given.get(`${kind}.${name}`);
    if (earlier !== undefined && earlier !== header)
      throw usage(`--map ${kind}.${name} 写了两个不同的列名：只能写一个`);
    given.set(`${kind}.${name}`, header);
    columns.set(`${kind}.${name}`, header);
  }
  return columns;
}

function maxRejectsOf(value: string): IntakeOptions['maxRejects'] {
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(value);
  if (percent && Number(percent[1]) <= 100) return { share: Number(percent[1]) / 100 };
  if (/^\d+$/.test(value)) return { rows: Number(value) };
  throw usage(`--max-rejects ${value}：请写行数（如 5）或百分比（如 1%）`);
}
