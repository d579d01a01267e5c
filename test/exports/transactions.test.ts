import { describe, expect, test } from 'vitest';
import { isEmptyCell } from '../../src/exports/amount.js';
import type { RowFault } from '../../src/exports/export.js';
import { type CodeOptions, transactionExport } from '../../src/exports/transactions.js';
import type { Transaction } from '../../src/model/transaction.js';

const noCodes: CodeOptions = { directionCodes: {}, triggerCodes: {}, reversalCodes: {} };

/** Reads cells as the row reader does: empty cells first, then `read`. */
function assemble(cells: Readonly<Record<string, string>>, codes: CodeOptions = noCodes): unknown {
  const spec = transactionExport(codes);
  const values: Record<string, unknown> = {};
  for (const [name, text] of Object.entries({ txnDate: '20250930', acctNo: '0622', ...cells })) {
    const field = spec.fields[name];
    if (field === undefined) throw new Error(`no field ${name}`);
    values[name] = isEmptyCell(text) ? field.readEmpty?.(text) : (field.read(text, 1) ?? undefined);
  }
  return spec.assemble(values);
}

function booking(cells: Readonly<Record<string, string>>, codes?: CodeOptions): Transaction {
  return assemble(cells, codes) as Transaction;
}

function fault(cells: Readonly<Record<string, string>>): RowFault {
  const [first] = assemble(cells) as readonly RowFault[];
  return first as RowFault;
}

describe('amount and direction of a booking', () => {
  test.each<[string, Readonly<Record<string, string>>, number, string]>([
    ['a debit word beside an unsigned amount', { amount: '114.00', dc: '借 Dr' }, 11400, 'D'],
    ['a credit word beside an unsigned amount', { amount: '1.23', dc: '贷 Cr' }, 123, 'C'],
    ['a red letter keeps its sign beside an explicit direction', { amount: '-5.00', dc: '贷' }, -500, 'C'],
    ['a minus in the column 借贷标志 is a debit', { amount: '5.00', dc: '-' }, 500, 'D'],
    ['a mathematical minus there is a debit too', { amount: '5.00', dc: '−' }, 500, 'D'],
    ['a plus there is a credit', { amount: '5.00', dc: '+' }, 500, 'C'],
    ['without 借贷标志 a negative amount is a debit, made positive', { amount: '-1,000.00' }, 100000, 'D'],
    ['without 借贷标志 a positive amount is a credit', { amount: '+10000.00' }, 1000000, 'C'],
    ['an amount of nothing is a credit of nothing', { amount: '0.00' }, 0, 'C'],
    ['an amount of nothing needs no 借贷标志', { amount: '0.00', dc: '' }, 0, 'C'],
    ['income with an empty expense', { income: '5.00', expense: '' }, 500, 'C'],
    ['income with an expense of 0', { income: '5.00', expense: '0' }, 500, 'C'],
    ['expense with an empty income', { income: '-', expense: '13.40' }, 1340, 'D'],
    ['expense with an income of 0', { income: '0.00', expense: '13.40' }, 1340, 'D'],
    ['a red letter in the expense column', { income: '', expense: '-13.40' }, -1340, 'D'],
    ['a pair of zeros', { income: '0', expense: '0' }, 0, 'C'],
    ['an expense of 0 alone', { income: '', expense: '0' }, 0, 'D'],
    ['借贷标志 and amount before a pair', { amount: '5', dc: '借', income: '', expense: '5' }, 500, 'D'],
    ['a pair settles an amount without 借贷标志', { amount: '5', income: '', expense: '5' }, 500, 'D'],
  ])('%s', (_, cells, amountFen, direction) => {
    expect(booking(cells)).toMatchObject({ amountFen, direction });
  });

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['both sides of a pair are filled', { income: '1', expense: '2' }, 'unreadable-value', '都有金额'],
    ['both sides of a pair are empty', { income: '', expense: '-' }, 'missing-value', '交易金额'],
    ['there is no amount', { amount: '', dc: '借' }, 'missing-value', '交易金额'],
    ['the direction is blank although there is a column', { amount: '5', dc: '' }, 'missing-value', '借贷标志'],
    ['the direction is a dash for nothing', { amount: '5', dc: '--' }, 'missing-value', '借贷标志'],
    ['the date is a sentinel', { txnDate: '00000000', amount: '5' }, 'missing-value', '交易日期'],
    ['neither account nor customer is named', { acctNo: '', custNo: '', amount: '5' }, 'missing-value', '客户号'],
  ])('a row is refused when %s', (_, cells, code, text) => {
    expect(fault(cells)).toMatchObject({ code });
    expect(fault(cells).message).toContain(text);
  });

  test('0 and 1 as 借贷标志 are unreadable until configured, and the message shows how', () => {
    const { dc } = transactionExport(noCodes).fields;
    expect([dc?.read('0', 1), dc?.read('1', 1)]).toEqual([undefined, undefined]);
    expect(dc?.expected).toContain('txn.directionCodes');
    const configured = { ...noCodes, directionCodes: { '0': 'D', '1': 'C' } } as const;
    expect(booking({ amount: '5', dc: '0' }, configured).direction).toBe('D');
    expect(booking({ amount: '5', dc: '1' }, configured).direction).toBe('C');
  });
});

describe('currency of a booking', () => {
  test.each<[string, Readonly<Record<string, string>>, Partial<Transaction>]>([
    ['no currency is CNY', { amount: '5' }, { isForeign: false, currency: undefined, amountFen: 500 } as never],
    ['人民币 is CNY', { amount: '5', currency: '人民币' }, { isForeign: false, amountFen: 500 } as never],
    ['a foreign row without a rate is foreign', { amount: '5', currency: 'USD' }, { isForeign: true, currency: 'USD' }],
    [
      'a CNY amount replaces the foreign one',
      { amount: '-5', currency: 'USD', amountCny: '36.01' },
      { isForeign: false, currency: 'USD', amountFen: 3601, direction: 'D' } as never,
    ],
    [
      'a red letter stays one in CNY',
      { amount: '-5', dc: '借', currency: 'USD', amountCny: '36.01' },
      { amountFen: -3601, direction: 'D' } as never,
    ],
    [
      'a CNY row keeps its own amount',
      { amount: '5', currency: 'CNY', amountCny: '5.00' },
      { amountFen: 500 } as never,
    ],
    [
      'a CNY amount counts where nobody says in what currency the row is',
      { amount: '-5', amountCny: '36.01' },
      { isForeign: false, currency: undefined, amountFen: 3601, direction: 'D' } as never,
    ],
    [
      '0 in CNY is no rate',
      { amount: '5', currency: 'USD', amountCny: '0.00' },
      { isForeign: true, amountFen: 500 } as never,
    ],
    ['0 in CNY beside no currency is none', { amount: '5', amountCny: '0.00' }, { amountFen: 500 } as never],
    ['nothing is nothing in CNY, too', { amount: '0', currency: 'USD', amountCny: '0' }, { isForeign: false } as never],
    [
      'a CNY amount alone is the amount',
      { amount: '', currency: 'USD', amountCny: '-36.01' },
      { isForeign: false, amountFen: 3601, direction: 'D' } as never,
    ],
  ])('%s', (_, cells, expected) => {
    expect(booking(cells)).toMatchObject(expected);
  });
});

describe('the other columns of a booking', () => {
  test('an id of zeros is no id', () => {
    expect(booking({ amount: '5', txnId: '0000000000', origTxnId: '0' })).toMatchObject({
      txnId: undefined,
      origTxnId: undefined,
    });
    expect(booking({ amount: '5', txnId: '0000000010' }).txnId).toBe('0000000010');
  });

  test.each([
    ['', 'normal'],
    ['0', 'normal'],
    ['1', 'reversal'],
    ['2', 'reversed'],
  ])('冲正标志 “%s” is %s', (text, reversal) => {
    expect(booking({ amount: '5', reversal: text }).reversal).toBe(reversal);
  });

  test('a full row arrives whole, and columns that nobody needs are not carried', () => {
    const codes: CodeOptions = { ...noCodes, triggerCodes: { '0': 'active' } };
    const cells = {
      ...{ txnTime: '140506', txnId: 'T1', custNo: 'C01', amount: '1,000.00', dc: '借', balance: '9.00' },
      ...{ summary: '转账', memo: '房租', txnType: '01', cashFlag: '转', trigger: '0', channel: '手机银行' },
      ...{ teller: '9999', cpName: '甲', cpAcct: '6222 0000', cpBank: '某行', holderName: '乙', branchNo: '0101' },
    };
    expect(booking(cells, codes)).toEqual({
      ...{ txnDate: '2025-09-30', txnTime: '14:05:06', txnId: 'T1', acctNo: '0622', custNo: 'C01' },
      ...{ amountFen: 100000, direction: 'D', currency: undefined, isForeign: false, balanceFen: 900 },
      ...{ summary: '转账', memo: '房租', txnType: '01', reversal: 'normal', origTxnId: undefined },
      ...{ trigger: 'active', channel: '手机银行', teller: '9999', cpName: '甲', cpAcct: '62220000', holderName: '乙' },
    });
  });

  test('no message of a fault carries a value of the row', () => {
    const messages = [
      fault({ income: '987654.32', expense: '1234.56', holderName: '赵六' }),
      fault({ amount: '987654.32', dc: '', acctNo: '6222000012341234' }),
    ].map(({ message }) => message);
    for (const message of messages) expect(message).not.toMatch(/\d{4}|赵六/);
  });
});
