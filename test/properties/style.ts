// How a bank's system happens to write its exports. None of it may change a figure.

export interface Style {
  readonly container: 'text' | 'xlsx' | 'html' | 'gz' | 'zip';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly delimiter: ',' | '\t' | '|' | ';' | '^' | '|+|';
  /** Cells in quotes even where they need none. */
  readonly quotesAll: boolean;
  /** Which of the header words that DOMAIN.md §6.3 allows. */
  readonly words: number;
  readonly columns: 'usual' | 'reversed' | 'mixed';
  /** 借贷标志 beside an amount, one signed amount, income and expense, or these two under a common heading. */
  readonly direction: 'flag' | 'signed' | 'pair' | 'grouped pair';
  readonly balanceUnit: '元' | '万元';
  readonly preamble: boolean;
  readonly blankLines: boolean;
  readonly totals: boolean;
  readonly repeatedHeader: boolean;
  readonly padding: '' | ' ' | '\t' | '\u3000';
  /** What stands in a cell without value. */
  readonly empty: '' | '-' | '--' | 'NULL' | '无';
  readonly dates: 'dashed' | 'plain' | 'slashed' | 'Chinese' | 'with time';
  readonly amounts: 'plain' | 'thousands' | 'full width' | 'currency sign';
  /** Seed of the order of rows; 0 = as invented. */
  readonly shuffle: number;
  readonly filesPerKind: number;
  readonly fileNames: 'usual' | 'meaningless' | 'misleading';
}

export const plainStyle: Style = {
  container: 'text',
  encoding: 'utf-8',
  lineEnd: '\n',
  delimiter: ',',
  quotesAll: false,
  words: 0,
  columns: 'usual',
  direction: 'flag',
  balanceUnit: '元',
  preamble: false,
  blankLines: false,
  totals: false,
  repeatedHeader: false,
  padding: '',
  empty: '',
  dates: 'dashed',
  amounts: 'plain',
  shuffle: 0,
  filesPerKind: 1,
  fileNames: 'usual',
};

/** Relation → what of the style changes. */
export const restyles: readonly (readonly [string, Partial<Style>])[] = [
  ['rows are shuffled', { shuffle: 11 }],
  ['rows are shuffled another way and split into three files', { shuffle: 12, filesPerKind: 3 }],
  ['every kind is split into two files', { filesPerKind: 2 }],
  ['lines end with CRLF', { lineEnd: '\r\n' }],
  ['lines end with CR', { lineEnd: '\r' }],
  ['the text is UTF-8 with a mark', { encoding: 'utf-8-bom' }],
  ['the text is GB18030', { encoding: 'gb18030', lineEnd: '\r\n' }],
  ['the text is UTF-16 LE', { encoding: 'utf-16le', delimiter: '\t' }],
  ['the text is UTF-16 BE', { encoding: 'utf-16be' }],
  ['cells are cut by tabs', { delimiter: '\t' }],
  ['cells are cut by bars', { delimiter: '|', encoding: 'gb18030' }],
  ['cells are cut by bars with plus signs', { delimiter: '|+|' }],
  ['cells are cut by semicolons', { delimiter: ';' }],
  ['cells are cut by carets', { delimiter: '^' }],
  ['every cell is quoted', { quotesAll: true }],
  ['the exports are workbooks', { container: 'xlsx' }],
  [
    'the exports are workbooks with titles, totals and 万元',
    { container: 'xlsx', preamble: true, totals: true, balanceUnit: '万元', words: 1 },
  ],
  ['the exports are web pages', { container: 'html', preamble: true, totals: true }],
  ['the exports are packed with gzip', { container: 'gz', encoding: 'gb18030' }],
  ['the exports are packed in archives', { container: 'zip', totals: true }],
  ['balances are in 万元', { balanceUnit: '万元' }],
  ['columns stand in reverse', { columns: 'reversed' }],
  ['columns are mixed and go by other names', { columns: 'mixed', words: 1 }],
  ['columns go by yet other names', { words: 2 }],
  ['amounts are signed', { direction: 'signed' }],
  ['income and expense have columns of their own', { direction: 'pair' }],
  ['income and expense stand under a common heading', { direction: 'grouped pair' }],
  ['lines stand above the table', { preamble: true }],
  [
    'lines stand above, between and below the rows',
    { preamble: true, blankLines: true, totals: true, repeatedHeader: true },
  ],
  ['there are blank lines', { blankLines: true }],
  ['there are control totals', { totals: true }],
  ['control totals stand below signed amounts', { totals: true, direction: 'signed' }],
  ['control totals stand below income and expense', { totals: true, direction: 'pair', balanceUnit: '万元' }],
  ['cells are padded with blanks', { padding: ' ' }],
  ['cells are padded with tabs', { padding: '\t', empty: '-' }],
  ['cells are padded with wide blanks', { padding: '\u3000', delimiter: ';' }],
  ['nothing is written as NULL', { empty: 'NULL' }],
  ['nothing is written as 无', { empty: '无', delimiter: '|' }],
  ['dates are digits alone', { dates: 'plain', amounts: 'thousands' }],
  ['dates have slashes', { dates: 'slashed', amounts: 'full width' }],
  ['dates are Chinese', { dates: 'Chinese', amounts: 'currency sign' }],
  ['dates have a time behind them', { dates: 'with time' }],
  ['file names say nothing', { fileNames: 'meaningless' }],
  ['file names mislead', { fileNames: 'misleading' }],
];
