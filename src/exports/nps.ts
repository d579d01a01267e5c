// 评分: one line per answer of a satisfaction survey.
import { exportTitles } from '../model/intake.js';
import type { NpsRating } from '../model/nps.js';
import { custNoHeaders } from './customers.js';
import { readCount } from './decimal.js';
import type { Export, Field } from './export.js';
import { codeField, dayField, type FieldValues, idField, missingValue, personal, textField } from './field.js';

/** A score of the NPS question [O-45]. */
export function scoreField(headers: string, fallback = ''): Field<number> {
  return codeField(headers, fallback, readScore, '0 到 10 的整数');
}

function readScore(text: string): number | undefined {
  const score = readCount(text);
  return score === undefined || score > 10 ? undefined : score;
}

const fields = {
  custNo: idField(custNoHeaders),
  custName: textField('客户姓名 客户名称 姓名', '', personal),
  ratedOn: dayField('评分日期 评价日期 调查日期', '日期'),
  score: scoreField('分数 NPS 推荐意愿 NPS分 NPS评分 评分'),
  scene: textField('场景 评分场景'),
};

export const npsExport: Export<NpsRating> = {
  kind: 'nps',
  title: exportTitles.nps,
  fields,
  required: [['score'], ['custNo'], ['ratedOn']],
  decoration: ['custName'],
  totalled: [],
  foreign: '受理时间 办结时间'.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.custNo === undefined) return [missingValue('客户号')];
    if (v.ratedOn === undefined) return [missingValue('评分日期')];
    if (v.score === undefined) return [missingValue('分数')];
    return { custNo: v.custNo, ratedOn: v.ratedOn, score: v.score, scene: v.scene };
  },
};
