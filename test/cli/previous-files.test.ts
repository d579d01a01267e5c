// Which files of a folder --previous reads: the latest of every ledger, its copies among them, and a word on those it cannot read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { previousFiles } from '../../src/cli/previous-files.js';

const [old, now] = ['台账_0101_示例支行_20250923.xlsx', '台账_0101_示例支行_20250930.xlsx'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-folder-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function found(...names: readonly string[]) {
  for (const name of names) writeFileSync(join(folder, name), '');
  const { previous, previousHints } = previousFiles('.', folder);
  return { read: previous.map((path) => basename(path)), hints: previousHints };
}

const copyHint = (first: string, copy: string) =>
  `“${first}”和“${copy}”是同一本：都带过来，同一格填得不同的以前一本为准，后一本的在“已移出”`;

describe('--previous with a folder', () => {
  test('means the latest of every ledger, whatever a spreadsheet leaves beside it', () => {
    const log = '工作日志_E1_202509.xlsx';
    const more = [`~$${now}`, `~$${now.slice(2)}`, `.~lock.${now}#`, '无关.xlsx'];
    expect(found(old, now, log, ...more)).toEqual({ read: [log, now], hints: [] });
  });

  test.each([
    '台账_0101_示例支行_20250930 (1).xlsx',
    '台账_0101_示例支行_20250930(1).xlsx',
    '台账_0101_示例支行_20250930（2）.xlsx',
    '台账_0101_示例支行_20250930 - 副本.xlsx',
    '台账_0101_示例支行_20250930 - 副本 (2).xlsx',
    '台账_0101_示例支行_20250930的副本.xlsx',
    '台账_0101_示例支行_20250930 - Copy.xlsx',
  ])('reads %s beside the one it was copied from, and after it', (copy) => {
    expect(found(copy, now, old)).toEqual({ read: [now, copy], hints: [copyHint(now, copy)] });
  });

  test('does not read the copy of an earlier week', () => {
    expect(found('台账_0101_示例支行_20250923 - 副本.xlsx', now)).toEqual({ read: [now], hints: [] });
  });

  test('reads both names of one day, and an extension in capitals', () => {
    const unbalanced = '台账_0101_示例支行_20250930_勾稽不平.XLSX';
    expect(found(unbalanced, now).read).toEqual([now, unbalanced]);
  });

  test.each([
    ['.xls', true],
    ['.ods', true],
    ['.csv', true],
    ['.et', true],
    ['.pdf', false],
  ])('says that a ledger saved as %s is not read: %s', (extension, isTold) => {
    const other = now.replace('.xlsx', extension);
    const hint = `“${other}”不是 .xlsx 格式，里面手填的内容没有带过来；要带过来，请用 Excel 或 WPS 另存为 .xlsx`;
    expect(found(now, other)).toEqual({ read: [now], hints: isTold ? [hint] : [] });
  });

  test('says nothing of an earlier one saved as something else', () => {
    expect(found(now, old.replace('.xlsx', '.xls')).hints).toEqual([]);
  });

  test('is refused where nothing can be read, and names what only has another format', () => {
    expect(() => found(now.replace('.xlsx', '.xls'))).toThrow(
      /文件夹里没有台账（.*）；“台账_0101_示例支行_20250930\.xls”不是 \.xlsx 格式/,
    );
  });
});
