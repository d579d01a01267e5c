import { basename } from 'node:path';
import type { CommandSpec } from '../command.js';
import { rejectedPart, say, sayIntake } from '../messages.js';
import { commonOptions, outputOptions, readingOptions, scopeOptions } from '../options.js';

export const campaignNewCommand: CommandSpec = {
  name: 'new',
  arguments: '<路径...>',
  summary: '从睡眠客户里抽出对照组，把名单封存在活动文件里',
  examples: [
    ['dormant campaign new 导出/2025-09 -o 活动.json', '抽 30% 作对照组，写出活动文件'],
    ['dormant campaign new 导出/2025-09 -o 活动.json --list 名单.xlsx', '另写一份活动组名单，交给员工联系'],
    ['dormant campaign new 导出/2025-09 -o 活动.json --control 20% --seed 7', '对照组占 20%，用自己的种子'],
  ],
  options: [
    ...readingOptions,
    { flags: '-o, --output <文件>', description: '活动文件（.json）；已有的文件不会被覆盖' },
    { flags: '--list <文件>', description: '活动组名单（.xlsx），有接触日、方式、结果可填；对照组不在名单上' },
    ...outputOptions.filter(({ flags }) => flags.startsWith('--mask')),
    { flags: '--control <占比>', description: '对照组占比，如 30%（默认取规则 wake.controlShare）' },
    { flags: '--seed <数字>', description: '抽签的种子；种子和客户相同，结果相同（默认数据日期，如 20250930）' },
    { flags: '--power <把握度>', description: '看得出差别的把握度（默认 0.8）' },
    { flags: '--preset <标准>', description: 'seed180（默认）、seed6m、bank6m、crm365、bank3y 或 nfra5y' },
    { flags: '--wake-days <天数>', description: '唤醒观察期（默认 90 天）' },
    { flags: '--count-mandates', description: '代扣代缴也算客户交易' },
    ...scopeOptions,
    ...commonOptions,
  ],
  notes: [
    '退出码：0 完成；2 用法有误、文件已存在或分不出两组；3 数据拒收；4 完成，但有行被拒绝。',
    '按余额档和未动天数分层抽签；活动文件只有客户号，没有姓名和电话，带校验码。',
    '内存：客户和账户在内存里，交易每百万笔约 90 MB。',
  ],
  async run(paths, options, shell) {
    const { settle } = await import('../settings.js');
    const settings = settle(options, shell);
    const [
      { planOptions, prepareCampaign },
      { settleTargets, writeCampaign },
      { campaignPlanSheet },
      { renderTable },
      verdict,
    ] = await Promise.all([
      import('../campaign-input.js'),
      import('../campaign-targets.js'),
      import('../../ledger/campaign-plan.js'),
      import('../../render/table.js'),
      import('../verdict.js'),
    ]);
    const planOf = planOptions(options, settings);
    const targets = await settleTargets(options, shell);
    const { campaign, report, asOf } = await prepareCampaign(planOf, paths, options, settings, shell);
    if (!settings.quiet) sayIntake(shell, report.intake, report.problems);
    await settings.stages.time('写出', () => writeCampaign(campaign, report, targets));
    shell.stdout.write(renderTable(campaignPlanSheet(campaign), { color: settings.color }));
    const code = verdict.verdictOf(report);
    const { treated, control } = campaign.sizes;
    say(shell, [
      `完成：数据日期 ${report.asOf}（${asOf.source}），活动 ${treated} 户，对照 ${control} 户，种子 ${campaign.seed}，已写 ${basename(targets.campaign)}${rejectedPart(report.intake)}，退出码 ${code}`,
    ]);
    return code;
  },
};
