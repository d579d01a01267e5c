import type { CampaignReport } from '../analysis/campaign/campaign-report.js';
import { campaignDefinitionsSheet } from '../ledger/campaign-definitions.js';
import { campaignEffectSheet } from '../ledger/campaign-effect.js';
import { campaignMemberSheet } from '../ledger/campaign-members.js';
import { describeRules } from '../model/rule-list.js';
import { csvChunks } from '../render/csv.js';
import { htmlChunks } from '../render/html.js';
import { jsonChunks } from '../render/json.js';
import { renderTable } from '../render/table.js';
import type { Rendition } from './emit.js';

/** The campaign report in every form. */
export function campaignRendition(report: CampaignReport, color: boolean): Rendition {
  const sheets = () => [
    campaignEffectSheet(report),
    campaignMemberSheet(report),
    campaignDefinitionsSheet(report, describeRules(report.rules)),
  ];
  return {
    table: () => [renderTable(campaignEffectSheet(report), { color })],
    json: () => jsonChunks(report, ['strata', 'members']),
    csv: () => csvChunks(campaignMemberSheet(report)),
    html: () => htmlChunks(sheets()),
    async xlsx(path) {
      const { writeWorkbook } = await import('../render/xlsx.js');
      return writeWorkbook(sheets(), path, { asOf: report.asOf });
    },
  };
}
