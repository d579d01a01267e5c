import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskAccount, maskField, maskIdNo, maskName, maskPhone } from '../../src/model/mask.js';

describe('names (§5.9)', () => {
  test.each([
    ['', ''],
    ['   ', ''],
    ['陈', '*'],
    ['陈奎', '陈*'],
    ['陈思奎', '陈*奎'],
    [' 陈思奎 ', '陈*奎'],
    ['陈思思奎', '陈**奎'],
    ['欧阳华', '欧*华'],
    ['欧阳小华', '欧阳*华'],
    ['司马相如', '司马*如'],
    ['阿卜杜拉某某某', '阿***某'],
    ['买买提·艾力', '买***力'],
    ['𠮷田', '𠮷*'],
    ['张𠮷田', '张*田'],
    ['张三𠮷', '张*𠮷'],
    ['欧阳𠮷', '欧*𠮷'],
    [' 欧阳华', '欧*华'],
    ['欧阳𠮷华', '欧阳*华'],
    ['Smith', 'S***'],
    ['Li', 'L*'],
    ['John Smith', 'J***'],
    ["O'Brien", 'O***'],
  ])('“%s” becomes “%s”', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('at least one character of any name is hidden, and none is cut in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 8 }), (name) => {
        const masked = maskName(name);
        expect(masked === '' || masked.includes('*')).toBe(true);
        if (!/\p{Surrogate}/u.test(name)) expect(masked).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('phones', () => {
  test.each([
    ['', ''],
    ['13212342345', '132****2345'],
    ['1321234234', '****4234'],
    ['132123423456', '****3456'],
    ['010-62220212', '****0212'],
    ['1234567', '****567'],
    ['12', '****2'],
    ['1', '****'],
  ])('“%s” becomes “%s”', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

describe('ID numbers', () => {
  test.each([
    ['', ''],
    ['110101199003071234', '110101********1234'],
    ['11010119900307123X', '110101********123X'],
    ['110101900307123', '110101******123'],
    ['11010190030712', '****0712'],
    ['1101011990030712345', '****2345'],
    ['E12345678', '****5678'],
    ['E1234', '****34'],
  ])('“%s” becomes “%s”', (idNo, masked) => {
    expect(maskIdNo(idNo)).toBe(masked);
  });
});

describe('accounts and cards', () => {
  test.each([
    ['', ''],
    ['6222021234561234', '622202******1234'],
    ['6222021234561234567', '622202******4567'],
    ['622202123456', '622202******3456'],
    ['62220212345', '****2345'],
    ['12345', '****45'],
    ['Z200123456010N', 'Z20012******010N'],
    ['王𠮷安 13971234566', '****4566'],
    ['Margaret 13971234566', '****4566'],
  ])('“%s” becomes “%s”', (account, masked) => {
    expect(maskAccount(account)).toBe(masked);
  });

  test('the length of a long account stays hidden', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12,30}$/), (account) => {
        expect(maskAccount(account)).toHaveLength(16);
        expect(maskAccount(account)).not.toBe(account);
      }),
    );
  });
});

test('no masked number shows the number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,24}$/), (digits) => {
      for (const mask of [maskPhone, maskIdNo, maskAccount]) expect(mask(digits)).not.toContain(digits);
    }),
  );
});

describe('a cell of a field', () => {
  test.each([
    ['custName', '张三丰', '张*丰'],
    ['acctNo', '6222021234561234', '622202******1234'],
    ['custNo', '00800101', '00800101'],
    ['custNo', '12345678901', '12345678901'],
    ['custNo', '12345678901234', '12345678901234'],
    ['custNo', '123456789012345', '123456******2345'],
    ['custNo', '6222021234561234', '622202******1234'],
    ['custNo', '张三丰', '***'],
    ['txnId', 'S7000012', 'S7000012'],
    ['txnId', '13912345678', '****5678'],
    ['txnDate', '2025-09-30', '2025-09-30'],
    ['txnDate', '20250930', '20250930'],
    ['txnDate', '张三丰', '***'],
    ['amount', '-1,234.56', '-1,234.56'],
    ['amount', '13912345678', '****5678'],
    ['amount', '139 1234 5678', '****'],
    ['summary', '张三丰转账房租', '***转账房租'],
    ['branchNo', '------ 李莫愁13912345678', '------ *******'],
    ['dc', '贷 Cr', '贷 C***'],
    ['memo', '随便什么', '***'],
    ['memo', '', ''],
  ])('%s “%s” is shown as “%s”', (field, text, shown) => {
    expect(maskField(field, text)).toBe(shown);
  });

  test.each([
    ['custName', '陈*奎'],
    ['holderName', '陈*奎'],
    ['cpName', '陈*奎'],
    ['referrer', '陈*奎'],
    ['referrerName', '陈*奎'],
    ['recommender', '陈*奎'],
    ['staff', '陈*奎'],
  ])('a name in %s is shown as %s', (field, shown) => {
    expect(maskField(field, '陈思奎')).toBe(shown);
  });

  test.each(['address', 'employer', 'memo', 'content', 'note', 'cpBank'])(
    '%s hides words of the trade too',
    (field) => {
      expect(maskField('summary', '转账')).toBe('转账');
      expect(maskField(field, '转账')).toBe('***');
    },
  );

  test.each(['acctNo', 'subAcctNo', 'cpAcct', 'loanNo'])('%s is masked where its shape says nothing', (field) => {
    expect(maskField(field, '62220212')).toBe('****0212');
  });

  test('a column that was not understood shows nothing', () => {
    expect([maskField(undefined, '转账'), maskField(undefined, '')]).toEqual(['***', '']);
  });
});
