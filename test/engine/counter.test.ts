import { expect, test } from 'vitest';
import { isCounter } from '../../src/engine/counter.js';

const over =
  '柜面 柜台 网点 网点柜面 柜面渠道 01 ０１ 01柜面 01-柜面 柜面01 高柜 低柜 网点高柜 柜面交易 综合柜面 机构网点 云南网点';
const elsewhere =
  '智能柜台 智慧柜台 超级柜台 网点自助 自助 自助设备 ATM ATM网点 网点-ATM 02 02ATM VTM柜面 STM柜台 柜员机 网点柜员机 视频柜台 ' +
  '远程柜台 云柜台 移动柜台 网上柜台 非柜面 离柜 柜面通 他行柜面 跨行柜台 电子柜台 手机银行 掌银 网银 个人网上银行 ' +
  '电话银行 微信银行 批处理 POS 银联 第三方支付 其他 00 1 990101 x';

test.each(over.split(' '))('%s is the counter', (channel) => expect(isCounter(channel)).toBe(true));
test.each(elsewhere.split(' '))('%s is not the counter', (channel) => expect(isCounter(channel)).toBe(false));
test('blanks within the text make no difference', () => expect(isCounter(' 柜 面 ')).toBe(true));
test('no channel is not the counter', () => {
  expect(isCounter(undefined)).toBe(false);
  expect(isCounter('')).toBe(false);
});
