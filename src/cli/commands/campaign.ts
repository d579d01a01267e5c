import type { CommandSpec } from '../command.js';
import { usage } from '../option-values.js';
import { campaignNewCommand } from './campaign-new.js';
import { campaignTrackCommand } from './campaign-track.js';

export const campaignCommand: CommandSpec = {
  name: 'campaign',
  arguments: '[动作]',
  summary: '带对照组的唤醒活动：new 抽签并封存名单，track 到期比较两组',
  examples: [
    ['dormant campaign new 导出/2025-09 -o 活动.json --list 名单.xlsx', '抽出对照组，写出活动文件和活动组名单'],
    ['dormant campaign track 活动.json 导出/2025-12', '到期比较活动组和对照组'],
  ],
  options: [],
  notes: ['名叫 campaign 的文件夹请写成 ./campaign。'],
  subcommands: [campaignNewCommand, campaignTrackCommand],
  async run([action]) {
    throw usage(`dormant campaign${action === undefined ? '' : ` ${action}`}：动作应是 new 或 track`);
  },
};
