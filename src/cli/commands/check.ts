import { exitCodes } from '../../model/errors.js';
import type { CommandSpec } from '../command.js';
import { emit, settleDestination } from '../emit.js';
import { say, sayIntake } from '../messages.js';
import { commonOptions, outputOptions, readingOptions } from '../options.js';
import { verdictOf } from '../verdict.js';

export const checkCommand: CommandSpec = {
  name: 'check',
  arguments: '<路径...>',
  summary: '数据质量报告：行数、合计、缺月、接不上的账号和余额、可疑的证件号',
  examples: [
    ['check 导出/2025-09', '检查文件夹里的全部导出，列出每项的结果'],
    ['check 导出/2025-09 -o 数据质量.xlsx', '写成可以转发的工作簿'],
    ['check 导出/2025-09 --fixes 待改清单.xlsx', '把被拒绝的单元格列成清单，改好后用 --apply 采用'],
  ],
  options: [...readingOptions, ...outputOptions, ...commonOptions],
  notes: [
    '退出码：0 全部通过或只需注意；3 有文件被拒收；4 有行被拒绝、有文件没有数据行，或有一项不通过；6 没有可检查的导出。',
  ],
  async run(paths, options, shell) {
    const { settle } = await import('../settings.js');
    const settings = settle(options, shell);
    const destination = await settleDestination(options, shell, ['table', 'json', 'xlsx', 'html']);
    const [{ prepareCheck }, { qualityReport }, { qualityRendition }, { writeFixList }] = await Promise.all([
      import('../quality-input.js'),
      import('../../analysis/quality/quality.js'),
      import('../quality-rendition.js'),
      import('../corrections.js'),
    ]);
    const { input, asOf, readings } = await prepareCheck(paths, settings, shell);
    const report = await settings.stages.time('分析', () => qualityReport(input, settings.rules, asOf.asOf));
    const tallies = readings.map(({ tally }) => tally);
    if (settings.fixes !== undefined) await writeFixList(settings, tallies, shell);
    if (!settings.quiet) sayIntake(shell, report.intake, report.problems);
    await settings.stages.time('写出', () => emit(qualityRendition(report, settings.color), destination, shell));
    const { refusedFiles, failed, noticed } = report.summary;
    const passed = failed > 0 ? exitCodes.rejectedRows : verdictOf(report);
    const code = refusedFiles > 0 ? exitCodes.refused : passed;
    say(shell, [
      `完成：数据日期 ${report.asOf}（${asOf.source}），不通过 ${failed} 项，注意 ${noticed} 项，退出码 ${code}`,
    ]);
    return code;
  },
};
