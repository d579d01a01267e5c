import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { exitCodes } from '../../model/errors.js';
import type { CommandSpec } from '../command.js';
import { say } from '../messages.js';
import { text, usage } from '../option-values.js';

export const demoCommand: CommandSpec = {
  name: 'demo',
  arguments: '<文件夹>',
  summary: '造一个虚构网点的导出文件，供试用',
  examples: [
    ['demo 样例', '在 样例 文件夹里写出 200 位虚构客户的导出'],
    ['demo 样例 --customers 50000 --seed 7', '更大的网点，另一组虚构客户'],
    ['demo 半年后 --date 2025-09-30', '同一批客户，半年以后的导出'],
    ['segment 样例', '对样例做分层'],
  ],
  options: [
    { flags: '--customers <户数>', description: '客户数（默认 200）' },
    { flags: '--seed <数字>', description: '种子；种子相同，文件逐字节相同（默认 1）' },
    { flags: '--date <日期>', description: '2025-03-31（默认）或 2025-09-30：同一个网点，半年之后' },
    { flags: '--quiet', description: '不列出写了哪些文件' },
  ],
  notes: ['文件夹必须为空或尚不存在。所有客户都是虚构的。'],
  async run([folder = ''], options, shell) {
    const customers = wholeNumber('--customers', text(options.customers) ?? '200', 1_000_000);
    const seed = wholeNumber('--seed', text(options.seed) ?? '1', 2 ** 32 - 1);
    const date = text(options.date);
    const target = resolve(shell.cwd, folder);
    refuseUsed(target, folder);
    const [{ demoDates, demoFiles }, { writeChunksTo }, { writeTogether }] = await Promise.all([
      import('../../demo/index.js'),
      import('../output.js'),
      import('../ledger-output.js'),
    ]);
    const asOf = date === undefined ? demoDates[0] : demoDates.find((day) => day === date);
    if (asOf === undefined) throw usage(`--date ${date}：请写 ${demoDates.join(' 或 ')}`);
    makeParents(target);
    const made = [...demoFiles({ customers, seed, asOf })];
    const files = made.map(({ name, chunks }) => ({
      target: join(target, name),
      write: (temporary: string) => writeChunksTo(temporary, chunks),
    }));
    await writeTogether({ folder: target, files, outdated: [] });
    if (options.quiet !== true)
      say(
        shell,
        made.map(({ name }) => `已写 ${folder}/${name}`),
      );
    say(shell, [`虚构网点：客户 ${customers} 户，种子 ${seed}${date === undefined ? '' : `，数据日期 ${asOf}`}`]);
    return exitCodes.done;
  },
};

/** Hidden files are of the system, or of a run that was killed. Throws UserError (exit 2). */
function refuseUsed(target: string, folder: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw usage(`${folder} 是文件：请另给文件夹名`);
  if (readdirSync(target).some((name) => !name.startsWith('.'))) throw usage(`${folder} 不是空文件夹：请换一个名字`);
}

/** What stands in the way is told where the folder itself is looked at. */
function makeParents(target: string): void {
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  } catch {}
}

function wholeNumber(name: string, value: string, most: number): number {
  if (!/^\d{1,10}$/.test(value) || Number(value) < 1 || Number(value) > most)
    throw usage(`${name} ${value}：请写 1 到 ${most} 的整数`);
  return Number(value);
}
