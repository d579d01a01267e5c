// What `dormant campaign new` shows on the terminal: the strata and what the sizes can find, nothing about single customers.
import type { Campaign } from '../analysis/campaign/campaign.js';
import { detectableSentence, shortPercent } from './campaign-facts.js';
import { tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';

function strataTable({ strata, sizes }: Campaign): Table {
  return tableOf(
    [
      { header: '余额档', format: 'text', width: 12, value: ({ band }) => band },
      { header: '未动天数', format: 'text', width: 14, value: ({ idleBand }) => idleBand },
      { header: '活动组', format: 'count', width: 10, value: ({ treated }) => treated },
      { header: '对照组', format: 'count', width: 10, value: ({ control }) => control },
      { header: '合计', format: 'count', width: 10, value: ({ treated, control }) => treated + control },
    ],
    strata,
    { total: ['合计', null, sizes.treated, sizes.control, sizes.treated + sizes.control] },
  );
}

/** Compact, at most 80 columns. */
export function campaignPlanSheet(campaign: Campaign): Sheet {
  const { startsOn, endsOn, seed, controlShare } = campaign;
  return {
    name: '唤醒活动',
    title: '唤醒活动：活动组和对照组',
    subtitle: `开始：${startsOn}　观察至：${endsOn}　种子：${seed}　对照占比：${shortPercent(controlShare)}　单位：户`,
    tables: [strataTable(campaign)],
    notes: [
      detectableSentence(campaign),
      '观察期内不要联系对照组；到期用 dormant campaign track 比较两组',
      ...(campaign.aumOn === null ? ['AUM 未提供：只按未动天数分层'] : []),
    ],
  };
}
