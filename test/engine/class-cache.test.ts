import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rememberingClassifier } from '../../src/engine/class-cache.js';
import { type Booking, classify } from '../../src/engine/classify.js';
import { rules } from './bookings.js';

const word = fc.constantFrom(undefined, '', '转账', '结息', 'xyz', '代扣', '退款', '微信支付', '手续费', '抹账');

const booking: fc.Arbitrary<Booking> = fc.record({
  summary: word,
  txnType: fc.oneof(word, fc.constantFrom('01', '08', '09', '1001', '12还息')),
  memo: word,
  trigger: fc.constantFrom(undefined, undefined, 'active' as const, 'passive' as const),
  direction: fc.constantFrom('D' as const, 'C' as const),
  reversal: fc.constantFrom('normal' as const, 'normal' as const, 'reversal' as const, 'reversed' as const),
  isZero: fc.constantFrom(false, false, false, true),
  hasOtherParty: fc.boolean(),
  isAutomatic: fc.boolean(),
});

test('what is remembered is what the classifier says, in any order of bookings', () => {
  const remembering = rememberingClassifier(rules);
  fc.assert(
    fc.property(booking, ({ hasOtherParty, ...rest }) => {
      expect(remembering(rest, () => hasOtherParty).class).toBe(classify({ ...rest, hasOtherParty }, rules));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [{ summary: '销户' }, true],
  [{ summary: '转账', memo: '销户' }, false],
  [{ memo: '销户' }, true],
  [{ summary: 'xyz', memo: '销户' }, true],
  [{ summary: 'xyz' }, false],
])('%j closes an account: %s', (words, closes) => {
  const remembering = rememberingClassifier(rules);
  const plain = { direction: 'D', reversal: 'normal', isZero: false, isAutomatic: false } as const;
  for (let time = 0; time < 2; time += 1) expect(remembering({ ...plain, ...words }, () => true).closes).toBe(closes);
});

test('a counterparty is not looked at where it cannot change the class', () => {
  const remembering = rememberingClassifier(rules);
  const asked = () => {
    throw new Error('asked');
  };
  const plain = { reversal: 'normal', isZero: false, isAutomatic: false } as const;
  expect(remembering({ ...plain, direction: 'C', summary: '代发工资' }, asked).class).toBe('THIRD_PARTY');
  expect(remembering({ ...plain, direction: 'D', summary: '转账' }, asked).class).toBe('ACTIVE');
  expect(() => remembering({ ...plain, direction: 'C', summary: '转账' }, asked)).toThrow('asked');
});
