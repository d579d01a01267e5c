// Where a new campaign is written: the campaign file and, if asked for, the list for staff. Neither ever goes over another file.
import { existsSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Campaign } from '../analysis/campaign/campaign.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import { campaignListSheets } from '../ledger/campaign-list.js';
import { describeRules } from '../model/rule-list.js';
import { jsonChunks } from '../render/json.js';
import type { OptionValues } from './command.js';
import { text, usage } from './option-values.js';
import { probeTarget, type Undo, undoing, writeWhole } from './output.js';
import type { Shell } from './shell.js';

interface CampaignTargets {
  /** Absolute. */
  readonly campaign: string;
  readonly list: string | undefined;
}

/** A campaign cannot be drawn anew, and staff write into the list. */
function refuseExisting(target: string): void {
  if (existsSync(target)) throw usage(`“${basename(target)}”已经存在，不会覆盖：请换一个文件名`);
}

async function freshTarget(option: string, file: string, extension: string, shell: Shell): Promise<string> {
  if (extname(file).toLowerCase() !== extension) throw usage(`${option} ${file}：扩展名应为 ${extension}`);
  const target = resolve(shell.cwd, file);
  await probeTarget(target);
  refuseExisting(target);
  return target;
}

/** Looked at before any work is done. Throws UserError (exit 2). */
export async function settleTargets(options: OptionValues, shell: Shell): Promise<CampaignTargets> {
  const [campaign, list] = [text(options.output), text(options.list)];
  if (campaign === undefined) throw usage('请用 -o 指定活动文件，如 -o 活动.json');
  return {
    campaign: await freshTarget('-o', campaign, '.json', shell),
    list: list === undefined ? undefined : await freshTarget('--list', list, '.xlsx', shell),
  };
}

async function writeList(campaign: Campaign, report: DormantReport, target: string, undo: Undo): Promise<void> {
  const { writeWorkbook } = await import('../render/xlsx.js');
  const sheets = campaignListSheets(campaign, report, describeRules(report.rules));
  await writeWhole(target, async (temporary) => {
    refuseExisting(target);
    // From here on the list is ours to take away.
    undoing.add(undo);
    await writeWorkbook(sheets, temporary, { asOf: campaign.startsOn });
  });
}

/**
 * Both files or none, also when the process is stopped: without its list a campaign cannot be started, and a second run would find the
 * first file in its way.
 */
export async function writeCampaign(
  campaign: Campaign,
  report: DormantReport,
  { campaign: target, list }: CampaignTargets,
): Promise<void> {
  const undo = () => {
    if (list !== undefined) rmSync(list, { force: true });
  };
  // The list stands before the campaign file takes its place, so that there is no campaign without its list.
  const announce = async () => {
    if (list !== undefined) await writeList(campaign, report, list, undo);
    return undo;
  };
  try {
    await writeWhole(
      target,
      async (temporary) => {
        refuseExisting(target);
        await writeFile(temporary, jsonChunks(campaign, ['members']));
      },
      { announce },
    );
  } catch (error) {
    if (undoing.delete(undo)) undo();
    throw error;
  }
}
