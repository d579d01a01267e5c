// 目标: one line per indicator and period, for the branch or an employee.
import { exportTitles } from '../model/intake.js';
import type { Ratio } from '../model/ratio.js';
import type { Target } from '../model/target.js';
import { readDecimal } from './decimal.js';
import type { Export } from './export.js';
import { decimalField, type FieldValues, idField, missingValue, ownField, textField } from './field.js';

interface StatedTarget {
  readonly value: Ratio;
  /** Of the header or the lines above it: 10000 for 目标值（万元）. */
  readonly unit: number;
}

const unitNames: Readonly<Record<number, string>> = { 10000: '万元', 100000000: '亿元' };

function readTarget(text: string, unit: number): StatedTarget | undefined {
  const value = readDecimal(text);
  return value === undefined ? undefined : { value, unit };
}

const fields = {
  year: ownField('number', '年 年度 年份', (text) => yearOf(/^(\d{4})年?度?$/, text), '年份，如 2025'),
  period: textField('季度 期间 考核期', '月份'),
  empNo: idField('工号 员工编号 员工号'),
  empName: textField('姓名 员工姓名'),
  indicator: textField('指标 目标名称 指标名称 考核指标'),
  target: ownField('number', '目标值 目标', readTarget, '数字'),
  unit: textField('单位 计量单位'),
  weight: decimalField('权重 权重(%)'),
};

export const targetExport: Export<Target> = {
  kind: 'targets',
  title: exportTitles.targets,
  fields,
  required: [['target'], ['indicator'], ['year', 'period']],
  decoration: ['empName'],
  totalled: [],
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    const year = v.year ?? yearOf(/^(\d{4})\D/, v.period ?? '');
    if (year === undefined) return [missingValue('年')];
    if (v.indicator === undefined) return [missingValue('指标')];
    if (v.target === undefined) return [missingValue('目标值')];
    return {
      year,
      period: v.period,
      empNo: v.empNo,
      indicator: v.indicator,
      target: v.target.value,
      unit: v.unit ?? unitNames[v.target.unit],
      weight: v.weight,
    };
  },
};

function yearOf(form: RegExp, text: string): number | undefined {
  const year = form.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}
