import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src/ledger/sheet.js';
import { htmlChunks } from '../../src/render/html.js';
import { column, detailSheet, summarySheet } from './sheets.js';

function html(...sheets: readonly Sheet[]): string {
  return [...htmlChunks(sheets)].join('');
}

describe('html', () => {
  test('no text of a cell becomes markup', () => {
    const evil = '<script>alert("1")</script>&\'';
    const table = { heading: evil, columns: [column(evil, 'text', evil)], rows: [[evil]], rowCount: 1, total: [evil] };
    const page = html({ name: evil, title: evil, subtitle: evil, notes: [evil], tables: [table] });
    expect(page).not.toContain('<script');
    expect(page.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;')).toHaveLength(10);
  });

  test('nothing is loaded from elsewhere', () => {
    expect(html(summarySheet, detailSheet(3))).not.toMatch(/src=|href=|url\(|@import|<script/);
  });

  test('groups span their columns and single headers both rows', () => {
    const page = html(detailSheet(1));
    expect(page).toContain('<th colspan="3">得分</th>');
    expect(page).toContain('<th rowspan="2">客户号</th>');
    expect(page).toContain('<tr><th>R</th><th>F</th><th>M</th></tr>');
  });

  test('an empty table says 本期无数据 and shows no total', () => {
    const page = html(detailSheet(0));
    expect(page).toContain('colspan="14">本期无数据');
    expect(page).not.toContain('<tfoot>');
  });
});
