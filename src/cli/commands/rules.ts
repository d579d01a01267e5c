import { exitCodes } from '../../model/errors.js';
import type { CommandSpec } from '../command.js';
import { text, usage } from '../option-values.js';

export const rulesCommand: CommandSpec = {
  name: 'rules',
  arguments: '',
  summary: '列出全部规则：现值、默认值、单位、来源',
  examples: [
    ['rules', '列出全部规则'],
    ['rules -f yaml > taizhang.yaml', '写一份可以修改的规则文件，放在当前文件夹即自动生效'],
    ['rules --rules 本行规则.yaml', '检查一份规则文件，列出生效的值'],
  ],
  options: [
    { flags: '--rules <文件>', description: '规则文件；不写时用当前文件夹的 taizhang.yaml（如有）' },
    { flags: '-f, --format <格式>', description: 'table、yaml 或 json（默认 table）' },
  ],
  notes: ['规则文件有误时一次列出全部错误和行号，退出码 2。'],
  async run(_args, options, shell) {
    const format = text(options.format) ?? 'table';
    const [{ readRules }, { describeRules }, { writeRules }, { rulesTable }] = await Promise.all([
      import('../settings.js'),
      import('../../model/rule-list.js'),
      import('../../model/rules-file.js'),
      import('../rules-table.js'),
    ]);
    const { rules } = readRules(text(options.rules), shell);
    if (format === 'yaml') shell.stdout.write(writeRules(rules));
    else if (format === 'json') shell.stdout.write(`${JSON.stringify(describeRules(rules), null, 2)}\n`);
    else if (format === 'table') shell.stdout.write(rulesTable(describeRules(rules)));
    else throw usage(`--format ${format}：只能是 table、yaml、json`);
    return exitCodes.done;
  },
};
