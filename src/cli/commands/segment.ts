import type { SegmentReport } from '../../analysis/segment-report.js';
import type { SettledAsOf } from '../as-of.js';
import type { CommandSpec, OptionValues } from '../command.js';
import { emit, settleDestination } from '../emit.js';
import { rejectedPart, say, sayIntake } from '../messages.js';
import { commonOptions, fullOutputOptions, readingOptions, scopeOptions } from '../options.js';
import type { Settings } from '../settings.js';
import type { Shell } from '../shell.js';

export const segmentCommand: CommandSpec = {
  name: 'segment',
  arguments: '<路径...>',
  summary: '客户 RFM 分层，逐户给出层级和理由',
  examples: [
    ['segment 导出/2025-09', '读文件夹里的全部导出，在屏幕上列出各层级户数'],
    ['segment 导出/2025-09 -o 客户分层.xlsx', '写成工作簿：汇总、明细、口径'],
    ['segment 导出/2025-09 -o 分层.xlsx --previous 上月分层.xlsx', '与上期比较，加一张迁移矩阵'],
    ['segment 导出/2025-09 --as-of 2025-09-30 -f json', '给程序用'],
  ],
  options: [
    ...readingOptions,
    ...fullOutputOptions,
    { flags: '--method <方法>', description: 'absolute（门槛，默认）或 score（五分位打分，八类价值细分）' },
    { flags: '--monetary <口径>', description: 'M 的口径：txnAmount（交易金额，默认）或 aum（时点金融资产）' },
    { flags: '--window <天数>', description: 'F、M 的统计窗口（默认 365）；perTier 表示各层级用自己的 R 天数' },
    { flags: '--split <分界>', description: '打分高低的分界：mean（默认）或 median' },
    { flags: '--previous <文件>', description: '上期结果（JSON、xlsx 或 CSV），列出迁移矩阵' },
    { flags: '--compare-to <日期>', description: '按同一批明细重算这一天的层级，列出迁移矩阵' },
    ...scopeOptions,
    ...commonOptions,
  ],
  notes: [
    '退出码：0 完成；2 用法或配置有误；3 数据拒收，没有写出任何东西；',
    '        4 完成，但有行被拒绝或检查未过；6 没有可用的导出。',
    '内存：客户和账户在内存里，交易每百万笔约 90 MB。',
  ],
  async run(paths, options, shell) {
    const [{ settle }, { auditOf }] = await Promise.all([import('../settings.js'), import('../audit.js')]);
    const settings = settle(options, shell);
    const destination = await settleDestination(options, shell);
    const audit = auditOf('segment', paths, settings, destination.target);
    const [{ segmentRendition }, { verdictOf }] = await Promise.all([
      import('../segment-rendition.js'),
      import('../verdict.js'),
    ]);
    const { report, asOf } = await analysed(paths, options, settings, shell);
    if (!settings.quiet) sayIntake(shell, report.intake, report.problems);
    await settings.stages.time('写出', () => emit(segmentRendition(report, settings.color), destination, shell, audit));
    const code = verdictOf(report);
    say(shell, [
      `完成：数据日期 ${report.asOf}（${asOf.source}），客户 ${report.summary.customers} 户${rejectedPart(report.intake)}，退出码 ${code}`,
    ]);
    return code;
  },
};

/** In a function of its own, so that the records that were read need not stay in memory while the report is written. */
async function analysed(
  paths: readonly string[],
  options: OptionValues,
  settings: Settings,
  shell: Shell,
): Promise<{ readonly report: SegmentReport; readonly asOf: SettledAsOf }> {
  const [{ prepareSegmentation }, { segmentCustomers }] = await Promise.all([
    import('../segment-input.js'),
    import('../../analysis/segment.js'),
  ]);
  const { input, asOf } = await prepareSegmentation(paths, options, settings, shell);
  const report = await settings.stages.time('分析', () => segmentCustomers(input, settings.rules, asOf.asOf));
  return { report, asOf };
}
