import { openFiles } from '../../src/exports/container.js';
import { newTally } from '../../src/exports/export.js';
import { openExports } from '../../src/exports/read.js';
import { UserError } from '../../src/model/errors.js';
import { lenient } from '../exports/memory.js';

export type Outcome = 'read' | 'unknown' | 'refused';

/**
 * Reads bytes as a file of any kind to its end. Throws for everything that must never happen: an error that is no refusal with a problem,
 * a problem that quotes what was planted, rows that do not add up.
 */
export async function readAnything(bytes: Buffer, planted: readonly string[]): Promise<Outcome> {
  const said: string[] = [];
  let outcome: Outcome = 'unknown';
  try {
    const opened = await openExports(await openFiles(bytes, '模糊.dat'), lenient);
    said.push(...opened.problems.map(({ message }) => message));
    for (const found of opened.exports) {
      const tally = newTally();
      outcome = 'read';
      let records = 0;
      try {
        for await (const batch of found.read(tally)) records += batch.length;
        const { read, rejected, header, preamble, blank, total } = tally;
        if (read !== records + rejected + header + preamble + blank + total || records !== tally.records)
          throw new Error(`rows do not add up: ${JSON.stringify({ ...tally, problems: [] })}`);
      } finally {
        said.push(...[...found.problems, ...tally.problems].map(({ message }) => message));
      }
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error.problems.length === 0) throw new Error(`a refusal without a problem: ${error.message}`);
    outcome = 'refused';
    said.push(error.message, ...error.problems.map(({ message }) => message));
  }
  const leaked = planted.find((value) => said.some((sentence) => sentence.includes(value)));
  if (leaked !== undefined) throw new Error(`a message quotes what was planted: ${leaked}`);
  return outcome;
}
