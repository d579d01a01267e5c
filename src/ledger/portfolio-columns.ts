// The columns A–AF of 总体情况 (§4.2), in order, and 团队, hidden, for the subtotals.
import type { ActivityCounts, EmployeePortfolio } from '../analysis/portfolio/report.js';
import {
  figureColumns,
  grouped,
  inputColumn,
  type KeyedColumn,
  keyed,
  quotient,
  quotientFormula,
} from './portfolio-column.js';

export interface NumberedEmployee {
  /** 序号, from 1. */
  readonly place: number;
  readonly employee: EmployeePortfolio;
}

type OverviewColumn = KeyedColumn<NumberedEmployee>;

const sum = { total: 'sum' } as const;

function count(
  key: string,
  header: string,
  width: number,
  figure: (employee: EmployeePortfolio) => number | null | undefined,
): OverviewColumn {
  return keyed([key, header, 'count', width], ({ employee }) => figure(employee) ?? null, sum);
}

type FenField = {
  [Name in keyof EmployeePortfolio]: Name extends `${string}Fen` ? Name : never;
}[keyof EmployeePortfolio];

function wan(key: string, header: string, width: number, field: FenField): OverviewColumn {
  return keyed([key, header, 'fenWan', width], ({ employee }) => employee[field], sum);
}

function tier(key: keyof ActivityCounts, header: string): OverviewColumn {
  return count(key, header, 6, ({ activity }) => activity?.[key]);
}

function rate(
  key: string,
  header: string,
  format: 'ratio' | 'decimal',
  [over, under]: readonly [string, string],
  parts: (employee: EmployeePortfolio) => readonly [number | null, number | null],
): OverviewColumn {
  return keyed([key, header, format, 8], ({ employee }) => quotient(...parts(employee)), quotientFormula(over, under));
}

function changeOf({ aumFen, openingAumFen }: EmployeePortfolio): number | null {
  return aumFen === null || openingAumFen === null ? null : aumFen - openingAumFen;
}

const who: readonly OverviewColumn[] = [
  keyed(['place', '序号', 'integer', 5], ({ place }) => place),
  keyed(
    ['employeeName', '姓名', 'text', 9],
    ({ employee: { employeeName, employeeNo } }) => employeeName ?? (employeeNo === null ? '未分配' : '未提供'),
  ),
  keyed(
    ['employeeNo', '工号', 'text', 9],
    ({ employee: { employeeName, employeeNo } }) => employeeNo ?? (employeeName === null ? '—' : '未提供'),
    { isCode: true },
  ),
  keyed(['role', '岗位', 'text', 10], ({ employee: { role, team } }) => role ?? (team === '未分配' ? '—' : '未提供')),
];

const managed = grouped('管户数（户）', [
  count('opening', '期初', 7, ({ opening }) => opening),
  count('added', '本期新增', 7, ({ added }) => added),
  count('left', '本期调出', 7, ({ left }) => left),
  count('closing', '期末', 7, ({ closing }) => closing),
]);

const bands = grouped('资产分层（户）', [
  count('band50', '50万(含)以上', 8, (employee) => employee.bands?.[0]),
  count('band20', '20万(含)-50万', 8, (employee) => employee.bands?.[1]),
  count('band5', '5万(含)-20万', 8, (employee) => employee.bands?.[2]),
  count('bandBelow', '5万以下', 7, (employee) => employee.bands?.[3]),
]);

const assets = grouped('金融资产（万元）', [
  wan('openingAumFen', '期初', 11, 'openingAumFen'),
  wan('aumFen', '期末', 11, 'aumFen'),
  keyed<NumberedEmployee>(['changeFen', '增减', 'fenWanChange', 10], ({ employee }) => changeOf(employee), {
    formula: '{aumFen}-{openingAumFen}',
    ...sum,
  }),
  rate('growth', '增幅', 'ratio', ['changeFen', 'openingAumFen'], (employee) => [
    changeOf(employee),
    employee.openingAumFen,
  ]),
  wan('yearAverageFen', '年日均', 11, 'yearAverageFen'),
]);

const composition = grouped('期末构成（万元）', [
  wan('depositFen', '储蓄存款', 10, 'depositFen'),
  wan('wealthFen', '理财', 10, 'wealthFen'),
  wan('fundFen', '基金', 10, 'fundFen'),
  wan('otherFen', '保险及其他', 10, 'otherFen'),
]);

const activity = grouped('客户活跃（户）', [
  tier('core', '核心'),
  tier('promising', '潜力'),
  tier('basic', '基础'),
  tier('other', '其他'),
  tier('dormant', '睡眠'),
  rate('dormantShare', '睡眠占比', 'ratio', ['dormant', 'closing'], (employee) => [
    employee.activity?.dormant ?? null,
    employee.closing,
  ]),
]);

const care = grouped('维护情况', [
  count('contacted', '联系客户数', 8, ({ contacted }) => contacted),
  rate('contactShare', '联系覆盖率', 'ratio', ['contacted', 'closing'], ({ contacted, closing }) => [
    contacted,
    closing,
  ]),
  {
    ...count('products', '产品总数', 6, ({ products }) => products),
    format: 'integer' as const,
    hidden: true as const,
  },
  rate('productsEach', '户均产品数', 'decimal', ['products', 'closing'], ({ products, closing }) => [
    products,
    closing,
  ]),
]);

export function overviewColumns(employees: readonly NumberedEmployee[]): readonly OverviewColumn[] {
  return [
    ...who,
    ...figureColumns([...managed, ...bands, ...assets, ...composition, ...activity, ...care], employees),
    inputColumn<NumberedEmployee>(['remark', '备注', 'text', 14]),
    keyed(['team', '团队', 'text', 10], ({ employee }) => employee.team, { hidden: true }),
  ];
}
