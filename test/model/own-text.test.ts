import { expect, test } from 'vitest';
import { ownText } from '../../src/model/own-text.js';

test.each([
  [undefined],
  [''],
  ['622202123456'],
  ['6222021234561'],
  ['9900000000000000001'],
  ['户名为中文的一段较长的文字𠮷'],
])('%j stays what it is', (text) => {
  expect(ownText(text)).toBe(text);
});
