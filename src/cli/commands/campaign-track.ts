import { resolve } from 'node:path';
import type { CommandSpec } from '../command.js';
import { emit, settleDestination } from '../emit.js';
import { rejectedPart, say, sayIntake } from '../messages.js';
import { commonOptions, outputOptions, readingOptions } from '../options.js';

export const campaignTrackCommand: CommandSpec = {
  name: 'track',
  arguments: '<活动文件> <路径...>',
  summary: '用新的导出比较活动组和对照组：唤醒率、自然回流率、提升和区间',
  examples: [
    ['dormant campaign track 活动.json 导出/2025-12', '两组的唤醒率、提升和 95% 区间，能不能下结论'],
    ['dormant campaign track 活动.json 导出/2025-12 -o 活动效果.xlsx', '写成工作簿：活动效果、活动成员、口径'],
  ],
  options: [...readingOptions, ...outputOptions, ...commonOptions],
  notes: [
    '退出码：0 完成；2 用法有误；3 活动文件被改动过或数据拒收；4 完成，但有行被拒绝或明细没有覆盖观察期。',
    '每位客户始终按抽签时的组别统计；睡眠标准、观察期和算作客户交易的类别以活动文件为准。',
    '内存：客户和账户在内存里，交易每百万笔约 90 MB。',
  ],
  async run([campaignFile = '', ...paths], options, shell) {
    const { settle } = await import('../settings.js');
    const settings = settle(options, shell);
    const destination = await settleDestination(options, shell);
    const [
      { refuseOverInput },
      { readCampaign },
      { prepareTracking, requireMembers },
      { trackCampaign },
      { campaignRendition },
      verdict,
    ] = await Promise.all([
      import('../same-file.js'),
      import('../campaign-file.js'),
      import('../campaign-input.js'),
      import('../../analysis/campaign/track.js'),
      import('../campaign-rendition.js'),
      import('../verdict.js'),
    ]);
    const campaign = readCampaign(campaignFile, shell);
    refuseOverInput(settings.output, resolve(shell.cwd, campaignFile));
    const { input, asOf } = await prepareTracking(campaign, paths, settings, shell);
    const report = await settings.stages.time('分析', () => trackCampaign(campaign, input, settings.rules, asOf.asOf));
    const { treated, control, verdict: conclusion } = report.summary;
    requireMembers(treated.unseen + control.unseen, report.members.length);
    if (!settings.quiet) sayIntake(shell, report.intake, report.problems);
    await settings.stages.time('写出', () => emit(campaignRendition(report, settings.color), destination, shell));
    const code = verdict.verdictOf(report);
    say(shell, [
      `完成：数据日期 ${report.asOf}（${asOf.source}），活动 ${treated.members} 户，对照 ${control.members} 户，${conclusion}${rejectedPart(report.intake)}，退出码 ${code}`,
    ]);
    return code;
  },
};
