import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginTransactions } from '../../src/cli/head-start.js';
import { closeAll } from '../../src/cli/run-end.js';
import { settle } from '../../src/cli/settings.js';
import { openFile } from '../../src/exports/container.js';
import { openExports } from '../../src/exports/read.js';
import { lenient } from '../exports/memory.js';
import { terminal } from './terminal.js';

test('what was begun and never asked for is closed when the run ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-begin-'));
  try {
    const path = join(folder, '交易明细.csv');
    writeFileSync(path, '交易日期,账号,借贷标志,交易金额,摘要\n2025-09-01,62220001,D,1.50,转账\n');
    const { exports } = await openExports([await openFile(path, '交易明细.csv')], lenient);
    const { shell } = terminal();
    const begun = await beginTransactions(exports, settle({ engine: 'duckdb' }, shell), shell);
    const database = await begun?.headStart?.database;
    await expect(database?.run('select 1')).resolves.toBeUndefined();
    await closeAll();
    await expect(database?.run('select 1')).rejects.toThrow();
    expect(await beginTransactions(exports, settle({ engine: 'stream' }, shell), shell)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
