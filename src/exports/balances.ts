// AUM 快照 (balanceSnapshot): what a customer holds on a 数据日期, and averages up to it.
import type { Balance } from '../model/balance.js';
import { exportTitles } from '../model/intake.js';
import { custNoHeaders } from './customers.js';
import { type Export, unkept } from './export.js';
import {
  countField,
  dayField,
  type FieldValues,
  fenField,
  idField,
  missingValue,
  personal,
  textField,
} from './field.js';

const money = {
  aum: fenField(
    '金融资产 AUM AUM余额 金融资产余额 综合金融资产 管理资产 管理资产余额',
    '时点余额 AUM时点余额 总资产 资产总额',
  ),
  aumMonthAvg: fenField('月日均 AUM月日均 月日均余额', '月均'),
  aumQuarterAvg: fenField('季日均 AUM季日均 季日均余额', '季均'),
  aumYearAvg: fenField('年日均 AUM年日均 年日均余额', '自然年日均 本年日均'),
  deposit: fenField('储蓄存款 存款余额', '人民币存款'),
  demand: fenField('活期 活期余额 活期存款'),
  time: fenField('定期 定期余额 定期存款'),
  wealth: fenField('理财 理财余额'),
  fund: fenField('基金 基金市值 基金余额'),
  insurance: fenField('保险 保险保费 保险余额'),
  trust: fenField('信托 信托余额'),
  metal: fenField('贵金属 贵金属余额'),
  bond: fenField('国债 国债余额'),
  structured: fenField('结构性存款 结构性存款余额'),
  loan: fenField('贷款余额 信贷余额 贷款本金余额'),
  cumul: fenField('余额积数', '积数 年积数'),
};

const fields = {
  custNo: idField(custNoHeaders),
  dataDate: dayField('数据日期 统计日期 截止日期 采集日期', '日期 账期'),
  ...money,
  cumulDays: countField('天数'),
  custName: textField('客户姓名 客户名称 姓名 户名', '', personal),
  branchNo: idField('机构号 网点号 机构编号', '归属机构 所属网点 管户机构 开户机构'),
  branchName: textField('机构名称', '网点名称 支行'),
  managerNo: idField('管户工号 客户经理号 客户经理工号 管户经理编号', '维护人 绩效归属员工编号'),
  managerName: textField('管户员工 管户客户经理 客户经理 管户人', '归属员工 绩效归属员工名称'),
};

const decoration = ['custName', 'branchNo', 'branchName', 'managerNo', 'managerName'];

export const balanceExport: Export<Balance> = {
  kind: 'balances',
  title: exportTitles.balances,
  fields,
  required: [['custNo'], ['dataDate'], Object.keys(money)],
  decoration,
  totalled: Object.keys(money),
  recordKeys: {
    ...Object.fromEntries(Object.keys(money).map((name) => [name, `${name}Fen`])),
    cumul: 'cumulFenDays',
    ...unkept(decoration),
  },
  assemble(values) {
    const v = values as FieldValues<Pick<typeof fields, 'custNo' | 'dataDate'>>;
    if (v.custNo === undefined) return [missingValue('客户号')];
    if (v.dataDate === undefined) return [missingValue('数据日期')];
    return v as Balance;
  },
};
