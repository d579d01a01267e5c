// The programs that are measured: taizhang's commands, and what does a part of their work.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const at = (name) => fileURLToPath(new URL(name, import.meta.url));
export const node = process.execPath;

/** `taizhang`: 4 is "done, but a check failed", still a whole run. */
export function taizhang(id, does, args, rest = {}) {
  return { id, does, command: node, args: [at('../bin/taizhang.js'), ...args], accepted: [0, 4], ...rest };
}

export function segment(id, does, folder, options, rest = {}) {
  return taizhang(id, does, ['segment', folder, '-f', 'json', '--quiet', ...options], { answers: ['report'], ...rest });
}

/** A machine without DuckDB would run on stream, and its times would stand under a wrong name. */
export const onDuckdb = ({ tools }, id, does, folder, ...options) =>
  segment(id, does, folder, ['--engine', 'duckdb', ...options], { tool: tools.DuckDB });

const millerTotals = `
  $交易日期 > "2024-03-31" && $交易日期 <= "2025-03-31" {
    @rows[$客户号] += 1; @yuan[$客户号] += $交易金额; @last[$客户号] = max(@last[$客户号], $交易日期)
  }
  end {
    num rows = 0; num yuan = 0; str last = "";
    for (customer, count in @rows) {
      rows += count; yuan += @yuan[customer];
      last = strlen(last) == 0 ? @last[customer] : max(last, @last[customer])
    }
    print length(@rows) . " " . rows . " " . fmtnum(yuan, "%.2f") . " " . last
  }`;

const trusted = 'trusting every cell';

/**
 * The references that do the same work on the four exports, as an analyst would write it: none checks a cell, a file or a row's
 * place, explains a tier or masks a name. `figures` and `scores` of their customers are those of the reports.
 */
export function segmentations(folder, tools) {
  const exports = ['customers', 'accounts', 'balances', 'transactions'].map((name) => join(folder, `${name}.csv`));
  return [
    {
      id: 'pandas',
      does: `the same work, ${trusted}: copies, classes, reversals, own transfers, R, F, M, AUM, scores and tiers as JSON`,
      tool: tools.pandas,
      command: tools.pandas.command,
      args: [at('pandas-segment.py'), folder],
      answers: ['customers'],
    },
    {
      id: 'Miller',
      does: `most of it, ${trusted}: copies within a day, classes, R, F, M, AUM and tiers as JSON; no reversals, own transfers, scores`,
      tool: tools.Miller,
      command: tools.Miller.command,
      args: ['-S', '--icsv', '--ojson', 'put', '-q', '-f', at('miller-segment.mlr'), ...exports],
      answers: ['customers'],
    },
  ];
}

const grouping = 'groups the bookings of 365 days by customer: count, sum, last day';

/** The references that do a part of the work: the same grouping of the same file, none of the classification. */
export function groupings(folder, tools) {
  const file = join(folder, 'transactions.csv');
  return [
    {
      id: 'bare DuckDB',
      does: grouping,
      tool: tools.DuckDB,
      command: node,
      args: [at('bare-duckdb.mjs'), file],
      answers: ['totals'],
    },
    {
      id: 'pandas, grouping',
      does: grouping,
      tool: tools.pandas,
      command: tools.pandas.command,
      args: [at('pandas-group.py'), file],
      answers: ['totals'],
    },
    {
      id: 'Miller, grouping',
      does: grouping,
      tool: tools.Miller,
      command: tools.Miller.command,
      args: ['--icsv', '--oxtab', 'put', '-q', millerTotals, file],
      answers: ['totals'],
    },
  ];
}
