import type { ReferralReport } from '../analysis/referral/report.js';
import { referralSheets } from '../ledger/index.js';
import { personalColumns } from '../ledger/personal-columns.js';
import { referralLedgerSheet } from '../ledger/referral-ledger.js';
import { referralTerminal } from '../ledger/referral-terminal.js';
import { describeRules } from '../model/rule-list.js';
import { csvChunks } from '../render/csv.js';
import { htmlChunks } from '../render/html.js';
import { jsonChunks } from '../render/json.js';
import { renderTable } from '../render/table.js';
import type { Rendition } from './emit.js';

/** The referral report in every form; as CSV the list of 转介台账. */
export function referralRendition(report: ReferralReport, color: boolean): Rendition {
  const sheets = () => referralSheets(report, describeRules(report.rules));
  return {
    table: () => [renderTable(referralTerminal(report), { color })],
    json: () => jsonChunks(report, ['referrals']),
    csv: () => csvChunks(referralLedgerSheet(report)),
    html: () => htmlChunks(sheets()),
    personalColumns: () => personalColumns(sheets()),
    async xlsx(path) {
      const { writeWorkbook } = await import('../render/xlsx.js');
      return writeWorkbook(sheets(), path, { asOf: report.asOf });
    },
  };
}
