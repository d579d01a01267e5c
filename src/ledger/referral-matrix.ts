// The direction matrix (§4.8 block 4): rows are the posts that refer, columns the posts that receive.

import type { ReferralReport } from '../analysis/referral/report.js';
import type { DirectionFigures } from '../analysis/referral/success-figures.js';
import { type Ratio, ratio } from '../model/ratio.js';
import { smallSample } from './referral-success.js';
import { type Column, tableOf } from './rows.js';
import type { CellValue, Table } from './sheet.js';

type Belongs = (figures: DirectionFigures) => boolean;

interface Cell {
  readonly registered: number;
  readonly matured: Ratio;
}

function cellOf(byDirection: readonly DirectionFigures[], belongs: Belongs): Cell {
  let [registered, numerator, denominator] = [0, 0, 0];
  for (const figures of byDirection.filter(belongs)) {
    registered += figures.registered;
    numerator += figures.matured.numerator;
    denominator += figures.matured.denominator;
  }
  return { registered, matured: ratio(numerator, denominator) };
}

function rateOf({ registered, matured }: Cell, minSample: number): CellValue {
  if (registered === 0) return '';
  if (matured.denominator === 0) return '—';
  return matured.denominator < minSample ? smallSample : matured.value;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
}

/** For each pair: count, matured n and its success rate, which says 样本少 below `ref.minSample`. */
export function directionMatrix({ byDirection, rules }: ReferralReport): Table {
  const receivers = unique(byDirection.map(({ to }) => to));
  const groups: readonly (readonly [string, (figures: DirectionFigures) => boolean])[] = [
    ...receivers.map((to) => [`→${to}`, (figures: DirectionFigures) => figures.to === to] as const),
    ['合计', () => true],
  ];
  const cellsOf = (isRow: Belongs) =>
    groups.map(([, isColumn]) => cellOf(byDirection, (of) => isRow(of) && isColumn(of)));
  const shown = (cell: Cell): readonly CellValue[] => [
    cell.registered === 0 ? null : cell.registered,
    cell.registered === 0 ? null : cell.matured.denominator,
    rateOf(cell, rules.ref.minSample),
  ];
  type Line = readonly CellValue[];
  const at = (place: number) => (line: Line) => line[place] ?? null;
  const columns: readonly Column<Line>[] = [
    { header: '转出＼接收', format: 'text', width: 12, value: at(0) },
    ...groups.flatMap(([group], index): readonly Column<Line>[] => [
      { header: '笔数', group, format: 'count', width: 7, value: at(3 * index + 1) },
      { header: '成熟样本', group, format: 'count', width: 9, value: at(3 * index + 2) },
      { header: '成熟成功率', group, format: 'ratio', width: 10, value: at(3 * index + 3) },
    ]),
  ];
  const lineOf = (label: string, isRow: Belongs): Line => [label, ...cellsOf(isRow).flatMap(shown)];
  const senders = unique(byDirection.map(({ from }) => from));
  return tableOf(
    columns,
    senders.map((from) => lineOf(from, (figures) => figures.from === from)),
    {
      heading: '方向矩阵（转出岗位 × 接收岗位）',
      ...(senders.length === 0 ? {} : { total: lineOf('合计', () => true) }),
    },
  );
}
