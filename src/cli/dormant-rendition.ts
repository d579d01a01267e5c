import type { DormantReport } from '../analysis/dormant/report.js';
import { dormantListSheet } from '../ledger/dormant-list.js';
import { dormantTerminal } from '../ledger/dormant-terminal.js';
import { dormantSheets } from '../ledger/index.js';
import { personalColumns } from '../ledger/personal-columns.js';
import { describeRules } from '../model/rule-list.js';
import { csvChunks } from '../render/csv.js';
import { htmlChunks } from '../render/html.js';
import { jsonChunks } from '../render/json.js';
import { renderTable } from '../render/table.js';
import type { Rendition } from './emit.js';

const streamed = ['customers', 'undetermined', 'countdown', 'wakeCohort', 'accounts'] as const;

/** The dormant report in every form. */
export function dormantRendition(report: DormantReport, color: boolean): Rendition {
  const sheets = () => dormantSheets(report, describeRules(report.rules));
  return {
    table: () => [renderTable(dormantTerminal(report), { color })],
    json: () => jsonChunks(report, streamed),
    csv: () => csvChunks(dormantListSheet(report)),
    html: () => htmlChunks(sheets()),
    personalColumns: () => personalColumns(sheets()),
    async xlsx(path) {
      const { writeWorkbook } = await import('../render/xlsx.js');
      return writeWorkbook(sheets(), path, { asOf: report.asOf });
    },
  };
}
