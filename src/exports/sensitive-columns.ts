// Columns that no export for analysis may carry: passwords, card verification codes, biometric data (PIPL art. 28).
import type { Problem } from '../model/problem.js';
import { normaliseHeader } from './header.js';
import { placeOf } from './objections.js';
import type { Reading } from './reading.js';
import type { RawFile } from './table.js';

const sensitive = [
  /(?:密码|口令)(?:密文|明文|值|\(.*\))?$/,
  /^(?:PIN码?|PASSWORD|PASSWD|PWD)$/,
  /(?:^|[^A-Z])(?:CVV|CVC|CVN)(?:[^A-Z]|$)/,
  /(?:安全码|卡片?验证码)$/,
  /(?:指纹|人脸|面部|虹膜|声纹|掌纹|指静脉|掌静脉)(?:信息|数据|特征|特征值|特征码|模板|图像|图片|照片|样本)?$/,
];
/** Whether there is one, not what it is. */
const flag = /^(?:是否|有无|可否)/;

/**
 * @example isSensitive('交易密码') // => true
 * @example isSensitive('密码重置日期') // => false
 */
export function isSensitive(header: string): boolean {
  const { name } = normaliseHeader(header);
  return !flag.test(name) && sensitive.some((pattern) => pattern.test(name));
}

/** Whatever they are read as: the file is refused with all of them. */
export function sensitiveColumns(file: RawFile, reading: Reading): readonly Problem[] {
  return reading.heading.columns
    .filter(({ header, names }) => [header, ...names].some(isSensitive))
    .map(({ header }): Problem => {
      const message = '密码、卡片安全码和生物特征不能交给任何分析；请重新导出时去掉这一列，已有的文件请删除';
      return { severity: 'error', code: 'sensitive-column', ...placeOf(file, reading), column: header, message };
    });
}
