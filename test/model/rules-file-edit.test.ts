import { describe, expect, test } from 'vitest';
import { parseRules } from '../../src/model/rules-file.js';
import { withLearntRules } from '../../src/model/rules-file-edit.js';

const learnt = [
  { path: ['columns', 'transactions', 'txnDate'], value: '账务日' },
  { path: ['txn', 'directionCodes', '0'], value: 'D' },
];

describe('rules that were learnt', () => {
  test.each([
    ['a new file', ''],
    ['comments alone', '# 本行\n'],
    ['a key without value', 'columns:\ntxn:\n  directionCodes:\n'],
    ['an empty map in braces', 'columns: {}\n'],
    ['a number for a key', 'txn:\n  directionCodes:\n    0: C\n'],
  ])('are read back after %s', (_, text) => {
    const rules = parseRules(withLearntRules(text, learnt), 'taizhang.yaml');
    expect(rules.columns).toEqual({ transactions: { txnDate: '账务日' } });
    expect(rules.txn.directionCodes).toEqual({ '0': 'D' });
  });

  test('leave comments, order and everything else as they were', () => {
    const text = [
      '# 城东支行的规则',
      'txn:',
      '  unknownAs: SYSTEM # 2025 年 3 月定',
      '',
      '# 列名',
      'columns:',
      '  transactions:',
      '    # 流水号改过两次',
      '    txnId: 主机号',
      'rfm:',
      '  windowDays: 180',
      '',
    ];
    const after = withLearntRules(text.join('\n'), [{ path: ['columns', 'transactions', 'txnDate'], value: '账务日' }]);
    expect(after).toBe(text.toSpliced(9, 0, '    txnDate: 账务日').join('\n'));
  });

  test('replace an earlier value and keep its comment', () => {
    const text = 'files:\n  dateForm: none # 待定\n';
    expect(withLearntRules(text, [{ path: ['files', 'dateForm'], value: 'YYMMDD' }])).toBe(
      'files:\n  dateForm: YYMMDD # 待定\n',
    );
  });

  test('keep the line ends of Windows', () => {
    const after = withLearntRules('# 本行\r\nrfm:\r\n  windowDays: 90\r\n', learnt);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(parseRules(after, 'taizhang.yaml').rfm.windowDays).toBe(90);
  });

  test('added twice change nothing the second time', () => {
    const once = withLearntRules('', learnt);
    expect(withLearntRules(once, learnt)).toBe(once);
  });
});
