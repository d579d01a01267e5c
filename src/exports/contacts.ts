// 联系记录 (营销记录): one line per contact.
import type { Contact } from '../model/contact.js';
import { exportTitles } from '../model/intake.js';
import { readContactMethod } from './branch-codes.js';
import { readFlag } from './code.js';
import { custNoHeaders, expectedFlag } from './customers.js';
import type { Export } from './export.js';
import {
  codeField,
  countField,
  dayField,
  type FieldValues,
  idField,
  missingValue,
  momentField,
  personal,
  textField,
} from './field.js';
import { readPerson } from './person-cell.js';

const fields = {
  contactedAt: momentField('日期 营销时间 联系日期 拜访日期 接触时间 联系时间 拜访时间 接触日期 营销日期'),
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 客户名', '姓名', personal),
  method: codeField('接触方式 联系方式 营销记录类型 方式 拜访方式', '', readContactMethod, '面访、电话、短信或企微'),
  reason: textField('事由 联系事由 营销主题'),
  content: textField('内容 详细情况 沟通内容 沟通内容摘要 营销内容'),
  result: textField('结果 接触结果 营销结果 联系结果'),
  place: textField('地点'),
  staffNo: idField('工号 营销人工号', '客户经理工号 客户经理号'),
  staff: textField('营销人 联系人', '客户经理'),
  companion: textField('协同拜访人'),
  minutes: countField('时长(分钟) 时长 时长分钟'),
  isValid: codeField('有效标志', '', readFlag, expectedFlag),
  nextContactOn: dayField('下次联系日 下次联系日期 下次跟进日'),
};

export const contactExport: Export<Contact> = {
  kind: 'contacts',
  title: exportTitles.contacts,
  fields,
  required: [['method', 'reason', 'content', 'result'], ['contactedAt'], ['custNo', 'custName']],
  decoration: ['staffNo', 'staff'],
  totalled: [],
  foreign: '办结时间 解决时间 结案日期 转介人 转介人编号 交易日期 交易金额'.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.contactedAt === undefined) return [missingValue('日期')];
    if (v.custNo === undefined && v.custName === undefined) return [missingValue('客户号', '客户姓名')];
    const staff = v.staff === undefined ? {} : readPerson(v.staff);
    return {
      contactedAt: v.contactedAt,
      custNo: v.custNo,
      custName: v.custName,
      method: v.method,
      reason: v.reason,
      content: v.content,
      result: v.result,
      place: v.place,
      staffNo: v.staffNo ?? staff.no,
      staffName: staff.name,
      companion: v.companion,
      minutes: v.minutes,
      isValid: v.isValid,
      nextContactOn: v.nextContactOn,
    };
  },
};
