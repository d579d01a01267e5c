import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskQuoted, maskText } from '../../src/model/mask-text.js';

describe('free text', () => {
  test.each([
    ['张三丰转账房租', '***转账房租'],
    ['还给欧阳小华', '***'],
    ['张伟', '**'],
    ['联系139-1234-5678', '******'],
    ['电话13912345678', '电话****'],
    ['卡 6222 0212 3456 7890', '卡 ****'],
    ['证11010119900307123X', '证****'],
    ['１３９１２３４５６７８', '****'],
    ['Margaret 付款', 'M*** **'],
    ['Margaret房租', 'M***房租'],
    ['王𠮷安', '***'],
    ['第3期 12.50', '第3期 12.50'],
    ['', ''],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskText(text)).toBe(shown);
  });

  test.each(
    '结息 活期利息 扣利息税 短信服务费 账户管理费 银行卡年费 跨行转账手续费 到期自动转存 理财产品到期 代扣电费 ETC通行费 基金定投 代发工资 他行汇入 转账存入 ATM取款 支付宝快捷支付 POS消费 银联ATM取款 代发住房公积金 工资理财周周存'.split(
      ' ',
    ),
  )('%s says nothing of a person', (summary) => {
    expect(maskText(summary)).toBe(summary);
  });

  test('no name that stands in it is left whole', () => {
    const name = fc.tuple(fc.constantFrom(...'张王李赵欧司'), fc.constantFrom('三丰', '小华', '不悔', '芷若'));
    fc.assert(
      fc.property(
        name,
        fc.constantFrom('', '转账', '房租', '给', ' '),
        fc.constantFrom('', '转账', '的'),
        (parts, before, after) => {
          expect(maskText(before + parts.join('') + after)).not.toContain(parts.join(''));
        },
      ),
    );
  });
});

describe('a quoted cell', () => {
  test.each([
    '12.3.4',
    '2025-02-30',
    '20250230',
    '20250230140506',
    '1,23,456.00',
    '13月5日',
    '2025-09-O3',
    '1,2OO.00',
    '(12.345)',
    '99999999.999',
  ])('%s is quoted in full: it is a date or an amount', (text) => {
    expect(maskQuoted(text)).toBe(text);
  });

  test.each([
    ['13912345678', '****'],
    ['13013012345678', '****'],
    ['6222021234567890123', '****'],
    ['110101199003071234', '****'],
    ['张三丰', '***'],
    ['待激活', '*激活'],
    ['ATM取款', 'ATM取款'],
    ['Chen', 'C***'],
  ])('%s is quoted as %s', (text, shown) => {
    expect(maskQuoted(text)).toBe(shown);
  });
});
