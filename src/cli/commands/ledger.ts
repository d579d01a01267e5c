import { join } from 'node:path';
import type { CommandSpec } from '../command.js';
import { rejectedPart, say, sayIntake, writtenLines } from '../messages.js';
import { text } from '../option-values.js';
import { commonOptions, readingOptions, reasonOption, scopeOptions } from '../options.js';

export const ledgerCommand: CommandSpec = {
  name: 'ledger',
  arguments: '<台账或路径...>',
  summary: '写台账工作簿：可打印、可签字、可填写',
  examples: [
    ['ledger 导出/2025-09 -o 台账', '写出全部台账，放进文件夹“台账”'],
    ['ledger 转介 睡眠 导出/2025-09 -o 台账', '只写转介和睡眠客户的台账'],
    ['ledger 导出/2025-09 -o 台账 --period 2025-09 --branch 城东支行/0101', '按月，并写明机构'],
    ['ledger 导出/2025-09 -o 台账 --split-by employee', '每位员工一本，只含自己的客户'],
  ],
  options: [
    ...readingOptions,
    { flags: '-o, --output <文件夹>', description: '写进这个文件夹；没有就新建' },
    {
      flags: '--mask <方式>',
      description: '脱敏方式：manager（默认）、owner、public 或 full（不脱敏，须写 --reason）',
    },
    reasonOption,
    { flags: '--period <期间>', description: '周 2025-W40、月 2025-09、季 2025Q3 或年（默认数据日期所在季度）' },
    { flags: '--split-by <方式>', description: 'employee：每位员工一本，只含自己的客户' },
    { flags: '--all', description: '不只贵宾客户：全部个人客户' },
    { flags: '--with-redeem', description: '基金赎回也列入台帐（负数）' },
    { flags: '--with-log', description: '另写客户经理工作日志，每人每月一本；也可写 ledger 日志' },
    { flags: '--previous <文件|文件夹>', description: '上一本台账：手工填写的内容带过来' },
    { flags: '--branch <机构>', description: '名称/机构号，如 城东支行/0101；不写时取导出里的' },
    { flags: '--paper <纸张>', description: '打印纸张：A4（默认）或 A3，宽表少分页' },
    { flags: '--print-date <日期>', description: '制表时间（默认数据日期）' },
    ...scopeOptions,
    ...commonOptions,
  ],
  notes: [
    '台账名：总体、贵宾、基金、理财、转介、睡眠、RFM、到期、日志；也可以写工作表名的开头。',
    '退出码：0 完成；1 写不出来；2 用法或配置有误；3 数据拒收，没有写出任何东西；',
    '        4 完成，但有行被拒绝或检查未过；5 另一次运行正在写；6 没有可用的导出。',
    '内存：客户和账户在内存里，交易每百万笔约 90 MB。',
  ],
  async run(args, options, shell) {
    const { settle } = await import('../settings.js');
    const settings = settle(options, shell);
    const [{ ledgerOrder }, { probeResultFolder }, { sayAudit }] = await Promise.all([
      import('../ledger-options.js'),
      import('../ledger-output.js'),
      import('../audit.js'),
    ]);
    const order = ledgerOrder(args, options, settings, shell);
    await probeResultFolder(order.folder);
    const [{ prepareLedgers }, { writeLedgers }, { ledgerSentences }] = await Promise.all([
      import('../ledger-input.js'),
      import('../ledger-run.js'),
      import('../ledger-sentences.js'),
    ]);
    const prepared = await prepareLedgers(order.paths, options, settings, shell);
    const result = await writeLedgers(prepared, order, settings, shell);
    const { input, asOf } = prepared;
    if (!settings.quiet) {
      sayIntake(shell, input.intake, result.problems);
      say(shell, writtenLines(result.files.map((file) => join(text(options.output) ?? '', file))));
    }
    say(shell, ledgerSentences(result));
    sayAudit(shell, order.audit);
    say(shell, [
      `完成：数据日期 ${asOf.asOf}（${asOf.source}），台账 ${result.files.length} 本${rejectedPart(input.intake)}，退出码 ${result.code}`,
    ]);
    return result.code;
  },
};
