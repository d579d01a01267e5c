import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { opened, refused } from './text-file.js';

const gbk = (text: string) => iconv.encode(text, 'gb18030');
const hex = (digits: string) => Buffer.from(digits, 'hex');
const chunkSizes = [1, 2, 3, 5, 7, 17, 4096];
const hanzi = '客户号,姓名,备注\nC01,张三丰,正常\n';

describe('undecodable bytes refuse the file, with line and offset of the first', () => {
  test.each<[string, Buffer, string, number, number]>([
    ['UTF-8, stray byte', Buffer.concat([Buffer.from(`${hanzi}3`), hex('ff'), Buffer.from(',4\n')]), 'UTF-8', 3, 46],
    [
      'UTF-8, character cut short',
      Buffer.concat([Buffer.from(`${hanzi}3`), hex('e5ae'), Buffer.from(',4\n')]),
      'UTF-8',
      3,
      46,
    ],
    ['UTF-8, cut off at the end', Buffer.from(hanzi).subarray(0, 43), 'UTF-8', 2, 41],
    ['UTF-8 with mark and little text', Buffer.concat([Buffer.from('\ufeffa\r\nb'), hex('d5c5')]), 'UTF-8', 2, 7],
    ['GB18030, stray byte', Buffer.concat([gbk(`${hanzi}3`), hex('ff'), Buffer.from(',4\n')]), 'GB18030', 3, 34],
    ['GB18030, bad second byte', Buffer.concat([gbk(`${hanzi}3`), hex('d520'), Buffer.from(',4\n')]), 'GB18030', 3, 34],
    ['GB18030, cut off at the end', gbk(`${hanzi}𠮷`).subarray(0, -1), 'GB18030', 3, 33],
    [
      'UTF-16, odd byte at the end',
      Buffer.concat([hex('fffe'), Buffer.from('客,b\n1,2', 'utf16le'), hex('31')]),
      'UTF-16LE',
      2,
      16,
    ],
    [
      'UTF-16, half a pair',
      Buffer.concat([hex('feff'), hex('5ba2'), hex('000a'), hex('d842'), hex('0031')]),
      'UTF-16BE',
      2,
      6,
    ],
  ])('%s', async (_name, bytes, encoding, line, offset) => {
    for (const chunkBytes of chunkSizes) {
      const problem = await refused(bytes, { chunkBytes });
      expect(problem).toMatchObject({ code: 'undecodable-bytes', severity: 'error', line });
      expect(problem.message).toContain(`偏移 ${offset} `);
      expect(problem.message).toContain(encoding);
    }
  });

  test('a bad byte behind ten hanzi of UTF-8 is not explained away as GB18030', async () => {
    const bytes = Buffer.concat([Buffer.from('客户号姓名备注正常客户\n'), hex('d5c5c8fd')]);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes.subarray(-4))).toBe('张三');
    expect(await refused(bytes)).toMatchObject({ code: 'undecodable-bytes', line: 2 });
  });

  test('it is found behind the first chunks of a long file', async () => {
    const good = gbk('张三丰,一二三\r\n'.repeat(20_000));
    const problem = await refused(Buffer.concat([good, hex('d520')]));
    expect(problem.line).toBe(20_001);
    expect(problem.message).toContain(`偏移 ${good.length} `);
  });
});

describe('zero bytes', () => {
  test.each<[string, Buffer, number, number]>([
    ['in ASCII', Buffer.from('a,b\r\n1,\0\n'), 2, 7],
    ['in GB18030', gbk('客户,b\n张,\0\n'), 2, 10],
    ['in UTF-16', Buffer.from('\ufeffa,b\n1,\0\n', 'utf16le'), 2, 14],
  ])('%s refuse the file', async (_name, bytes, line, offset) => {
    for (const chunkBytes of chunkSizes) {
      const problem = await refused(bytes, { chunkBytes });
      expect(problem).toMatchObject({ code: 'undecodable-bytes', line });
      expect(problem.message).toContain(`偏移 ${offset} `);
    }
  });

  test('a few of them do not make a text UTF-16', async () => {
    expect(await refused(`${'a,b,c,d,e,f\n'.repeat(5)}\0`)).toMatchObject({ code: 'undecodable-bytes', line: 6 });
  });
});

describe('a text of one to three characters outside ASCII says that its encoding is a guess', () => {
  test.each<[string, Buffer, string, boolean]>([
    ['GB18030, 3', gbk('id,name\n1,张三丰\n'), 'gb18030', true],
    ['GB18030, 4', gbk('id,name\n1,张三丰丰\n'), 'gb18030', false],
    ['UTF-8, 1', Buffer.from('id,name\n1,张\n'), 'utf-8', true],
    ['GBK bytes that are UTF-8 too', gbk('id,sex\n1,女\n'), 'utf-8', true],
    ['UTF-8 with mark, 1', Buffer.from('\ufeffid,name\n1,张\n'), 'utf-8-bom', false],
    ['ASCII', Buffer.from('id,name\n1,Z\n'), 'utf-8', false],
  ])('%s', async (_name, bytes, encoding, warned) => {
    for (const chunkBytes of chunkSizes) {
      const raw = await opened(bytes, chunkBytes);
      expect(raw.encoding).toBe(encoding);
      expect(raw.problems?.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
        warned ? ['warning short-text'] : [],
      );
    }
  });
});
