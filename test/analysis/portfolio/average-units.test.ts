// The same branch in 元 and in 万元, from the cells of its files.
import { expect, test } from 'vitest';
import type { Balance } from '../../../src/model/balance.js';
import { memoryFile, readWhole, table } from '../../exports/memory.js';
import { on } from '../branch.js';
import { move, rebuiltAverages } from './rebuilt-branch.js';

const others = ['2025-01-01', '2025-09-30'].map((day) => move(day, 1, { custNo: 'Z' }));
const rows = [...others, move('2025-04-01', 20_000_000, { custNo: 'C1', direction: 'C' })];

async function averagesOf(...lines: readonly string[]) {
  const { records } = await readWhole(memoryFile(table(...lines)));
  const balances = records as readonly Balance[];
  const average = await rebuiltAverages({ asOf: on('2025-09-30'), balances, files: [rows] });
  return ['C1', 'C2', 'C3'].map((id) => average?.of(id));
}

test('元 and 万元 give the same averages, by 积数 and by rebuilt balances', async () => {
  const yuan = await averagesOf(
    '客户号,数据日期,金融资产(元),储蓄存款(元),余额积数(元),天数',
    'C1,2025-09-30,300000,300000,,',
    'C2,2025-09-30,1,1,63900000,273',
    'C3,2025-09-30,12345.67,12345.67,,',
  );
  const wan = await averagesOf(
    '客户号,数据日期,金融资产(万元),储蓄存款(万元),余额积数(万元),天数',
    'C1,2025-09-30,30,30,,',
    'C2,2025-09-30,0.0001,0.0001,6390,273',
    'C3,2025-09-30,1.234567,1.234567,,',
  );
  expect(wan).toEqual(yuan);
  expect(yuan).toMatchObject([
    { method: '余额还原', fen: 23_406_593 },
    { method: '余额积数', fen: 23_406_593 },
    { method: '余额还原', fen: 1_234_567 },
  ]);
});
