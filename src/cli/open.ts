// Inputs → recognised exports. What must be refused is collected over all files, so that nothing is found out one by one.
import { openFile } from '../exports/container.js';
import type { OpenExport } from '../exports/export.js';
import { openExports } from '../exports/read.js';
import { findFiles, type SourceFile } from '../exports/source.js';
import type { RawFile } from '../exports/table.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import type { Settings } from './settings.js';

export interface Opened {
  readonly files: readonly SourceFile[];
  readonly exports: readonly OpenExport[];
  readonly problems: readonly Problem[];
}

/** Throws one UserError for all files that must be refused, and for inputs that do not exist. */
export async function openInputs(inputs: readonly string[], settings: Settings, cwd: string): Promise<Opened> {
  const files = await findFiles(inputs, cwd);
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
  for (const { path, file } of files) {
    const opened = await aside(() => openFile(path, file));
    if (opened !== undefined) raw.push(opened);
  }
  const recognised = await aside(() => openExports(raw, settings.intake));
  throwAll(refusals);
  return { files, exports: recognised?.exports ?? [], problems: recognised?.problems ?? [] };
}

/** All refusals as one. A refused file (3) outweighs a wrong option (2): both are told. */
export function throwAll(refusals: readonly UserError[]): void {
  if (refusals.length === 0) return;
  const problems = refusals.flatMap((refusal) => refusal.problems);
  const codes = refusals.map((refusal) => refusal.exitCode);
  const exitCode = codes.find((code) => code === exitCodes.refused) ?? (codes[0] as UserError['exitCode']);
  throw new UserError([...new Set(refusals.map((refusal) => refusal.message))].join('\n'), exitCode, problems);
}
