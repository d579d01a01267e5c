// Statements of seven banks and one wallet against what another program, double-entry-generator, makes of them.
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { type IntakeOptions, newTally, type OpenExport, type ReadTally } from '../../src/exports/export.js';
import { openExports } from '../../src/exports/read.js';
import type { RowCounts } from '../../src/model/intake.js';
import type { Transaction } from '../../src/model/transaction.js';
import { runIn } from '../run.js';
import { isAbsent, outside } from './outside-data.js';

interface Statement {
  /** How the names of its files begin. */
  readonly layout: string;
  readonly rows: number;
  /** Rows that the other program lists; fewer where its rules ignore some. */
  readonly listed: number;
  /** The account that the statement is of, in the other program's books. */
  readonly own: RegExp;
  readonly creditFen: number;
  readonly debitFen: number;
  /** What the 合计 row states, [credit, debit], where the contributor altered the amounts. */
  readonly statedFen?: readonly [number, number];
  /** A day after the last row. */
  readonly asOf: string;
  readonly options?: readonly string[];
  /** Listed rows whose side the file does not state: day and amount alone agree. */
  readonly withoutDirection?: number;
}

const statements: readonly Statement[] = [
  {
    ...{ layout: 'icbc__debit-v1', rows: 11, listed: 7, own: /^Assets:Bank:CN:ICBC$/, asOf: '2023-05-03' },
    ...{ creditFen: 284_174, debitFen: 424_108, statedFen: [123_456, 987_654] },
  },
  {
    ...{ layout: 'icbc__credit', rows: 9, listed: 4, own: /^Liabilities:Bank:CN:ICBC$/, asOf: '2023-05-06' },
    ...{ creditFen: 462_101, debitFen: 36_313, statedFen: [123_456, 654_321] },
  },
  {
    ...{ layout: 'abc_debit', rows: 5, listed: 5, own: /^Assets:ABC:DebitCard$/, asOf: '2024-01-05' },
    ...{ creditFen: 1_000_001, debitFen: 1_235_589 },
  },
  {
    ...{ layout: 'boc__debit', rows: 17, listed: 8, own: /^Assets:DC:BoC:3167$/, asOf: '2025-08-23' },
    ...{ creditFen: 982_100, debitFen: 939_430 },
  },
  {
    ...{ layout: 'bocom_debit', rows: 6, listed: 6, own: /^Assets:DebitCard:BOCOM$/, asOf: '2025-01-02' },
    ...{ creditFen: 1_125, debitFen: 11_400 },
  },
  {
    ...{ layout: 'cmb__debit', rows: 5, listed: 5, own: /^Assets:DebitCard:CMB$/, asOf: '2024-01-28' },
    ...{ creditFen: 123_400, debitFen: 201_314 },
  },
  {
    ...{ layout: 'ccb', rows: 6, listed: 6, own: /^Assets:Bank:CN:CCB:Checking$/, asOf: '2025-01-07' },
    ...{ creditFen: 0, debitFen: 70_326 },
  },
  {
    // 不计收支 is no direction; the rules file calls it a debit, and the 247.37 of its rows are among the debits here.
    ...{ layout: 'alipay', rows: 10, listed: 7, own: /Alipay$|^Assets:FIXME$|^Liabilities:CC/, asOf: '2023-07-11' },
    ...{ creditFen: 22_222_850, debitFen: 21_164 + 24_737, withoutDirection: 1 },
    options: ['--kind', 'transactions=FILE', '--map', 'transactions.txnDate=交易时间', '--rules', 'RULES'],
  },
];

const account = ['--map', 'transactions.acctNo==演示账户'];
const rulesFile = join(import.meta.dirname, 'alipay-rules.yaml');

/** The file of a layout in a folder of the outside data. */
function found(layout: string, folder: string, ending = ''): string {
  const name = readdirSync(outside(folder)).find((file) => file.startsWith(`${layout}_`) && file.endsWith(ending));
  if (name === undefined) throw new Error(`${folder} holds no ${layout}`);
  return outside(join(folder, name));
}

function fileOf(layout: string): string {
  return found(layout, 'statements');
}

function settingsFor({ layout, options = [] }: Statement): readonly string[] {
  return [...account, ...options.map((option) => option.replace('FILE', fileOf(layout)).replace('RULES', rulesFile))];
}

const intake: IntakeOptions = {
  kinds: new Map(),
  columns: new Map([['transactions.acctNo', '=演示账户']]),
  maxRejects: { share: 0.01 },
  acceptTotalMismatch: true,
  dateForm: undefined,
  directionCodes: {},
  triggerCodes: {},
  reversalCodes: {},
};

function intakeFor({ layout }: Statement): IntakeOptions {
  if (layout !== 'alipay') return intake;
  return {
    ...intake,
    kinds: new Map([[fileOf(layout), 'transactions']]),
    columns: new Map([...intake.columns, ['transactions.txnDate', '交易时间']]),
    directionCodes: { 不计收支: 'D' },
  };
}

async function readWhole(statement: Statement): Promise<{ rows: readonly Transaction[]; tally: ReadTally }> {
  const raw = await openFile(fileOf(statement.layout), statement.layout);
  const { exports } = await openExports([raw], intakeFor(statement));
  const tally = newTally();
  const rows: Transaction[] = [];
  for await (const batch of (exports[0] as OpenExport<Transaction>).read(tally)) rows.push(...batch);
  return { rows, tally };
}

interface Listed {
  readonly date: string;
  readonly fen: number;
  readonly direction: 'D' | 'C' | '';
}

/** Day, amount and direction of every entry, as the posting to the statement's own account gives them. */
function listedRows({ layout, own }: Statement): readonly Listed[] {
  const listed: Listed[] = [];
  let date = '';
  for (const line of readFileSync(found(layout, 'statements/expected', '.beancount'), 'utf8').split('\n')) {
    date = /^(\d{4}-\d\d-\d\d) \*/.exec(line)?.[1] ?? date;
    const posting = /^\s+(\S+) (-?)(\d+)\.(\d\d) CNY$/.exec(line);
    if (posting === null || !own.test(posting[1]!)) continue;
    const fen = Number(posting[3]! + posting[4]!);
    listed.push({ date, fen, direction: fen === 0 ? '' : posting[2] === '-' ? 'D' : 'C' });
  }
  return listed;
}

const keyOf = ({ date, fen, direction }: Listed) => `${date} ${fen} ${direction}`;

function keysOf(rows: readonly Transaction[]): string[] {
  return rows.map(({ txnDate, amountFen, direction }) =>
    keyOf({ date: txnDate, fen: Math.abs(amountFen), direction: amountFen === 0 ? '' : direction }),
  );
}

/** What of `wanted` is not in `found`, each counted as often as it stands there. */
function missingFrom(found: readonly string[], wanted: readonly string[]): readonly string[] {
  const rest = [...found];
  return wanted.filter((key) => {
    const at = rest.indexOf(key);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

describe.skipIf(isAbsent('statements')).each(statements.map((one) => [one.layout, one] as const))(
  '%s',
  (_, statement) => {
    const { rows: rowCount, listed: listedCount, creditFen, debitFen } = statement;

    test('days, amounts and directions agree with every published row', async () => {
      const { rows } = await readWhole(statement);
      const listed = listedRows(statement);
      expect(rows).toHaveLength(rowCount);
      expect(listed).toHaveLength(listedCount);
      const unmatched = missingFrom(keysOf(rows), listed.map(keyOf));
      expect(unmatched).toHaveLength(statement.withoutDirection ?? 0);
      const bare = (keys: readonly string[]) => keys.map((key) => key.replace(/ [DC]?$/, ''));
      expect(missingFrom(bare(keysOf(rows)), bare(listed.map(keyOf)))).toEqual([]);
    });

    test('money in and out add up to the recounted sums', async () => {
      const { rows, tally } = await readWhole(statement);
      const total = (side: 'D' | 'C') =>
        rows.filter(({ direction }) => direction === side).reduce((sum, { amountFen }) => sum + amountFen, 0);
      expect([total('C'), total('D')]).toEqual([creditFen, debitFen]);
      const { statedFen } = statement;
      const expected =
        statedFen === undefined
          ? []
          : [
              [statedFen[0], creditFen, false],
              [statedFen[1], debitFen, false],
            ];
      expect(tally.controlTotals.map((one) => [one.statedFen, one.computedFen, one.agrees])).toEqual(expected);
    });

    test('segment and inspect run to the end with rows that add up', async () => {
      const file = fileOf(statement.layout);
      const accepted = statement.statedFen === undefined ? [] : ['--accept-total-mismatch'];
      const settings = [...settingsFor(statement), ...accepted];
      const segment = await runIn(tmpdir(), ['segment', file, '--as-of', statement.asOf, '-f', 'json', ...settings]);
      expect([0, 4], segment.stderr).toContain(segment.code);
      const report = JSON.parse(segment.stdout);
      expectRows(report.intake[0].rows, rowCount);
      expect(report.intake[0].sums).toEqual({ creditFen, debitFen });
      expect(report.summary.customers).toBe(1);
      const inspect = await runIn(tmpdir(), ['inspect', file, '-f', 'json', ...settings]);
      expect(inspect.code, inspect.stderr).toBe(statement.statedFen === undefined ? 0 : 4);
      expectRows(JSON.parse(inspect.stdout).files[0].rows, rowCount);
    });

    test.skipIf(statement.statedFen === undefined)('the altered 合计 refuses the file, with both sums', async () => {
      const file = fileOf(statement.layout);
      const run = await runIn(tmpdir(), ['segment', file, '--as-of', statement.asOf, ...account]);
      expect(run).toMatchObject({ code: 3, stdout: '' });
      const yuan = (fen: number) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
      for (const fen of [...statement.statedFen!, creditFen, debitFen]) expect(run.stderr).toContain(`${yuan(fen)} 元`);
    });
  },
);

function expectRows(rows: RowCounts, used: number): void {
  const { read, ...parts } = rows;
  expect(rows).toMatchObject({ used, rejected: 0 });
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(read);
}
