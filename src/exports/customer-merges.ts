// 客户号合并映射 (§1.9): one line per 客户号 that is no longer used.
import type { CustomerMerge } from '../model/customer-merge.js';
import { exportTitles } from '../model/intake.js';
import type { Export } from './export.js';
import { dayField, type FieldValues, idField, missingValue } from './field.js';

const fields = {
  oldNo: idField('旧客户号 原客户号 旧号 合并前客户号 被合并客户号 旧客户编号 原客户编号 注销客户号'),
  newNo: idField('新客户号 现客户号 新号 合并后客户号 保留客户号 新客户编号 现客户编号', '客户号'),
  mergedOn: dayField('合并日期 生效日期'),
};

export const customerMergeExport: Export<CustomerMerge> = {
  kind: 'customerMerges',
  title: exportTitles.customerMerges,
  fields,
  required: [['oldNo'], ['newNo']],
  decoration: [],
  totalled: [],
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.oldNo === undefined) return [missingValue('旧客户号')];
    if (v.newNo === undefined) return [missingValue('新客户号')];
    return { oldNo: v.oldNo, newNo: v.newNo, mergedOn: v.mergedOn };
  },
};
