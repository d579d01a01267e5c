// The header names that each kind of export accepts, as tables of the manual.
import type { Export, Field } from '../../src/exports/export.js';
import { exportKinds } from '../../src/exports/index.js';
import { cell, table } from './markdown-table.js';

export const kinds: readonly Export<unknown>[] = exportKinds({
  directionCodes: {},
  triggerCodes: {},
  reversalCodes: {},
});

/** What a kind must have, then one row for each of its fields. */
export function fieldTable(kind: Export<unknown>): string {
  const titleOf = (name: string) => kind.fields[name]?.headers[0] ?? name;
  const single = new Set(kind.required.flatMap((group) => (group.length === 1 ? group : [])));
  const either = new Set(
    kind.required.flatMap((group) => (group.length > 1 ? group : [])).flatMap((one) => one.split('+')),
  );
  const groups = kind.required.map((group) => group.map((one) => one.split('+').map(titleOf).join('加')).join(' 或 '));
  const need = (name: string) => (single.has(name) ? '必需' : either.has(name) ? '选一' : '');
  const rows = Object.entries(kind.fields).map(([name, field]) => [
    `\`${kind.kind}.${name}\``,
    need(name),
    cell(headersOf(field)),
    cell(field.expected),
  ]);
  return [`必须有：${groups.join('；')}。`, '', table(['字段（`--map` 用）', '必需', '认得的列名', '内容'], rows)].join(
    '\n',
  );
}

function headersOf({ headers, fallbackHeaders = [] }: Field<unknown>): string {
  const first = headers.join('、');
  return fallbackHeaders.length === 0 ? first : `${first}；没有这些时认 ${fallbackHeaders.join('、')}`;
}
