import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeCampaign } from '../../src/cli/campaign-targets.js';
import { removeTemporaries } from '../../src/cli/output.js';
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

/** Does `then` once the list is there, and before the campaign file is. */
async function betweenBoth(list: string, then: () => void): Promise<void> {
  while (!existsSync(list)) await new Promise((done) => setImmediate(done));
  then();
}

test('stopped between the two, neither is there', async () => {
  const targets = { campaign: join(folder, '活动.json'), list: join(folder, '名单.xlsx') };
  const written = writeCampaign(campaign, report, targets);
  await Promise.all([expect(written).rejects.toThrow(), betweenBoth(targets.list, removeTemporaries)]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a campaign file that cannot take its place takes the list away', async () => {
  const targets = { campaign: join(folder, '活动.json'), list: join(folder, '名单.xlsx') };
  const written = writeCampaign(campaign, report, targets);
  const occupied = betweenBoth(targets.list, () => mkdirSync(targets.campaign));
  await Promise.all([expect(written).rejects.toMatchObject({ exitCode: 2 }), occupied]);
  expect(readdirSync(folder)).toEqual(['活动.json']);
});
