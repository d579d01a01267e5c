// 员工: the managers of the branch and those who refer to them.
import type { Employee } from '../model/employee.js';
import { inventName } from './people.js';
import type { Manager } from './person.js';
import type { Random } from './random.js';

const posts = [
  ['网点负责人', '管理'],
  ['会计主管', '运营'],
  ['综合柜员', '运营'],
  ['综合柜员', '运营'],
  ['柜员(低柜)', '运营'],
  ['大堂经理', '营销'],
  ['理财经理', '营销'],
  ['理财经理', '营销'],
] as const;

export interface StaffMember extends Employee {
  readonly role: string;
}

/** The managers first; everybody else once, whatever the size of the branch. */
export function inventStaff(managers: readonly Manager[], random: Random): readonly StaffMember[] {
  const member = (empNo: string, empName: string, role: string, team: string): StaffMember => ({
    empNo,
    empName,
    role,
    team,
    branchNo: '9901',
    isPresent: true,
  });
  return [
    ...managers.map(({ no, name }) => member(no, name, '客户经理', '营销')),
    ...posts.map(([role, team], at) => member(`9901${51 + at}`, inventName(random), role, team)),
  ];
}
