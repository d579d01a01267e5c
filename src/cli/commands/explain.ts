import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitCodes } from '../../model/errors.js';
import type { CommandSpec } from '../command.js';
import { say, sayIntake } from '../messages.js';
import { text, usage } from '../option-values.js';
import { commonOptions, readingOptions, scopeOptions } from '../options.js';

export const explainCommand: CommandSpec = {
  name: 'explain',
  arguments: '<客户号> <路径...>',
  summary: '说明一位客户为什么在这个层级，差多少到上一层级',
  examples: [
    ['explain 800123 导出/2025-09', '逐项列出每个层级的门槛、实际值和差距'],
    ['explain 800123 导出/2025-09 -f json', '给程序用'],
  ],
  options: [
    ...readingOptions,
    { flags: '-f, --format <格式>', description: 'table 或 json（默认 table）' },
    { flags: '--method <方法>', description: 'absolute（默认）或 score' },
    { flags: '--monetary <口径>', description: 'txnAmount（默认）或 aum' },
    { flags: '--window <天数>', description: 'F、M 的统计窗口（默认 365）或 perTier' },
    { flags: '--split <分界>', description: 'mean（默认）或 median' },
    ...scopeOptions,
    ...commonOptions,
  ],
  notes: ['退出码：0 完成；2 没有这位客户或用法有误；3 数据拒收；4 完成，但有行被拒绝。'],
  async run([customerId = '', ...paths], options, shell) {
    const { settle } = await import('../settings.js');
    if (existsSync(resolve(shell.cwd, customerId)))
      throw usage('先写客户号，再写文件夹，如 taizhang explain 800123 导出/2025-09');
    const settings = settle(options, shell);
    const format = text(options.format) ?? 'table';
    if (format !== 'table' && format !== 'json') throw usage(`--format ${format}：只能是 table 或 json`);
    const [{ prepareSegmentation }, { explainCustomer }, { explanationLines }, { verdictOf }] = await Promise.all([
      import('../segment-input.js'),
      import('../../analysis/explain.js'),
      import('../../ledger/explanation.js'),
      import('../verdict.js'),
    ]);
    const { input, asOf } = await prepareSegmentation(paths, options, settings, shell);
    if (!settings.quiet) sayIntake(shell, input.intake, input.problems);
    const explain = () => explainCustomer(input, settings.rules, asOf.asOf, customerId);
    const explanation = await settings.stages.time('分析', explain);
    if (explanation === undefined) {
      say(shell, ['没有这位客户：请核对客户号，注意前导零']);
      return exitCodes.usage;
    }
    const lines = format === 'json' ? [JSON.stringify(explanation, null, 2)] : explanationLines(explanation);
    shell.stdout.write(`${lines.join('\n')}\n`);
    return verdictOf({ ...input, coverage: explanation.coverage });
  },
};
