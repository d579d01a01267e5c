// The options of `ledger`, taken apart before anything is read.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { ledgersNamed, workLogLedger } from '../ledger/workbook.js';
import type { Day } from '../model/day.js';
import { type Audit, auditOf } from './audit.js';
import type { OptionValues } from './command.js';
import type { LedgerWish } from './ledger-books.js';
import { type BranchIdentity, branchOption } from './ledger-branch.js';
import { text, usage } from './option-values.js';
import { type PreviousFiles, previousFiles } from './previous-files.js';
import { dayOption, type Settings } from './settings.js';
import type { Shell } from './shell.js';

export interface LedgerOrder extends LedgerWish, PreviousFiles {
  readonly paths: readonly string[];
  /** Absolute. */
  readonly folder: string;
  readonly branch: BranchIdentity | undefined;
  readonly printDate: Day | undefined;
  readonly includesRedemptions: boolean;
  readonly hasPrevious: boolean;
  /** Under --mask full. */
  readonly audit: Audit | undefined;
}

/** Words before the paths that are no paths but ledgers; a file or folder of that name wins. */
function splitArguments(args: readonly string[], shell: Shell): Pick<LedgerOrder, 'paths' | 'ledgers'> {
  const chosen = args.filter((word) => !existsSync(resolve(shell.cwd, word)) && ledgersNamed(word).length > 0);
  const paths = args.filter((word) => !chosen.includes(word));
  if (paths.length === 0) throw usage('请给出导出所在的文件或文件夹，如 taizhang ledger 导出/2025-09 -o 台账');
  return { paths, ledgers: chosen.length === 0 ? undefined : [...new Set(chosen.flatMap(ledgersNamed))] };
}

/** The real path of the nearest folder that exists, with what is missing behind it. */
function realFolder(path: string): string {
  if (existsSync(path) || dirname(path) === path) return existsSync(path) ? realpathSync(path) : path;
  return resolve(realFolder(dirname(path)), relative(dirname(path), path));
}

/** Results among the exports would be read as exports by the next run. */
function refuseFolderAmongInputs(folder: string, paths: readonly string[], shell: Shell): void {
  const target = realFolder(folder);
  for (const path of paths) {
    const input = resolve(shell.cwd, path);
    if (!existsSync(input) || !statSync(input).isDirectory()) continue;
    const inside = relative(realpathSync(input), target);
    if (inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(inside) !== inside))
      throw usage(`-o ${basename(folder)}：在导出的文件夹 ${path} 里，结果不要和导出放在一起；请换一个文件夹`);
  }
}

/** A name of a workbook is meant as one: a folder of that name would only puzzle. */
function refuseWorkbookName(output: string, folder: string): void {
  if (!/\.(?:xlsx|xls|csv|json)$/i.test(output) || existsSync(folder)) return;
  throw usage(`-o ${output}：这里写文件夹，台账的文件名由程序定（台账_机构_日期.xlsx）；如 -o 台账`);
}

/** Nobody's own file shows customers in full: `owner` is made for that. Throws UserError (exit 2). */
function auditedOrder({ paths, ledgers }: Pick<LedgerOrder, 'paths' | 'ledgers'>, options: OptionValues, of: Settings) {
  const audit = auditOf('ledger', paths, of, text(options.output));
  const hasLogs = options.withLog === true || ledgers?.includes(workLogLedger) === true;
  if (audit !== undefined && (hasLogs || options.splitBy !== undefined))
    throw usage('--mask full：只能写全行的台账，不能同时写每位员工的台账或工作日志');
  return audit;
}

/** Throws UserError (exit 2). */
export function ledgerOrder(
  args: readonly string[],
  options: OptionValues,
  settings: Settings,
  shell: Shell,
): LedgerOrder {
  const output = text(options.output);
  if (output === undefined) throw usage('写台账需要 -o 指定文件夹，如 -o 台账');
  const { paths, ledgers } = splitArguments(args, shell);
  const folder = resolve(shell.cwd, output);
  refuseWorkbookName(output, folder);
  refuseFolderAmongInputs(folder, paths, shell);
  const splitBy = text(options.splitBy);
  if (splitBy !== undefined && splitBy !== 'employee') throw usage(`--split-by ${splitBy}：只能是 employee`);
  if (splitBy !== undefined && settings.rules.privacy.profile === 'public')
    throw usage('--split-by employee：每本都列出本人客户和姓名，不能和 --mask public 一起用；请去掉其中一个');
  return {
    paths,
    ledgers,
    folder,
    withLog: options.withLog === true,
    includesRedemptions: options.withRedeem === true,
    ...previousFiles(text(options.previous), shell.cwd),
    hasPrevious: options.previous !== undefined,
    audit: auditedOrder({ paths, ledgers }, options, settings),
    splitsByEmployee: splitBy !== undefined,
    branch: branchOption(text(options.branch)),
    printDate: dayOption('--print-date', text(options.printDate)),
  };
}
