import { expect, test } from 'vitest';
import { personalColumns } from '../../src/ledger/personal-columns.js';
import type { Sheet, SheetColumn } from '../../src/ledger/sheet.js';

function sheetOf(...columns: readonly (Pick<SheetColumn, 'header'> & Partial<SheetColumn>)[]): Sheet {
  const table = {
    columns: columns.map((column) => ({ format: 'text' as const, width: 9, ...column })),
    rows: [columns.map(() => '甲')],
    rowCount: 1,
  };
  return { name: '名单', title: '名单', subtitle: '', tables: [table], notes: [] };
}

test.each([
  ['客户姓名', true],
  ['联系电话', true],
  ['手机号', true],
  ['证件号码', true],
  ['账号', true],
  ['姓名', false],
  ['转介人', false],
  ['手机银行', false],
  ['客户号', false],
])('a column headed %s holds what belongs to a customer as a person: %s', (header, isPersonal) => {
  expect(personalColumns([sheetOf({ header })])).toEqual(isPersonal ? [`名单/${header}`] : []);
});

test('columns that people fill in, or that no export carries, are not shown in full', () => {
  const columns = [
    { header: '账号', input: true },
    { header: '联系电话', isMissing: true },
  ] as const;
  expect(personalColumns([sheetOf(...columns)])).toEqual([]);
});
