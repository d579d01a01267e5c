// 员工: one line per employee.
import type { Employee } from '../model/employee.js';
import { exportTitles } from '../model/intake.js';
import { readPresence, readRole } from './branch-codes.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import { codeField, dayField, type FieldValues, idField, missingValue, textField } from './field.js';

const fields = {
  empNo: idField('工号 员工编号 员工号 员工工号', '柜员号'),
  empName: textField('姓名 员工姓名'),
  role: codeField('岗位 岗位名称', '职务', readRole, '岗位'),
  branchNo: idField('机构号 网点号 机构编号', '所属网点 归属机构'),
  team: textField('团队 所属团队'),
  joinedOn: dayField('入行日期 入职日期'),
  status: codeField('状态 在岗状态 员工状态', '', readPresence, '在岗或离岗'),
};

export const employeeExport: Export<Employee> = {
  kind: 'employees',
  title: exportTitles.employees,
  fields,
  required: [['empNo'], ['empName']],
  decoration: ['branchNo', 'status'],
  totalled: [],
  foreign: custNoHeaders.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.empNo === undefined) return [missingValue('工号')];
    if (v.empName === undefined) return [missingValue('姓名')];
    return {
      empNo: v.empNo,
      empName: v.empName,
      role: v.role,
      branchNo: v.branchNo,
      team: v.team,
      joinedOn: v.joinedOn,
      isPresent: v.status,
    };
  },
};
