// 投诉: one line per complaint.
import type { Complaint } from '../model/complaint.js';
import { exportTitles } from '../model/intake.js';
import { readComplaintLevel } from './branch-codes.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import {
  codeField,
  dayField,
  type FieldValues,
  idField,
  missingValue,
  momentField,
  personal,
  textField,
} from './field.js';
import { scoreField } from './nps.js';

const fields = {
  complaintNo: idField('工单号 投诉编号 投诉工单号', '编号'),
  receivedAt: momentField('受理时间 投诉日期 受理日期 投诉时间', '登记时间'),
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 投诉人 投诉人姓名 客户名', '姓名', personal),
  level: codeField('投诉等级 投诉级别 紧急程度', '级别', readComplaintLevel, '普通（一般）、紧急或重大'),
  category: textField('投诉类型 投诉类别', '类别 业务类别'),
  firstResponseAt: momentField('首次响应时间'),
  resolvedAt: momentField('办结时间 解决时间 结案日期 办结日期 结案时间'),
  firstHandler: textField('首问责任人'),
  handler: textField('处理人'),
  status: textField('状态 处理状态'),
  npsScore: scoreField('NPS NPS分 NPS评分'),
  satisfaction: textField('满意度', 'NPS/满意度'),
  revisit1: dayField('回访日期1 第3日回访日期'),
  revisit2: dayField('回访日期2 第7日回访日期'),
  revisit3: dayField('回访日期3 第30日回访日期'),
};

export const complaintExport: Export<Complaint> = {
  kind: 'complaints',
  title: exportTitles.complaints,
  fields,
  required: [['complaintNo', 'level', 'category', 'firstHandler'], ['receivedAt'], ['resolvedAt']],
  decoration: ['custName', 'status'],
  totalled: [],
  foreign: '转介人 转介人编号 转介人姓名'.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.receivedAt === undefined) return [missingValue('受理时间')];
    return {
      complaintNo: v.complaintNo,
      receivedAt: v.receivedAt,
      custNo: v.custNo,
      custName: v.custName,
      level: v.level,
      category: v.category,
      firstResponseAt: v.firstResponseAt,
      resolvedAt: v.resolvedAt,
      firstHandler: v.firstHandler,
      handler: v.handler,
      status: v.status,
      npsScore: v.npsScore,
      satisfaction: v.satisfaction,
      revisits: [v.revisit1, v.revisit2, v.revisit3],
    };
  },
};
