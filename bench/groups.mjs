// What is measured: programs that run by turns over the same data, and what is claimed of them.
import { join } from 'node:path';
import { at, groupings, node, onDuckdb, segment, segmentations, taizhang } from './programs.mjs';

const asFast = (than, times) => ({ kind: 'timesAsFast', program: 'DuckDB engine', than, times });

/** Its customers are compared with those of the references that do the same work. */
const withCustomers = (program) => ({ ...program, answers: ['report', 'customers'] });

const sameCustomers = [
  { kind: 'same', of: 'figures', programs: ['DuckDB engine', 'pandas', 'Miller'] },
  { kind: 'same', of: 'scores', programs: ['DuckDB engine', 'pandas'] },
];

function million(scene) {
  const { folders, tools } = scene;
  return {
    rounds: 5,
    programs: [
      segment('stream engine', 'segment -f json --engine stream', folders.million, ['--engine', 'stream']),
      {
        id: 'csv-parse',
        does: 'reads the transactions, keeps nothing',
        command: node,
        args: [at('csv-parse.mjs'), join(folders.million, 'transactions.csv')],
      },
      withCustomers(onDuckdb(scene, 'DuckDB engine', 'segment -f json --engine duckdb', folders.million)),
      ...segmentations(folders.million, tools),
      ...groupings(folders.million, tools),
      onDuckdb(scene, 'DuckDB engine, GB18030', 'the same from GB18030', folders.millionGb),
      { ...onDuckdb(scene, 'start-up', 'the same from 100 transactions', folders.tiny), answers: undefined },
      {
        id: 'R rfm',
        does: 'scores the same customers (rfm_table_order)',
        tool: tools['R rfm'],
        command: tools['R rfm'].command,
        args: [at('rfm.R'), join(folders.million, 'transactions.csv')],
        answers: ['totals'],
      },
    ],
    claims: [
      { kind: 'ratio', program: 'stream engine', against: 'csv-parse', atMost: 2.5 },
      { kind: 'memory', program: 'stream engine', belowMb: 400 },
      { kind: 'ratio', program: 'DuckDB engine', without: 'start-up', against: 'bare DuckDB', atMost: 2 },
      { kind: 'memory', program: 'DuckDB engine', belowMb: 600 },
      { kind: 'ratio', program: 'DuckDB engine, GB18030', against: 'DuckDB engine', atMost: 2.5 },
      asFast('pandas', 3),
      asFast('Miller', 5),
      { kind: 'same', of: 'report', programs: ['stream engine', 'DuckDB engine', 'DuckDB engine, GB18030'] },
      ...sameCustomers,
      { kind: 'same', of: 'totals', programs: ['bare DuckDB', 'pandas, grouping', 'Miller, grouping', 'R rfm'] },
    ],
  };
}

/** Which engine `--engine auto` takes is settled by what this group shows. */
function middleSizes(scene) {
  const { folders } = scene;
  const sizes = [
    ['10 MB', folders.tenMb],
    ['20 MB', folders.twentyMb],
    ['40 MB', folders.fortyMb],
  ];
  return {
    rounds: 5,
    programs: sizes.flatMap(([size, folder]) => [
      segment(`stream, ${size}`, 'segment -f json --engine stream', folder, ['--engine', 'stream']),
      onDuckdb(scene, `DuckDB, ${size}`, 'segment -f json --engine duckdb', folder),
    ]),
    claims: [
      { kind: 'ratio', program: 'DuckDB, 40 MB', against: 'stream, 40 MB', atMost: 1 },
      ...sizes.map(([size]) => ({ kind: 'same', of: 'report', programs: [`stream, ${size}`, `DuckDB, ${size}`] })),
    ],
  };
}

/** Miller would need minutes and most of the memory of a large machine for so many rows. */
function tenMillion(scene) {
  const { folders, tools } = scene;
  const withoutMiller = ({ tool }) => tool !== tools.Miller;
  return {
    rounds: 2,
    programs: [
      withCustomers(onDuckdb(scene, 'DuckDB engine', 'segment -f json --engine duckdb', folders.tenMillion)),
      ...segmentations(folders.tenMillion, tools).filter(withoutMiller),
      ...groupings(folders.tenMillion, tools).filter(withoutMiller),
      onDuckdb(scene, 'DuckDB engine, GB18030', 'the same from GB18030', folders.tenMillionGb),
      onDuckdb(
        scene,
        'DuckDB engine, 1 GB',
        'the same with --memory-limit 1GB',
        folders.tenMillion,
        '--memory-limit',
        '1GB',
      ),
    ],
    claims: [
      { kind: 'ratio', program: 'DuckDB engine', against: 'bare DuckDB', atMost: 1.6 },
      { kind: 'memory', program: 'DuckDB engine', belowMb: 1500 },
      { kind: 'ratio', program: 'DuckDB engine, GB18030', against: 'DuckDB engine', atMost: 2.5 },
      asFast('pandas', 3),
      { kind: 'same', of: 'report', programs: ['DuckDB engine', 'DuckDB engine, GB18030', 'DuckDB engine, 1 GB'] },
      { kind: 'same', of: 'figures', programs: ['DuckDB engine', 'pandas'] },
      { kind: 'same', of: 'scores', programs: ['DuckDB engine', 'pandas'] },
      { kind: 'same', of: 'totals', programs: ['bare DuckDB', 'pandas, grouping'] },
    ],
  };
}

function workbook({ folders, out }) {
  const [cells, ours, theirs] = ['cells.csv', 'ours.xlsx', 'exceljs.xlsx'].map((name) => join(out, name));
  const read = ['segment', folders.customers, '--quiet'];
  return {
    rounds: 3,
    prepare: taizhang('cells', 'segment -f csv', [...read, '-o', cells]),
    programs: [
      taizhang('segment -f xlsx', 'writes the workbook', [...read, '-o', ours], { removes: ours }),
      taizhang('segment', 'the same analysis, figures on the screen only', read),
      {
        id: 'exceljs',
        does: "writes the cells of the customers' list with its streaming writer, typed and formatted",
        command: node,
        args: [at('exceljs-streaming.mjs'), cells, theirs],
        removes: theirs,
      },
      {
        id: 'exceljs, nothing written',
        does: 'reads the same cells from a CSV file',
        command: node,
        args: [at('exceljs-streaming.mjs'), cells],
      },
    ],
    claims: [
      {
        kind: 'ratio',
        program: 'segment -f xlsx',
        without: 'segment',
        against: 'exceljs',
        againstWithout: 'exceljs, nothing written',
        atMost: 1.3,
      },
    ],
  };
}

function ledger({ folders, out }) {
  const [whole, split] = ['ledger', 'ledger-split'].map((name) => join(out, name));
  const write = (folder, ...options) => ['ledger', folders.ledger, '-o', folder, '--quiet', ...options];
  return {
    rounds: 3,
    programs: [
      taizhang('ledger', 'one workbook', write(whole), { removes: whole }),
      taizhang('ledger --split-by employee', 'one per employee', write(split, '--split-by', 'employee'), {
        removes: split,
      }),
    ],
    claims: [
      { kind: 'seconds', program: 'ledger', below: 10 },
      { kind: 'memory', program: 'ledger', belowMb: 600 },
      { kind: 'ratio', program: 'ledger --split-by employee', against: 'ledger', atMost: 2 },
    ],
  };
}

function startUp() {
  return {
    rounds: 21,
    programs: [
      taizhang('taizhang --help', 'shows the help', ['--help']),
      { id: 'node -e 0', does: 'nothing', command: node, args: ['-e', '0'] },
    ],
    claims: [{ kind: 'ratio', program: 'taizhang --help', against: 'node -e 0', atMost: 2.5 }],
  };
}

/** `of` makes the group from { folders, out, tools }; a large one is left out of --quick. */
export const groups = [
  { name: '1m', title: 'A million transactions', inputs: ['million', 'millionGb', 'tiny'], of: million },
  {
    name: 'auto',
    title: 'The engines at middle sizes',
    inputs: ['tenMb', 'twentyMb', 'fortyMb'],
    of: middleSizes,
  },
  {
    name: '10m',
    title: 'Ten million transactions',
    inputs: ['tenMillion', 'tenMillionGb'],
    isLarge: true,
    of: tenMillion,
  },
  { name: 'xlsx', title: 'A workbook of 200,000 customers', inputs: ['customers'], isLarge: true, of: workbook },
  { name: 'ledger', title: 'The ledgers', inputs: ['ledger'], of: ledger },
  { name: 'help', title: 'Start-up', inputs: [], of: startUp },
];
