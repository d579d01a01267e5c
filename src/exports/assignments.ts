// 管户关系: who looks after which customer since when.
import type { Assignment } from '../model/assignment.js';
import { exportTitles } from '../model/intake.js';
import { readManageType } from './branch-codes.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import { codeField, dayField, type FieldValues, idField, missingValue, personal, textField } from './field.js';

const fields = {
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 客户名', '', personal),
  managerNo: idField('管户工号 客户经理工号 客户经理号 管户经理编号', '工号 维护人'),
  managerName: textField('管户员工 管户客户经理 客户经理 管户人', '归属员工'),
  branchNo: idField('管户机构 机构号 网点号 机构编号', '所属网点 归属机构'),
  startDate: dayField('起始日期 分配日期 管户起始日期 管户日期', '开始日期'),
  endDate: dayField('结束日期 管户结束日期'),
  manageType: codeField('管理类型 管户类型', '', readManageType, '1 理财或 2 信贷'),
  levelAtStart: textField('分配时客户等级'),
};

export const assignmentExport: Export<Assignment> = {
  kind: 'assignments',
  title: exportTitles.assignments,
  fields,
  required: [['startDate', 'endDate', 'manageType', 'levelAtStart'], ['custNo'], ['managerNo', 'managerName']],
  decoration: ['custName', 'branchNo'],
  totalled: [],
  foreign: '账号 交易日期 产品名称 性别 出生日期 证件号码 联系电话 手机号 开户日期 地址'.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.custNo === undefined) return [missingValue('客户号')];
    if (v.managerNo === undefined && v.managerName === undefined) return [missingValue('管户工号', '管户员工')];
    return {
      custNo: v.custNo,
      managerNo: v.managerNo,
      managerName: v.managerName,
      branchNo: v.branchNo,
      startDate: v.startDate,
      endDate: v.endDate,
      manageType: v.manageType,
      levelAtStart: v.levelAtStart,
    };
  },
};
