// Opening a file only to look at it: what must be refused is still shown as far as it was understood.
import { UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import { type Opened, openInputs } from './open.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

const accountColumn = 'transactions.acctNo';

interface OpenedForInspection extends Pick<Opened, 'exports' | 'problems'> {
  /** Any other command would refuse the file. */
  readonly isRefused: boolean;
}

/** The exports that could be understood, and every problem, refusals included. */
export async function openForInspection(path: string, settings: Settings, shell: Shell): Promise<OpenedForInspection> {
  try {
    return { ...(await openInputs([path], settings, shell)), isRefused: false };
  } catch (error) {
    if (!(error instanceof UserError) || error.problems.length === 0) throw error;
    const exports = await withoutAccount(path, settings, shell, error.problems);
    return { exports, problems: error.problems, isRefused: true };
  }
}

/** A statement that only lacks its account is shown as if it had one: its columns are what the user wants to see. */
async function withoutAccount(
  path: string,
  settings: Settings,
  shell: Shell,
  problems: readonly Problem[],
): Promise<Opened['exports']> {
  const { columns } = settings.intake;
  if (columns.has(accountColumn) || problems.some(({ code }) => code !== 'missing-column')) return [];
  const intake = { ...settings.intake, columns: new Map([...columns, [accountColumn, '=—']]) };
  try {
    return (await openInputs([path], { ...settings, intake }, shell)).exports;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
