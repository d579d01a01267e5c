// Inputs → recognised exports. What must be refused is collected over all files, so that nothing is found out one by one.
import { basename, resolve } from 'node:path';
import { openFiles } from '../exports/container.js';
import type { Corrections } from '../exports/corrections.js';
import type { OpenExport } from '../exports/export.js';
import { isOwnResult } from '../exports/own-result.js';
import { type OpenedExports, openExports } from '../exports/read.js';
import { isMeant } from '../exports/recognise.js';
import { findFiles, type SourceFile, standardInput } from '../exports/source.js';
import { newSpool } from '../exports/spool.js';
import type { RawFile } from '../exports/table.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { ExportKind } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import { readCorrections, refuseChangedSources } from './corrections.js';
import { usage } from './option-values.js';
import { privateFile, sweepPrivateFolders } from './private-folder.js';
import { refuseOverInput } from './same-file.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { readStandardInput } from './stdin.js';

export interface Opened {
  readonly files: readonly SourceFile[];
  readonly exports: readonly OpenExport[];
  readonly problems: readonly Problem[];
  /** What the lists of --apply say. */
  readonly corrections: Corrections;
}

/**
 * Throws one UserError for all files that must be refused, and for inputs that do not exist. Files of other kinds than `needed`
 * are told and left alone.
 */
export async function openInputs(
  inputs: readonly string[],
  settings: Settings,
  shell: Shell,
  needed?: ReadonlySet<ExportKind>,
): Promise<Opened> {
  const { refusals, ...opened } = await openAll(inputs, settings, shell, needed);
  throwAll(refusals);
  return opened;
}

/** The same with the refusals beside what could be opened; throws only for inputs that do not exist. */
export async function openAll(
  inputs: readonly string[],
  settings: Settings,
  shell: Shell,
  needed?: ReadonlySet<ExportKind>,
): Promise<Opened & { readonly refusals: readonly UserError[] }> {
  return settings.stages.time('识别文件', () => recogniseAll(inputs, settings, shell, needed));
}

async function recogniseAll(
  inputs: readonly string[],
  settings: Settings,
  shell: Shell,
  needed: ReadonlySet<ExportKind> | undefined,
): Promise<Opened & { readonly refusals: readonly UserError[] }> {
  const files = await findFiles(inputs, shell.cwd);
  sweepPrivateFolders();
  const spool = newSpool(privateFile);
  for (const list of settings.apply) refuseOverInput(settings.output, resolve(shell.cwd, list));
  const corrections = await readCorrections(settings.apply, shell.cwd);
  const refusals: UserError[] = [];
  const aside = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refusals.push(error);
      return undefined;
    }
  };
  const raw: RawFile[] = [];
  const pathOf = new Map<RawFile, string>();
  for (const { path, file } of files) {
    const opened = await aside(async () => {
      const source = path === standardInput ? await readStandardInput(shell, spool) : path;
      return openFiles(source, file, spool, settings.progress.bytes);
    });
    for (const one of opened ?? []) pathOf.set(one, path);
    raw.push(...(opened ?? []));
  }
  if (refusals.length === 0) refuseIdleKinds(settings.kindFiles, raw);
  const results = raw.filter(isOwnResult);
  const sources = raw.filter((file) => !results.includes(file));
  refuseChangedSources(corrections, sources);
  const intake = { ...settings.intake, corrections };
  const recognised: OpenedExports[] = [];
  for (const source of sources) {
    const opened = await aside(() => openExports([source], intake, undefined, needed));
    // What is no export may be an earlier result.
    const isExport = opened?.problems.every(({ code }) => code !== 'unrecognised-file') ?? true;
    if (isExport) refuseOverInput(settings.output, pathOf.get(source) ?? '');
    if (opened !== undefined) recognised.push(opened);
  }
  return {
    files,
    exports: recognised.flatMap((opened) => opened.exports),
    problems: [...recognised.flatMap((opened) => opened.problems), ...results.map(ownResult)],
    corrections,
    refusals,
  };
}

/** A file that --kind does not find would be recognised by its header, or left alone. Throws UserError (exit 2). */
function refuseIdleKinds(names: readonly string[], files: readonly RawFile[]): void {
  const idle = names.find((name) => !files.some((file) => isMeant(name, file)));
  if (idle !== undefined) throw usage(`--kind：要读的文件里没有 “${basename(idle)}”；请核对文件名`);
}

function ownResult({ file }: RawFile): Problem {
  return {
    severity: 'warning',
    code: 'own-result',
    file,
    message: '这是本工具写出的结果，没有当作导出读取；请把结果放到别的文件夹',
  };
}

/** All refusals as one. A refused file (3) outweighs a wrong option (2): both are told. */
export function throwAll(refusals: readonly UserError[]): void {
  if (refusals.length === 0) return;
  const problems = refusals.flatMap((refusal) => refusal.problems);
  const codes = refusals.map((refusal) => refusal.exitCode);
  const exitCode = codes.find((code) => code === exitCodes.refused) ?? (codes[0] as UserError['exitCode']);
  throw new UserError([...new Set(refusals.map((refusal) => refusal.message))].join('\n'), exitCode, problems);
}
