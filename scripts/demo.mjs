// `npm run demo`: an invented branch, its segmentation on the terminal, and the workbook. Everything lands in demo/.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const exports = 'demo/支行导出_20250331';
const workbook = 'demo/客户分层_20250331.xlsx';

function taizhang(...args) {
  process.stdout.write(`\n$ taizhang ${args.join(' ')}\n`);
  const run = spawnSync(process.execPath, ['bin/taizhang.js', ...args], { stdio: 'inherit' });
  if (run.status !== 0 && run.status !== 4) process.exit(run.status ?? 1);
}

rmSync('demo', { recursive: true, force: true });
taizhang('demo', exports);
taizhang('segment', exports);
taizhang('segment', exports, '-o', workbook, '--quiet');
process.stdout.write(`\n打开看看：${workbook}\n`);
