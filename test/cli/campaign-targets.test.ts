import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeCampaign } from '../../src/cli/campaign-targets.js';
import { campaignOf, sleepers } from '../analysis/campaign/dormant-branch.js';
import { dormantReport } from '../ledger/dormant-report.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-targets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const campaign = campaignOf(sleepers(4));
const report = dormantReport({ customers: sleepers(4) });

test('without its list a campaign is not there either', async () => {
  const targets = { campaign: join(folder, '活动.json'), list: join(folder, '没有', '名单.xlsx') };
  await expect(writeCampaign(campaign, report, targets)).rejects.toThrow();
  expect(existsSync(targets.campaign)).toBe(false);
});

test('both are written together', async () => {
  const targets = { campaign: join(folder, '活动.json'), list: join(folder, '名单.xlsx') };
  await writeCampaign(campaign, report, targets);
  expect([existsSync(targets.campaign), existsSync(targets.list)]).toEqual([true, true]);
});
