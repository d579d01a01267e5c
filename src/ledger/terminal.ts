// What `segment` shows on the terminal: narrow tables, nothing about single customers.
import type { Migration } from '../analysis/migration.js';
import type { GroupFigures, SegmentReport } from '../analysis/segment-report.js';
import type { Rules } from '../model/rules.js';
import { averageFen } from './average.js';
import { amountName } from './monetary.js';
import { dormantShareNote, rfmSubtitle } from './rfm-summary.js';
import { type Column, tableOf } from './rows.js';
import { intervalTable } from './score-summary.js';
import type { Sheet, Table } from './sheet.js';
import { twoDatesNotes } from './two-dates-notes.js';

interface GroupRow extends GroupFigures {
  readonly label: string;
}

const shownMovements = 8;

function groupColumns(rules: Rules): readonly Column<GroupRow>[] {
  return [
    { header: '层级', format: 'text', width: 12, value: ({ label }) => label },
    { header: '户数', format: 'count', width: 7, value: ({ customers }) => customers },
    { header: '占比', format: 'ratio', width: 7, value: ({ share }) => share.value },
    { header: 'AUM(万)', format: 'fenWan', width: 12, value: ({ aumFen }) => aumFen },
    { header: '均R', format: 'decimal', width: 7, value: ({ averageRecencyDays }) => averageRecencyDays.value },
    { header: '均F', format: 'decimal', width: 7, value: ({ averageFrequency }) => averageFrequency.value },
    {
      header: `均${amountName(rules)}(万)`,
      format: 'fenWan',
      width: 9,
      value: ({ averageAmountFen }) => averageFen(averageAmountFen),
    },
  ];
}

function groupTable({ summary, scoring, rules }: SegmentReport): Table {
  const columns = groupColumns(rules);
  const total = columns.map(({ value }) => value({ ...summary.total, label: '合计' }));
  const tierRows = summary.tiers.map((figures): GroupRow => ({ ...figures, label: figures.tier }));
  if (rules.rfm.method === 'absolute') return tableOf(columns, tierRows, { total });
  const undetermined = tierRows.filter(({ label, customers }) => label === '无法判定' && customers > 0);
  const segments = scoring.segments.map((figures): GroupRow => ({ ...figures, label: figures.segment }));
  return tableOf(columns, [...segments, ...undetermined], { total });
}

function movementTables(migration: Migration | null): readonly Table[] {
  if (migration === null) return [];
  const { up, down, cells, largest, comparedWith } = migration;
  const added = cells.reduce((sum, { from, customers }) => (from === '新增' ? sum + customers : sum), 0);
  const before = comparedWith === null ? '上期（未注明日期）' : `上期 ${comparedWith} `;
  const heading = `与${before}相比：上升 ${up.customers} 户，下降 ${down.customers} 户，新增 ${added} 户`;
  return [
    tableOf(
      [
        { header: '上期', format: 'text', width: 12, value: ({ from }) => from },
        { header: '本期', format: 'text', width: 12, value: ({ to }) => to },
        { header: '户数', format: 'count', width: 9, value: ({ customers }) => customers },
        { header: 'AUM(万)', format: 'fenWan', width: 14, value: ({ aumFen }) => aumFen },
      ],
      largest.slice(0, shownMovements),
      { heading },
    ),
  ];
}

/** Compact tables of at most 80 columns: tiers or value segments (with their thresholds), then the largest movements. */
export function segmentTerminal(report: SegmentReport): Sheet {
  const { summary, rules } = report;
  const excluded = summary.excluded.map(({ reason, customers }) => `${reason} ${customers} 户`).join('，');
  const isScore = rules.rfm.method === 'score';
  return {
    name: '分层结果',
    title: isScore ? '客户RFM价值细分' : '客户RFM分层',
    subtitle: rfmSubtitle(report),
    tables: [
      groupTable(report),
      ...(isScore ? [intervalTable(report, 'compact')] : []),
      ...movementTables(report.migration),
    ],
    notes: [
      dormantShareNote(report),
      ...(excluded === '' ? [] : [`不参加分层：${excluded}`]),
      ...twoDatesNotes(report),
      ...report.notes,
    ],
  };
}
