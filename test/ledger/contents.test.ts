import { describe, expect, test } from 'vitest';
import { contentsSheet } from '../../src/ledger/contents.js';
import type { Sheet } from '../../src/ledger/sheet.js';
import { ledgerNames, ledgersNamed } from '../../src/ledger/workbook.js';

const list: Sheet = {
  name: '转介台账',
  title: '',
  subtitle: '',
  tables: [{ columns: [], rows: [['本期无数据']], rowCount: 1, isList: true }],
  notes: [],
};

describe('目录', () => {
  const sheet = contentsSheet({
    branch: '城东支行',
    subtitle: '',
    entries: [
      { sheet: list, about: '每笔转介' },
      { name: '基金销售台帐', about: '每笔基金', absent: '没有基金交易' },
    ],
    figures: [['客户数', '3 户']],
    intake: [],
    notes: [],
  });

  test('an empty ledger has 0 rows, one that is absent says why and has no link', () => {
    expect([...(sheet.tables[0]?.rows ?? [])]).toEqual([
      [1, '转介台账', '每笔转介', 0, '打开'],
      [2, '基金销售台帐', '每笔基金', '未写出：没有基金交易', null],
    ]);
  });

  test('links lead to the sheet of the row', () => {
    expect(sheet.tables[0]?.columns.find(({ isLink }) => isLink)?.formula).toContain('HYPERLINK("#\'"&{sheet}&"\'!A1"');
  });
});

describe('names of ledgers', () => {
  test.each([
    ['理财', ['理财']],
    ['rfm', ['RFM']],
    ['转介统', ['转介']],
    ['个人', ['贵宾']],
    ['睡眠客户唤', ['睡眠']],
    ['工作', ['日志']],
    ['导出', []],
    ['', []],
  ])('%j means %j', (word, names) => {
    expect(ledgersNamed(word)).toEqual(names);
  });

  test('every name means itself', () => {
    for (const name of ledgerNames) expect(ledgersNamed(name)).toEqual([name]);
  });
});
