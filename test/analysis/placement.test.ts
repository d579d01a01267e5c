import { expect, test } from 'vitest';
import type { Assessment } from '../../src/analysis/assess.js';
import { placeCustomers } from '../../src/analysis/placement.js';

test('customers stand in the order of their printed ids, and who is out of scope is known by that id', () => {
  const ids = ['A', 'B', 'C', 'D'];
  const shown = ['62****4', '62****3', '62****2', '62****1'];
  const assess = (id: string) => ({ exclusion: id === 'B' ? '死亡' : null }) as unknown as Assessment;
  const { placed, exclusionOf } = placeCustomers(ids, shown, assess, (id, customerId) => ({ id, customerId }));
  expect(placed).toEqual([
    { id: 'D', customerId: '62****1' },
    { id: 'C', customerId: '62****2' },
    { id: 'A', customerId: '62****4' },
  ]);
  expect([...exclusionOf]).toEqual([['62****3', '死亡']]);
});
