import type { CommandSpec } from '../command.js';
import { emit, settleDestination } from '../emit.js';
import { rejectedPart, say, sayIntake } from '../messages.js';
import { commonOptions, fullOutputOptions, readingOptions, scopeOptions } from '../options.js';
import { campaignCommand } from './campaign.js';

export const dormantCommand: CommandSpec = {
  name: 'dormant',
  arguments: '<路径...>',
  summary: '睡眠客户：占比、唤醒率、即将休眠的客户和睡眠账户',
  examples: [
    ['dormant 导出/2025-09', '列出睡眠占比、上季末名单的唤醒率和即将休眠的户数'],
    ['dormant 导出/2025-09 -o 睡眠客户.xlsx', '写成工作簿：唤醒台账、睡眠账户、即将休眠、口径'],
    ['dormant 导出/2025-09 --preset crm365', '换一种睡眠标准'],
    ['dormant 导出/2025-09 --cohort 2025-03-31 --wake-days 180', '自定名单日和观察期'],
  ],
  options: [
    ...readingOptions,
    ...fullOutputOptions,
    { flags: '--preset <标准>', description: 'seed180（默认）、seed6m、bank6m、crm365、bank3y 或 nfra5y' },
    { flags: '--cohort <日期>', description: '唤醒名单的日期（默认数据日期之前最近的季末）' },
    { flags: '--wake-days <天数>', description: '唤醒观察期（默认 90 天）' },
    { flags: '--count-mandates', description: '代扣代缴也算客户交易' },
    ...scopeOptions,
    ...commonOptions,
  ],
  notes: [
    '退出码：0 完成；2 用法或配置有误；3 数据拒收，没有写出任何东西；',
    '        4 完成，但有行被拒绝或检查未过；6 没有可用的导出。观察期未满不算未过。',
    '除交易明细外都可以不给，缺的项目显示“未提供”。',
    '内存：客户和账户在内存里，交易每百万笔约 90 MB。',
  ],
  subcommands: [campaignCommand],
  async run(paths, options, shell) {
    const [{ settle }, { auditOf }] = await Promise.all([import('../settings.js'), import('../audit.js')]);
    const settings = settle(options, shell);
    const destination = await settleDestination(options, shell);
    const audit = auditOf('dormant', paths, settings, destination.target);
    const [{ prepareDormancy }, { dormantCustomers }, { dormantRendition }, { verdictOf }, { formatPercent }] =
      await Promise.all([
        import('../dormant-input.js'),
        import('../../analysis/dormant/dormant.js'),
        import('../dormant-rendition.js'),
        import('../verdict.js'),
        import('../../ledger/figure-text.js'),
      ]);
    const { input, asOf } = await prepareDormancy(paths, options, settings, shell);
    const report = await settings.stages.time('分析', () => dormantCustomers(input, settings.rules, asOf.asOf));
    if (!settings.quiet) sayIntake(shell, report.intake, report.problems);
    await settings.stages.time('写出', () => emit(dormantRendition(report, settings.color), destination, shell, audit));
    const code = verdictOf(report);
    const { dormant, share } = report.summary;
    say(shell, [
      `完成：数据日期 ${report.asOf}（${asOf.source}），睡眠客户 ${dormant} 户，占比 ${formatPercent(share.value)}${rejectedPart(report.intake)}，退出码 ${code}`,
    ]);
    return code;
  },
};
