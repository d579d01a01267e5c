// Staff write names of customers into the yellow cells: they are masked on the way into the next workbook, as in the notes of exports.
import type { HandEntries, HandValue } from '../model/hand-entries.js';
import type { NameHider } from '../model/known-names.js';

/** The entries without known names, and one more warning where any stood there. */
export function withoutNames(entries: HandEntries, hide: NameHider): HandEntries {
  let found = 0;
  const shown = (value: HandValue): HandValue => {
    const text = typeof value === 'string' ? hide(value) : value;
    if (text !== value) found += 1;
    return text;
  };
  const rows = entries.rows.map((row) => {
    const cells = Object.entries(row.cells).map(([column, value]) => [column, shown(value)]);
    return { ...row, cells: Object.fromEntries(cells) as typeof row.cells };
  });
  const removed = entries.removed.map((entry) => ({ ...entry, value: shown(entry.value) }));
  const warnings =
    found === 0 ? [] : [`手工填写中有 ${found} 处写着客户姓名，带过来时已脱敏（如 张*）；请写客户号或称呼`];
  return { ...entries, rows, removed, warnings: [...entries.warnings, ...warnings] };
}
