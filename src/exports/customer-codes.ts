// What codes of a customer list leave open: banks use the same ones for contrary things, so that they are taken in one way and said.
import type { ColumnPlace } from './export.js';
import { normaliseHeader } from './header.js';

const shownCodes = 5;

/** 客户类型: no list of codes is known, and who is not known to be corporate counts as a person. 证件类型 tells them apart as well. */
export function customerTypeDoubts(codes: ReadonlySet<string>, { fields }: ColumnPlace): string | undefined {
  const bare = [...codes].filter((code) => /^[0-9A-Z]{1,4}$/.test(code)).sort();
  if (bare.length === 0 || fields.has('idType')) return undefined;
  const shown = bare.slice(0, shownCodes).map((code) => `“${code}”`);
  const more = bare.length > shownCodes ? '等' : '';
  return `代码 ${shown.join('、')}${more}看不出是个人还是对公，都按个人计入；请换成“个人”“对公”等文字，或一并导出证件类型`;
}

/** 客户状态: 0 as well as 1 means 正常 (§6.2). A file that has both means something else by one of them, and so does 0 in 有效标志. */
export function customerStatusDoubts(codes: ReadonlySet<string>, { header }: ColumnPlace): string | undefined {
  if (!codes.has('0')) return undefined;
  const way = '请核对，并把代码换成正常、销户、死亡或冻结';
  if (codes.has('1')) return `“0”和“1”都按正常计入，其中之一可能表示销户或无效；${way}`;
  return normaliseHeader(header).name === '有效标志' ? `“0”按正常计入，在这一列可能表示无效；${way}` : undefined;
}
