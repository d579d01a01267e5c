import { describe, expect, test } from 'vitest';
import {
  directionReader,
  readAccountStatus,
  readCurrency,
  readCustomerStatus,
  readFlag,
  readGender,
  readRiskLevel,
  reversalReader,
  triggerReader,
} from '../../src/exports/code.js';

describe('借贷标志', () => {
  const read = directionReader({});

  test.each([
    '借',
    '借方',
    'D',
    'd',
    'Dr',
    'DR',
    '01',
    '支',
    '支出',
    '出',
    '−',
    '-',
    '付',
    '借 Dr',
    '01借',
    '1-借',
    'Ｄ',
  ])('%s is a debit', (text) => {
    expect(read(text)).toBe('D');
  });

  test.each(['贷', '贷方', 'C', 'c', 'Cr', 'CR', '2', '02', '收', '收入', '入', '+', '贷 Cr', '02贷', '＋'])(
    '%s is a credit',
    (text) => {
      expect(read(text)).toBe('C');
    },
  );

  test.each(['0', '1', '３', '03', '不计收支', 'X', '借贷', ''])('“%s” is not guessed', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('0 and 1 mean what the bank says they mean, one way or the other', () => {
    const usual = directionReader({ '0': 'D', '1': 'C' });
    const contrary = directionReader({ '0': 'C', '1': 'D' });
    expect([usual('0'), usual('1'), contrary('0'), contrary('1')]).toEqual(['D', 'C', 'C', 'D']);
  });

  test('a bank’s own code beats ours', () => {
    expect(directionReader({ '2': 'D' })('2')).toBe('D');
  });

  test('a text that was once unreadable stays unreadable', () => {
    expect([read('?'), read('?')]).toEqual([undefined, undefined]);
  });
});

describe('冲正标志', () => {
  const read = reversalReader({});

  test.each(['0', 'N', '否', '01', '01正常', '正常', 'A', '0-正常', '未冲正', '蓝字'])(
    '%s is an ordinary booking',
    (text) => {
      expect(read(text)).toBe('normal');
    },
  );

  test.each(['1', 'Y', 'y', '是', '02', '02冲补抹', '冲正', '抹账', 'B', 'C', 'D', '当日冲正', '红字'])(
    '%s undoes another booking',
    (text) => {
      expect(read(text)).toBe('reversal');
    },
  );

  test.each(['2', '被冲正', '已冲正', '2被冲正'])('%s was undone', (text) => {
    expect(read(text)).toBe('reversed');
  });

  test.each(['3', 'Z', '不明'])('“%s” is not guessed', (text) => {
    expect(read(text)).toBeUndefined();
    expect(reversalReader({ [text]: 'reversal' })(text)).toBe('reversal');
  });
});

describe('触发方式', () => {
  const read = triggerReader({ '0': 'active', '1': 'passive' });

  test.each([
    ['0', 'active'],
    ['主动', 'active'],
    ['0主动', 'active'],
    ['1', 'passive'],
    ['被动', 'passive'],
    ['1-被动', 'passive'],
    ['2', undefined],
  ])('%s is %s', (text, trigger) => {
    expect(read(text)).toBe(trigger);
  });

  test('without codes only words are understood', () => {
    expect([triggerReader({})('0'), triggerReader({})('主动')]).toEqual([undefined, 'active']);
  });
});

test.each([
  ['正常', 'open'],
  ['有效', 'open'],
  ['0', 'open'],
  ['1', 'open'],
  ['销户', 'closed'],
  ['注销', 'closed'],
  ['已销', 'closed'],
  ['2-销户', 'closed'],
  ['死亡', 'deceased'],
  ['冻结', 'frozen'],
  ['待核', undefined],
])('客户状态 %s is %s', (text, status) => {
  expect(readCustomerStatus(text)).toBe(status);
});

test.each([
  ['正常', 'open'],
  ['A', 'open'],
  ['0', 'open'],
  ['N', 'open'],
  ['销户', 'closed'],
  ['C', 'closed'],
  ['已销户', 'closed'],
  ['冻结', 'frozen'],
  ['止付', 'stopped'],
  ['久悬', 'dormant'],
  ['不动户', 'dormant'],
  ['睡眠户', 'dormant'],
  ['12', 'dormant'],
  ['1', undefined],
])('账户状态 %s is %s', (text, status) => {
  expect(readAccountStatus(text)).toBe(status);
});

test.each([
  ['1', true],
  ['Y', true],
  ['是', true],
  ['TRUE', true],
  ['true', true],
  ['0', false],
  ['N', false],
  ['否', false],
  ['FALSE', false],
  ['2', undefined],
])('flag %s is %s', (text, flag) => {
  expect(readFlag(text)).toBe(flag);
});

test.each(['CNY', 'cny', 'RMB', '人民币', '156', '01', '001', '本币', '￥', '人民币(CNY)'])(
  'currency %s is CNY',
  (text) => {
    expect(readCurrency(text)).toBe('CNY');
  },
);

test.each(['USD', '美元', '840', '14', 'HKD'])('currency %s stays as it is', (text) => {
  expect(readCurrency(text)).toBe(text);
});

test.each([
  ['1', 'C1'],
  ['C1', 'C1'],
  ['保守型', 'C1'],
  ['谨慎型', 'C2'],
  ['稳健型', 'C3'],
  ['进取型', 'C4'],
  ['积极型', 'C4'],
  ['平衡偏进取', 'C4'],
  ['激进型', 'C5'],
  ['5', 'C5'],
  ['C3-平衡型', 'C3'],
  ['C3（稳健型）', 'C3'],
  ['平衡型', '平衡型'],
  ['C12', 'C12'],
  ['6', '6'],
])('risk level %s is %s', (text, level) => {
  expect(readRiskLevel(text)).toBe(level);
});

test.each([
  ['男', '男'],
  ['1', '男'],
  ['M', '男'],
  ['女', '女'],
  ['2', '女'],
  ['F', '女'],
  ['1-男性', '男'],
  ['0', null],
  ['未知', null],
  ['?', undefined],
])('gender %s is %s', (text, gender) => {
  expect(readGender(text)).toBe(gender);
});
