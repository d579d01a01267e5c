import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { diceOf, mutated } from './mutation.js';
import { type Outcome, readAnything } from './reading.js';

// A fixed seed, so that a failure can be repeated; the number of the failing input is in the message.

const seed = 20250930;
const planted = ['欧阳云栖', '13012345678', '6222990000000001234', '110105199003071234'];
const [name, phone, account, idNo] = planted as [string, string, string, string];

const customers = [
  '客户信息清单',
  '客户号,客户姓名,证件号码,手机号,开户日期,金额说明',
  `0088000001,${name},${idNo},${phone},2020-01-31,甲`,
  `0088000002,"${name}",${idNo},${phone},20200229,乙`,
].join('\n');
const bookings = [
  '交易明细查询',
  `卡号：${account}，户名：${name}`,
  '交易日期,流水号,账号,借贷标志,交易金额（元）,余额,摘要,对方户名',
  `2025-09-01,000001,${account},贷,"1,200.00",1200.00,转账存入,${name}`,
  `2025-09-02,000002,${account},借,200.50,999.50,消费,${name}`,
  '',
  `2025/9/3,000003,${account},借,="99.50",900.00,结息,`,
  '合计,,,,"1,500.00",,,',
].join('\r\n');

const texts = [
  Buffer.from(customers, 'utf8'),
  Buffer.from(bookings, 'utf8'),
  iconv.encode(customers, 'gb18030'),
  iconv.encode(bookings, 'gb18030'),
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bookings, 'utf16le')]),
  Buffer.from(
    `<html><table><tr><td>${customers.replaceAll('\n', '</td></tr><tr><td>').replaceAll(',', '</td><td>')}</td></tr></table>`,
  ),
];

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('交易明细');
  for (const line of bookings.split('\r\n')) sheet.addRow(line.replaceAll('"', '').split(','));
  sheet.getCell('A4').value = new Date(Date.UTC(2025, 8, 1));
  sheet.getCell('E5').value = 200.5;
  return Buffer.from(await book.xlsx.writeBuffer());
}

const longestMs = 1000;

/** Damages and reads; every input must be read, not known, or refused with a problem, within a second. */
async function run(
  inputs: readonly Buffer[],
  rounds: number,
  damage: typeof mutated,
): Promise<Record<Outcome, number>> {
  const dice = diceOf(seed);
  const outcomes: Record<Outcome, number> = { read: 0, unknown: 0, refused: 0 };
  for (let round = 0; round < rounds; round++) {
    const bytes = damage(inputs[round % inputs.length] as Buffer, dice);
    const started = performance.now();
    try {
      outcomes[await readAnything(bytes, planted)] += 1;
    } catch (error) {
      throw new Error(`input ${round} of seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    const took = performance.now() - started;
    if (took > longestMs) throw new Error(`input ${round} of seed ${seed} took ${Math.round(took)} ms`);
  }
  return outcomes;
}

describe('damaged input', () => {
  test('40,000 mutated texts are read, unknown or refused, never anything else', { timeout: 400_000 }, async () => {
    const outcomes = await run(texts, 25_000, mutated);
    expect(outcomes.read + outcomes.unknown + outcomes.refused).toBe(25_000);
    expect(outcomes.read).toBeGreaterThan(5_000);
    expect(outcomes.refused).toBeGreaterThan(5_000);
  });

  test('2,000 workbooks with a flipped bit are read or refused, never anything else', {
    timeout: 400_000,
  }, async () => {
    const outcomes = await run([await workbook()], 2_000, (bytes, dice) => {
      const flipped = Buffer.from(bytes);
      const at = dice.below(flipped.length);
      flipped[at] = (flipped[at] as number) ^ (1 << dice.below(8));
      return flipped;
    });
    expect(outcomes.refused).toBeGreaterThan(1_600);
  });
});
