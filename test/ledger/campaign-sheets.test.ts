import { describe, expect, test } from 'vitest';
import { newCampaign } from '../../src/analysis/campaign/new-campaign.js';
import { campaignRendition } from '../../src/cli/campaign-rendition.js';
import { campaignEffectSheet } from '../../src/ledger/campaign-effect.js';
import { shortPercent } from '../../src/ledger/campaign-facts.js';
import { campaignListSheets } from '../../src/ledger/campaign-list.js';
import { campaignPlanSheet } from '../../src/ledger/campaign-plan.js';
import { renderTable } from '../../src/render/table.js';
import { displayWidth } from '../../src/render/width.js';
import { rulesWith } from '../analysis/branch.js';
import { campaignOf, plan, sleeper, sleepers, tracked } from '../analysis/campaign/dormant-branch.js';
import { dormantReport } from './dormant-report.js';

const campaign = campaignOf([...sleepers(40), sleeper('R1', 9_876_543_210_987), sleeper('N1', 0, null)]);

describe('the sheets of a campaign', () => {
  test.each([
    [0.95, '95%'],
    [0.999, '99.9%'],
    [0.125, '12.5%'],
    [0.1, '10%'],
  ])('say %d as %s', (share, text) => {
    expect(shortPercent(share)).toBe(text);
  });

  test('stay within 80 columns on the terminal, before and after', () => {
    const shown = [
      renderTable(campaignPlanSheet(campaign), { color: false }),
      ...campaignRendition(tracked(campaign, {}), false).table(),
    ];
    const lines = shown.join('\n').split('\n');
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(lines.join('\n')).not.toContain('屏幕放不下的列');
  });

  test('name no customer on the terminal', () => {
    const shown = [...campaignRendition(tracked(campaign, {}), false).table()].join('');
    expect(shown).not.toMatch(/C0\d{3}|R1|N1/);
  });

  test('say where the natural rate comes from', () => {
    const text = (of: typeof campaign) => campaignPlanSheet(of).notes.join();
    expect(text(campaign)).toContain('33.33%（2025-06-30 的名单 3 户中唤醒 1 户）');
    expect(text({ ...campaign, baseRate: { value: 0.1, cohort: null } })).toContain(
      '10%（没有可用的上期唤醒率，假定）',
    );
    expect(text({ ...campaign, detectable: null })).toContain('看不出任何差别');
  });

  test('repeat the arms as the report has them', () => {
    const report = tracked(campaign, {});
    const [armTable] = campaignEffectSheet(report).tables;
    const rows = [...(armTable?.rows ?? [])];
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['活动', 29, 0],
      ['对照', 13, 0],
    ]);
    expect(rows[0]?.slice(-2)).toEqual(['未提供', '未提供']);
  });

  test('list the treated in the order of the dormant customers, and nobody of the control', () => {
    const customers = sleepers(20);
    const report = dormantReport({ customers });
    const drawn = newCampaign(report, plan, rulesWith());
    const [list] = campaignListSheets(drawn, report, []);
    const listed = [...(list?.tables[0]?.rows ?? [])].map(([customerId]) => customerId);
    const treated = drawn.members.filter(({ arm }) => arm === '活动').map(({ customerId }) => customerId);
    expect(listed).toEqual(treated);
    expect(listed).toHaveLength(14);
    const inputs = list?.tables[0]?.columns.filter(({ input }) => input).map(({ header }) => header);
    expect(inputs).toEqual(['接触日', '接触方式', '接触结果', '备注']);
  });
});
