import type { CommandSpec } from '../command.js';
import { emit, settleDestination } from '../emit.js';
import { rejectedPart, say, sayIntake } from '../messages.js';
import { commonOptions, fullOutputOptions, readingOptions } from '../options.js';

export const referralCommand: CommandSpec = {
  name: 'referral',
  arguments: '<路径...>',
  summary: '转介：成功率、按人和按方向的统计、首访时限、应转未转、待核实',
  examples: [
    ['referral 导出/2025-09', '列出转介成功率、漏斗和各转介人的成绩'],
    ['referral 导出/2025-09 -o 转介.xlsx', '写成工作簿：转介台账、转介统计、口径'],
    ['referral 导出/2025-09 --period 2025Q3', '只统计三季度登记的转介，成交看到数据日期'],
    ['referral 导出/2025-09 --success-days 30 --success-def opened', '登记后 30 天内开户算成功'],
  ],
  options: [
    ...readingOptions,
    ...fullOutputOptions,
    { flags: '--from <日期>', description: '只统计这一天起登记的转介' },
    { flags: '--period <期间>', description: '只统计这个月、季度或周登记的转介：2025-09、2025Q3 或 2025-W40' },
    { flags: '--success-days <天数>', description: '登记后多少天内算成功（默认 90）' },
    {
      flags: '--success-def <含义>',
      description: 'deal 成交（默认）、opened 开户、qualified 达标或 aumUp 资产上升',
    },
    ...commonOptions,
  ],
  notes: [
    '退出码：0 完成；2 用法或配置有误；3 数据拒收，没有写出任何东西；',
    '        4 完成，但有行被拒绝或检查未过；6 没有转介登记。',
    '除转介登记外都可以不给，缺的项目显示“未提供”。',
    '内存：登记、客户和账户在内存里，交易每百万笔约 90 MB。',
  ],
  async run(paths, options, shell) {
    const [{ settle }, { auditOf }] = await Promise.all([import('../settings.js'), import('../audit.js')]);
    const settings = settle(options, shell);
    const destination = await settleDestination(options, shell);
    const audit = auditOf('referral', paths, settings, destination.target);
    const [
      { prepareReferrals },
      { measureReferrals },
      { referralRendition },
      { verdictOf },
      { formatPercent },
      { notProvided, tellsSuccess },
    ] = await Promise.all([
      import('../referral-input.js'),
      import('../../analysis/referral/referral.js'),
      import('../referral-rendition.js'),
      import('../verdict.js'),
      import('../../ledger/figure-text.js'),
      import('../../ledger/referral-success.js'),
    ]);
    const { input, asOf } = await prepareReferrals(paths, options, settings, shell);
    const report = await settings.stages.time('分析', () => measureReferrals(input, settings.rules, asOf.asOf));
    if (!settings.quiet) sayIntake(shell, report.intake, report.problems);
    await settings.stages.time('写出', () =>
      emit(referralRendition(report, settings.color), destination, shell, audit),
    );
    const code = verdictOf(report);
    const { registered, matured } = report.summary;
    const rate = tellsSuccess(report.summary) ? formatPercent(matured.value) : notProvided;
    say(shell, [
      `完成：数据日期 ${report.asOf}（${asOf.source}），转介 ${registered} 笔，成熟成功率 ${rate}${rejectedPart(report.intake)}，退出码 ${code}`,
    ]);
    return code;
  },
};
