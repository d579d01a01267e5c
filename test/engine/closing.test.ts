import { expect, test } from 'vitest';
import { isClosing } from '../../src/engine/closing.js';

test.each(['销户', '结清销户', '销户取款', '账户销户', '个人结算账户销户转出', '预销户', '清户', '销 户', '销卡结清'])(
  '%s closes an account',
  (summary) => expect(isClosing({ summary })).toBe(true),
);

test.each(['转账', '开户', '注销短信服务', '撤销户间转账', '取消销户', '销户撤销', '销户失败退回', ''])(
  '%s does not',
  (summary) => expect(isClosing({ summary })).toBe(false),
);

test('摘要, 交易类型 and 附言 may say so', () => {
  expect(isClosing({ txnType: '10销户' })).toBe(true);
  expect(isClosing({ summary: '转账', txnType: '账户销户' })).toBe(true);
  expect(isClosing({ memo: '销户' })).toBe(true);
  expect(isClosing({})).toBe(false);
});
