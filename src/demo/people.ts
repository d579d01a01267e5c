// Invented people and companies: no real person, region code, phone range or card prefix.
import type { Day } from '../model/day.js';
import type { Random } from './random.js';

export const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜', '欧阳', '司马', '上官'];

export const givenNames =
  '云栖 溪亭 竹安 若水 松月 青禾 知秋 远山 听雨 望舒 晴川 小满 白露 霜降 长庚 启明 闻笛 采薇 如山 守拙 𠮷祥 棠 砚 澈 屿 蘅 朗 笙 霁 岚 墨 舟'.split(
    ' ',
  );

const trades = ['茶业', '纸品', '陶艺', '园林', '木作', '印染', '粮油', '灯饰'];
const shops = ['云栖超市', '竹溪书店', '青禾菜场', '望舒药房', '晴川加油站', '松月餐馆', '远山五金店', '小满水果铺'];

/** A surname and a given name of the lists, at random. */
export function inventName(random: Random): string {
  return random.pick(surnames) + random.pick(givenNames);
}

export function inventCompany(random: Random): string {
  return `云栖县${random.pick(givenNames.slice(0, 16))}${random.pick(trades)}有限公司`;
}

export function inventShop(random: Random): string {
  return random.pick(shops);
}

/** 11 digits from 100…: no mobile number begins so. */
export function inventPhone(random: Random): string {
  return `100${String(random.int(0, 99_999_999)).padStart(8, '0')}`;
}

/** 19 digits from 9900 (own accounts) or 9911 (everyone else's): no bank issues cards that begin with 9. */
export function acctNoOf(prefix: '9900' | '9911', serial: number): string {
  return prefix + String(serial).padStart(15, '0');
}

/**
 * The check character of an 18-digit ID number (GB 11643) for its first 17 digits.
 * @example idCheck('11010519491231002') // => 'X'
 */
export function idCheck(first17: string): string {
  let sum = 0;
  for (let position = 0; position < 17; position++) sum += Number(first17[position]) * (2 ** (17 - position) % 11);
  return '10X98765432'[sum % 11]!;
}

/** An ID number with a right check character in region 990100, which does not exist; even order numbers are women's. */
export function inventIdNo(random: Random, birthDate: Day, isFemale: boolean): string {
  const order = String(random.int(0, 499) * 2 + (isFemale ? 0 : 1)).padStart(3, '0');
  const first17 = `990100${birthDate.replaceAll('-', '')}${order}`;
  return first17 + idCheck(first17);
}

/** 18 characters in the shape of a 统一社会信用代码, again in region 990100. */
export function inventCreditCode(random: Random): string {
  return `91990100MA${String(random.int(0, 99_999_999)).padStart(8, '0')}`;
}
