import { describe, expect, test } from 'vitest';
import { maskerFor } from '../../src/model/masker.js';

describe('maskerFor', () => {
  test.each([
    ['manager', '陈*奎', '132****2345', '110101********1234', '622202******1234'],
    ['owner', '陈思奎', '132****2345', null, '****1234'],
    ['public', null, null, null, null],
  ] as const)('%s shows what its profile allows', (profile, name, phone, idNo, account) => {
    const masker = maskerFor(profile);
    expect(masker.name('陈思奎')).toBe(name);
    expect(masker.phone('13212342345')).toBe(phone);
    expect(masker.idNo('110101199003071234')).toBe(idNo);
    expect(masker.account('6222021234561234')).toBe(account);
  });

  test.each(['manager', 'owner', 'public'] as const)('%s leaves nothing of what was not given', (profile) => {
    const masker = maskerFor(profile);
    expect([masker.name(undefined), masker.phone(''), masker.idNo(null), masker.account(' ')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('a short account of the owner never shows more than half', () => {
    expect(maskerFor('owner').account('1234')).toBe('****34');
  });

  test('only public hides single customers', () => {
    expect((['manager', 'owner', 'public'] as const).map((of) => maskerFor(of).showsCustomers)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
