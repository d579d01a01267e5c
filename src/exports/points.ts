// 积分: one line per booking of points, for employees and customers.
import { exportTitles } from '../model/intake.js';
import type { PointsEntry } from '../model/points.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import { dayField, decimalField, type FieldValues, idField, missingValue, textField } from './field.js';

const fields = {
  day: dayField('日期 积分日期 入账日期'),
  custNo: idField(custNoHeaders),
  empNo: idField('工号 员工编号 员工号'),
  holderNo: idField('对象 对象(工号/客户号) 积分对象 对象编号'),
  type: textField('类型 积分类型'),
  sourceNo: idField('来源单号'),
  basePoints: decimalField('基础积分'),
  multiplier: decimalField('倍数'),
  points: decimalField('积分 积分值'),
  note: textField('备注 说明'),
};

export const pointsExport: Export<PointsEntry> = {
  kind: 'points',
  title: exportTitles.points,
  fields,
  required: [['points', 'basePoints'], ['custNo', 'empNo', 'holderNo'], ['day']],
  decoration: ['note'],
  totalled: [],
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.day === undefined) return [missingValue('日期')];
    if ((v.custNo ?? v.empNo ?? v.holderNo) === undefined) return [missingValue('对象', '工号', '客户号')];
    if (v.points === undefined && v.basePoints === undefined) return [missingValue('积分', '基础积分')];
    return {
      day: v.day,
      custNo: v.custNo,
      empNo: v.empNo,
      holderNo: v.holderNo,
      type: v.type,
      sourceNo: v.sourceNo,
      basePoints: v.basePoints,
      multiplier: v.multiplier,
      points: v.points,
      note: v.note,
    };
  },
};
