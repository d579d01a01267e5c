// 风险测评: one line per assessment.
import { exportTitles } from '../model/intake.js';
import type { RiskTest } from '../model/risk-test.js';
import { readRiskLevel } from './code.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import { codeField, dayField, type FieldValues, idField, missingValue, personal, textField } from './field.js';

const fields = {
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 姓名 客户名', '户名', personal),
  riskLevel: codeField('评估结果 风险等级 测评结果 风险承受能力', '风险评级 风测结果', readRiskLevel, '风险等级'),
  testedOn: dayField('评估日期 测评日期 风险评估日期 风险测评日期'),
  expiresOn: dayField('到期日期 测评到期日 评估到期日 风险评估到期日期 有效期', '到期日 风测有效期'),
};

export const riskTestExport: Export<RiskTest> = {
  kind: 'riskTests',
  title: exportTitles.riskTests,
  fields,
  required: [['testedOn'], ['custNo'], ['riskLevel']],
  decoration: ['custName'],
  totalled: [],
  foreign: '性别 出生日期 联系电话 手机号 开户日期 地址'.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.custNo === undefined) return [missingValue('客户号')];
    if (v.riskLevel === undefined) return [missingValue('评估结果')];
    if (v.testedOn === undefined) return [missingValue('评估日期')];
    return { custNo: v.custNo, riskLevel: v.riskLevel, testedOn: v.testedOn, expiresOn: v.expiresOn };
  },
};
