import { type ExitCode, exitCodes } from '../../model/errors.js';
import type { Problem } from '../../model/problem.js';
import type { CommandSpec } from '../command.js';
import type { Inspection } from '../inspection.js';
import { problemLines, say } from '../messages.js';
import { text, usage } from '../option-values.js';
import { commonOptions, readingOptions } from '../options.js';
import { verdictOf } from '../verdict.js';

export const inspectCommand: CommandSpec = {
  name: 'inspect',
  arguments: '<文件...>',
  summary: '看一个文件是什么、怎样被读懂、哪些没有读懂',
  examples: [
    ['inspect 交易明细_202509.csv', '编码、表头、各列对应什么、行数、合计'],
    ['inspect 导出 --rows 10', '文件夹里的全部文件，各列出前 10 行（已脱敏）'],
    ['inspect 明细.csv --map transactions.txnDate=账务日', '试一试指定列名以后怎样读'],
    ['inspect 明细.csv --map transactions.txnDate=账务日 --save', '读对了就记进 taizhang.yaml，下月不用再指定'],
  ],
  options: [
    ...readingOptions.filter((option) => !option.flags.startsWith('--as-of')),
    { flags: '-f, --format <格式>', description: 'table 或 json（默认 table）' },
    { flags: '--rows <行数>', description: '列出前几行数据（默认 3，最多 50）' },
    { flags: '--save [文件]', description: '把 --map、--kind、--unit 等选项记进规则文件（默认 taizhang.yaml）' },
    ...commonOptions,
  ],
  notes: ['退出码：0 读懂了；3 有文件会被拒收；4 有行被拒绝，或有文件没有数据行；6 没有认出任何导出。'],
  async run(paths, options, shell) {
    const { settle } = await import('../settings.js');
    const settings = settle(options, shell);
    const format = text(options.format) ?? 'table';
    if (format !== 'table' && format !== 'json') throw usage(`--format ${format}：只能是 table 或 json`);
    const rows = text(options.rows) ?? '3';
    if (!/^\d{1,2}$/.test(rows) || Number(rows) > 50) throw usage(`--rows ${rows}：请写 0 到 50 的整数`);
    const [{ inspectFiles }, { inspectionText }, { saveRules, saveTarget }, { writeFixList }] = await Promise.all([
      import('../inspect-files.js'),
      import('../inspection-text.js'),
      import('../learnt.js'),
      import('../corrections.js'),
    ]);
    const target = saveTarget(options, settings);
    const { files, inspections, unread, tallies } = await inspectFiles(paths, Number(rows), settings, shell);
    if (format === 'json')
      shell.stdout.write(`${JSON.stringify({ report: 'inspect', files: inspections, problems: unread }, null, 2)}\n`);
    else for (const inspection of inspections) shell.stdout.write(inspectionText(inspection, settings.color));
    say(shell, problemLines([...unread, ...inspections.flatMap((inspection) => inspection.problems)]));
    say(shell, [`查看了 ${files} 个文件，读懂 ${inspections.filter((one) => !one.refused).length} 个`]);
    await writeFixList(settings, tallies, shell);
    const code = exitCodeOf(inspections, unread);
    if (target !== undefined) {
      if (code === exitCodes.done || code === exitCodes.rejectedRows) await saveRules(target, shell);
      else say(shell, ['没有保存：先让文件都能读懂，再加 --save']);
    }
    return code;
  },
};

function exitCodeOf(inspections: readonly Inspection[], unread: readonly Problem[]): ExitCode {
  if (unread.some((one) => one.severity === 'error') || inspections.some((one) => one.refused))
    return exitCodes.refused;
  if (inspections.length === 0) return exitCodes.nothingToDo;
  return verdictOf({ intake: inspections, problems: inspections.flatMap(({ problems }) => problems) });
}
