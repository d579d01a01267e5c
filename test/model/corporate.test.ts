import { expect, test } from 'vitest';
import { isCorporate } from '../../src/model/corporate.js';

test.each([
  '对公',
  '对公客户',
  '公',
  '公司',
  '企业',
  '个人独资企业',
  '企业主体',
  '机构',
  '单位',
  '企业法人',
  '同业',
  '个体工商户',
])('客户类型 %s is corporate', (custType) => expect(isCorporate(custType, undefined)).toBe(true));

test.each(['个人', '对私', '个人客户', '军人', '小企业主', '私营企业主', '企业员工', '单位职工', '法人代表', '1', ''])(
  '客户类型 %s is a person',
  (custType) => expect(isCorporate(custType, undefined)).toBe(false),
);

test.each(['营业执照', '企业法人营业执照', '统一社会信用代码证', '组织机构代码证', '事业单位法人证书'])(
  '证件类型 %s alone is corporate, also beside 个人',
  (idType) => {
    expect(isCorporate(undefined, idType)).toBe(true);
    expect(isCorporate('个人', idType)).toBe(true);
  },
);

test.each(['居民身份证', '护照', '军官证', '外国人永久居留证', '港澳居民来往内地通行证'])(
  '证件类型 %s is a person',
  (idType) => expect(isCorporate(undefined, idType)).toBe(false),
);
