import type { QualityReport } from '../analysis/quality/quality-report.js';
import { qualitySheets } from '../ledger/quality-sheets.js';
import { htmlChunks } from '../render/html.js';
import { jsonChunks } from '../render/json.js';
import { renderTable } from '../render/table.js';
import type { Rendition } from './emit.js';

/** The data-quality report in every form; it has no list for CSV. */
export function qualityRendition(report: QualityReport, color: boolean): Rendition {
  const sheets = () => qualitySheets(report);
  return {
    table: () =>
      sheets()
        .slice(0, 1)
        .map((sheet) => renderTable(sheet, { color, maxRows: 20 })),
    json: () => jsonChunks(report, ['problems']),
    csv: () => [],
    html: () => htmlChunks(sheets()),
    async xlsx(path) {
      const { writeWorkbook } = await import('../render/xlsx.js');
      return writeWorkbook(sheets(), path, { asOf: report.asOf });
    },
  };
}
