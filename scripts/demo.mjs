// `npm run demo`: an invented branch at the end of March and of September 2025, its figures on the terminal, and the workbooks.
// Everything lands in demo/.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** `before` is the day that the figures are compared with; `period` are the registrations that the story tells of. */
const dates = [
  { title: '一季度末：问题', stamp: '20250331', before: '2024-12-31', period: [] },
  { title: '半年之后：同一个网点', stamp: '20250930', before: '2025-03-31', period: ['--from', '2025-04-01'] },
];

function taizhang(...args) {
  process.stdout.write(`\n$ taizhang ${args.join(' ')}\n`);
  const run = spawnSync(process.execPath, ['bin/taizhang.js', ...args], { stdio: 'inherit' });
  if (run.status !== 0 && run.status !== 4) process.exit(run.status ?? 1);
}

rmSync('demo', { recursive: true, force: true });
const workbooks = [];
for (const { title, stamp, before, period } of dates) {
  const exports = `demo/支行导出_${stamp}`;
  const analyses = [
    { command: 'segment', name: '客户分层', options: ['--compare-to', before] },
    { command: 'dormant', name: '睡眠客户', options: [] },
    { command: 'referral', name: '转介', options: period },
  ];
  process.stdout.write(`\n════ ${title} ════\n`);
  taizhang('demo', exports, '--date', `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6)}`, '--quiet');
  for (const { command, options } of analyses) taizhang(command, exports, ...options, '--quiet');
  for (const { command, name, options } of analyses) {
    const workbook = `demo/${name}_${stamp}.xlsx`;
    taizhang(command, exports, ...options, '-o', workbook, '--quiet');
    workbooks.push(workbook);
  }
}
taizhang('ledger', 'demo/支行导出_20250930', '-o', 'demo/台账', '--quiet');
workbooks.push('demo/台账/');
process.stdout.write(`\n打开看看：\n${workbooks.map((workbook) => `  ${workbook}\n`).join('')}`);
