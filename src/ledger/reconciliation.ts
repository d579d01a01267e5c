// Sheet 勾稽: live formulas that prove the workbook, ✔ where two figures are the same and ✘ where they are not.
import type { Check, Side } from './reconciliation/check.js';
import { portfolioChecks } from './reconciliation/portfolio-checks.js';
import { referralChecks } from './reconciliation/referral-checks.js';
import { salesChecks } from './reconciliation/sales-checks.js';
import { dormantChecks, segmentChecks } from './reconciliation/segment-checks.js';
import { sourceChecks } from './reconciliation/source-checks.js';
import { isPresent } from './reconciliation/terms.js';
import { type Column, tableOf } from './rows.js';
import type { CellValue, Format, FormulaTemplate, Highlight, Sheet, Table } from './sheet.js';
import { ledgerSubtitle } from './subtitle.js';
import type { LedgerScene } from './workbook-scene.js';

export const reconciliationName = '勾稽';

interface Line {
  readonly no: string;
  readonly check: Check;
  readonly left: Side | null;
  readonly right: Side | null;
}

/** The lines whose sheets are in the workbook, numbered. */
function linesOf(checks: readonly Check[], letter: string, sheets: readonly Sheet[]): readonly Line[] {
  const present = checks.flatMap((check) => {
    const [left, right] = [check.left(sheets), check.right(sheets)];
    if (!isPresent(left) || !isPresent(right)) return [];
    // A 0 beside 未提供 would pass for a figure.
    return [left === null || right === null ? { check, left: null, right: null } : { check, left, right }];
  });
  return present.map((line, index) => ({ ...line, no: `${letter}${String(index + 1).padStart(2, '0')}` }));
}

function differenceOf({ left, right }: Line): number | null {
  return left === null || right === null ? null : left.value - right.value;
}

function resultOf(line: Line): '✔' | '✘' | '—' {
  const difference = differenceOf(line);
  if (difference === null) return '—';
  return Math.abs(difference) <= (line.check.tolerance ?? 0) ? '✔' : '✘';
}

const cellOf = (side: Side | null): CellValue => (side === null ? '未提供' : side.value);

function columnsOf(format: Format): readonly Column<Line>[] {
  return [
    { key: 'no', header: '编号', format: 'text', width: 6, value: ({ no }) => no },
    { key: 'content', header: '内容', format: 'text', width: 56, value: ({ check }) => check.content },
    { key: 'left', header: '左值', format, width: 18, value: ({ left }) => cellOf(left) },
    { key: 'right', header: '右值', format, width: 18, value: ({ right }) => cellOf(right) },
    {
      key: 'difference',
      header: '差额',
      format,
      width: 14,
      formula: 'IF(OR(ISTEXT({left}),ISTEXT({right})),"—",ROUND({left}-{right},2))',
      value: differenceOf,
    },
    { key: 'tolerance', header: '容差', format, width: 9, value: ({ check }) => check.tolerance ?? 0 },
    {
      key: 'result',
      header: '结果',
      format: 'text',
      width: 6,
      formula: 'IF(ISERROR({difference}),"✘",IF(ISTEXT({difference}),"—",IF(ABS({difference})<={tolerance},"✔","✘")))',
      value: resultOf,
    },
    { key: 'note', header: '说明', format: 'text', width: 40, value: ({ check }) => check.note ?? null },
  ];
}

const highlights: readonly Highlight[] = [
  { columns: ['result'], when: '{result}="✔"', look: 'green' },
  { columns: ['result', 'difference'], when: '{result}="✘"', look: 'red' },
  { columns: ['result'], when: '{result}="—"', look: 'grey' },
];

function formulasOf({ left, right }: Line): Readonly<Record<string, FormulaTemplate>> {
  const told = (key: string, side: Side | null) =>
    side === null || side.formula === null ? {} : { [key]: side.formula };
  return { ...told('left', left), ...told('right', right) };
}

function checkTable(
  id: string,
  format: Format,
  lines: readonly Line[],
  more: Pick<Table, 'heading' | 'isList'>,
): Table {
  return {
    ...tableOf(columnsOf(format), lines, more),
    id,
    rowFormulas: lines.map(formulasOf),
    highlights,
  };
}

/** `sheets` are those of the workbook, 口径与数据质量 among them; checks of sheets that it lacks are left out. */
export function reconciliationSheet(sheets: readonly Sheet[], scene: LedgerScene): Sheet {
  const { portfolio, segment, dormant, referral, sales, intake } = scene;
  const parts = [
    ...(portfolio === null ? [] : [portfolioChecks(portfolio)]),
    salesChecks(sales, intake),
    ...(segment === null ? [] : [segmentChecks(segment)]),
    ...(dormant === null ? [] : [dormantChecks(dormant, segment)]),
    ...(referral === null ? [] : [referralChecks(referral)]),
    sourceChecks(intake),
  ];
  const counts = linesOf(
    parts.flatMap((part) => part.counts),
    'S',
    sheets,
  );
  const amounts = linesOf(
    parts.flatMap((part) => part.amounts),
    'J',
    sheets,
  );
  const tables = [
    // Without a heading its header, repeated on every page, fits the second table as well.
    checkTable('counts', 'count', counts, { isList: true }),
    checkTable('amounts', 'fen', amounts, { heading: '金额（元）' }),
  ];
  return {
    name: reconciliationName,
    title: '台账勾稽表',
    subtitle: ledgerSubtitle({ ...scene, unit: '户、笔、行、元（见各栏）' }),
    tables: tables.filter(({ rowCount }) => rowCount > 0),
    notes: [
      '左值、右值为公式，随台账重算，不受筛选影响；“✔”为差额不超过容差，“✘”为不符，“—”为未提供，没有核对',
      '没有公式的值为本工具生成台账时的合计，或源文件所写的数；人工新增的行不计',
    ],
    frozenColumns: 2,
    print: { orientation: 'landscape', pagesWide: 1 },
    hasSignature: true,
  };
}

/** How many checks of the workbook say ✘ as it is written. */
export function failedChecks(sheets: readonly Sheet[]): number {
  const tables = sheets.filter(({ name }) => name === reconciliationName).flatMap((sheet) => sheet.tables);
  return tables.reduce((failed, { columns, rows }) => {
    const at = columns.findIndex(({ key }) => key === 'result');
    return failed + [...rows].filter((row) => row[at] === '✘').length;
  }, 0);
}
