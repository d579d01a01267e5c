// The workbooks that the command line writes of a small demo branch.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWritten, type WrittenBook } from '../outside/written-book.js';
import { runIn } from '../run.js';

/** `ledger` with these words and options, the first workbook by name; as of 2025-09-30. */
export async function demoLedger(customers: number, ...words: readonly string[]): Promise<WrittenBook> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-written-'));
  try {
    const demo = await runIn(folder, ['demo', '样例', '--date', '2025-09-30', '--customers', String(customers)]);
    const run = await runIn(folder, ['ledger', ...words, '样例', '-o', '台账', '--quiet']);
    if (demo.code !== 0 || run.code !== 0) throw new Error(`${demo.stderr}${run.stderr}`);
    const [first = ''] = readdirSync(join(folder, '台账')).sort();
    return readWritten(readFileSync(join(folder, '台账', first)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
