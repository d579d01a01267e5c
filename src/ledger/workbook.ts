// A ledger workbook: 目录 first, the ledgers that were asked for, 勾稽, 口径与数据质量 last.
import { type ContentsEntry, contentsSheet } from './contents.js';
import { reconciliationName, reconciliationSheet } from './reconciliation.js';
import type { Sheet } from './sheet.js';
import { ledgerSubtitle } from './subtitle.js';
import { ledgerDefinitionsSheet } from './workbook-definitions.js';
import { figuresAtAGlance } from './workbook-figures.js';
import { type LedgerPart, ledgerParts } from './workbook-parts.js';
import type { LedgerScene } from './workbook-scene.js';

/** Kept in workbooks of their own, one per employee and month; written only when asked for. */
export const workLogLedger = '日志';

/** What the command line may ask for by name, in the order of the workbook, and the sheets that it means. */
const named: readonly Pick<LedgerPart, 'ledger' | 'name'>[] = [
  ...ledgerParts,
  { ledger: workLogLedger, name: '工作日志' },
];

export const ledgerNames: readonly string[] = [...new Set(named.map(({ ledger }) => ledger))];

/**
 * The ledgers that a word means: a name, or the beginning of a sheet's; none where it means nothing.
 * @example ledgersNamed('转介统') // => ['转介']
 */
export function ledgersNamed(word: string): readonly string[] {
  const wanted = word.toLowerCase();
  if (wanted === '') return [];
  const exact = ledgerNames.filter((name) => name.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  const found = named.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  return [...new Set(found.map(({ ledger }) => ledger))];
}

/** The rows made once: widths, checks, hand entries and the writer walk them again and again. */
function withMadeRows(sheet: Sheet): Sheet {
  return { ...sheet, tables: sheet.tables.map((table) => ({ ...table, rows: [...table.rows] })) };
}

function entryOf(part: LedgerPart, scene: LedgerScene): ContentsEntry {
  const { name, about } = part;
  const made = part.make(scene);
  return typeof made === 'string' ? { name, about, absent: made } : { sheet: withMadeRows(made), about };
}

function isAllowed(part: LedgerPart, { rules }: LedgerScene): boolean {
  return rules.privacy.profile !== 'public' || part.isPublic === true;
}

/** The sheets of a workbook with 勾稽 computed anew, over what was carried into the others. */
export function reconciledAgain(sheets: readonly Sheet[], scene: LedgerScene): readonly Sheet[] {
  return sheets.map((sheet) => {
    if (sheet.name !== reconciliationName) return sheet;
    const others = sheets.filter((other) => other !== sheet);
    return { ...reconciliationSheet(others, scene), ...(sheet.isStale === true ? { isStale: sheet.isStale } : {}) };
  });
}

/** `chosen` are names of `ledgerNames`; undefined = all that can be made. Under `public` only the sheets without customers. */
export function ledgerSheets(scene: LedgerScene, chosen: readonly string[] | undefined): readonly Sheet[] {
  const parts = ledgerParts.filter((part) => isAllowed(part, scene) && chosen?.includes(part.ledger) !== false);
  const entries = parts.map((part) => entryOf(part, scene));
  const definitions = ledgerDefinitionsSheet(scene);
  const sheets = entries.flatMap((entry) => ('sheet' in entry ? [entry.sheet] : []));
  const reconciliation = reconciliationSheet([...sheets, definitions], scene);
  const contents = contentsSheet({
    branch: scene.branchName ?? '',
    subtitle: ledgerSubtitle({ ...scene, unit: '见各表' }),
    entries: [
      ...entries,
      { sheet: reconciliation, about: '各表之间、各表与源文件之间的核对' },
      { sheet: definitions, about: '数据日期、文件、口径、规则和数据质量' },
    ],
    figures: figuresAtAGlance(scene),
    intake: scene.intake,
    notes: ['黄色列由人工填写；重新生成时用 --previous 指定上一本台账，填写的内容会带过来'],
  });
  return [contents, ...sheets, reconciliation, definitions];
}
