import type { SegmentReport } from '../analysis/segment-report.js';
import { segmentSheets } from '../ledger/index.js';
import { personalColumns } from '../ledger/personal-columns.js';
import { rfmDetailSheet } from '../ledger/rfm-detail.js';
import { segmentTerminal } from '../ledger/terminal.js';
import { describeRules } from '../model/rule-list.js';
import { csvChunks } from '../render/csv.js';
import { htmlChunks } from '../render/html.js';
import { jsonChunks } from '../render/json.js';
import { renderTable } from '../render/table.js';
import type { Rendition } from './emit.js';

/** The segment report in every form. */
export function segmentRendition(report: SegmentReport, color: boolean): Rendition {
  const sheets = () => segmentSheets(report, describeRules(report.rules));
  return {
    table: () => [renderTable(segmentTerminal(report), { color })],
    json: () => jsonChunks(report, ['customers']),
    csv: () => csvChunks(rfmDetailSheet(report)),
    html: () => htmlChunks(sheets()),
    personalColumns: () => personalColumns(sheets()),
    async xlsx(path) {
      const { writeWorkbook } = await import('../render/xlsx.js');
      return writeWorkbook(sheets(), path, { asOf: report.asOf });
    },
  };
}
