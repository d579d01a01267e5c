import { describe, expect, test } from 'vitest';
import { nameHider } from '../../src/model/known-names.js';

const hide = nameHider(['张三丰', '张三', '殷离', '欧阳小华', '王𠮷安', 'Ann Lee', '理财', '赵', ' 周 芷若']);

describe('known names are masked in the middle of other words', () => {
  test.each([
    ['张三丰的母亲', '张*丰的母亲'],
    ['与张三同来', '与张*同来'],
    ['殷离、欧阳小华', '殷*、欧阳*华'],
    ['王𠮷安家', '王*安家'],
    ['谢 Ann Lee 来访', '谢 A*** 来访'],
    ['（张三丰）', '(张*丰)'],
    ['张三丰张三丰', '张*丰张*丰'],
  ])('%s is %s', (text, shown) => expect(hide(text)).toBe(shown));

  test.each([
    ['a Latin name within a longer word', 'Joann Leeds'],
    ['a word of the trade', '理财到期'],
    ['a single character', '赵行长'],
    ['nobody', '（下周再约）'],
    ['nothing', ''],
  ])('%s stays as it is written', (_, text) => expect(hide(text)).toBe(text));

  test('the longest name that stands there is masked, in whatever order names were told', () => {
    expect(nameHider(['张三', '张三丰年'])('张三丰年来')).toBe('张**年来');
    expect(nameHider(['张三丰年', '张三'])('张三丰年来')).toBe('张**年来');
  });

  test('a Latin name is not found at the beginning or the end of a longer word', () => {
    const hideAnn = nameHider(['Ann']);
    expect(['Annual fee', 'Joann', 'Ann', 'Ann来访', '谢Ann'].map((text) => hideAnn(text))).toEqual([
      'Annual fee',
      'Joann',
      'A**',
      'A**来访',
      '谢A**',
    ]);
  });

  test('shorter ones are left alone where so asked, unless they are all there is', () => {
    expect(hide('殷离专享', 3)).toBe('殷离专享');
    expect(hide('殷离', 3)).toBe('殷*');
    expect(hide('张三丰专享', 3)).toBe('张*丰专享');
  });
});
