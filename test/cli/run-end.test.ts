import { expect, test } from 'vitest';
import { closeAll, closeAtEnd } from '../../src/cli/run-end.js';

test('everything is closed once, also where something cannot be', async () => {
  const closed: string[] = [];
  closeAtEnd(async () => {
    closed.push('first');
    throw new Error('it was closed already');
  });
  closeAtEnd(async () => {
    await Promise.resolve();
    closed.push('second');
  });
  await closeAll();
  expect(closed).toEqual(['first', 'second']);
  await closeAll();
  expect(closed).toEqual(['first', 'second']);
});
