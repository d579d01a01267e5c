// --previous: which workbooks it means.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ledgerDay, ledgerStem } from '../model/ledger-file.js';
import { usage } from './option-values.js';

/** Names of our workbooks. */
export const ledgerFileName = /^(?:台账|工作日志)_.*\.xlsx$/i;
/** A ledger that was saved as something else by mistake. */
const otherFormat = /^((?:台账|工作日志)_.*)\.(?:xls|xlsm|xlsb|xml|ods|et|csv|numbers)$/i;

export interface PreviousFiles {
  /** Workbooks whose hand entries are carried; absolute. */
  readonly previous: readonly string[];
  /** What lies beside them and was not read, or only seems to be one workbook; one sentence each. */
  readonly previousHints: readonly string[];
}

/** Of every ledger in the folder the workbooks of its latest day, by its stem: the first, then what is named as a copy of it. */
function latestOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const latest = new Map<string, readonly string[]>();
  const inOrder = [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const name of inOrder) {
    const known = latest.get(ledgerStem(name)) ?? [];
    const [day, knownDay] = [ledgerDay(name), ledgerDay(known[0] ?? '')];
    if (known.length > 0 && day < knownDay) continue;
    latest.set(ledgerStem(name), day === knownDay ? [...known, name] : [name]);
  }
  return latest;
}

function formatHints(names: readonly string[], latest: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return names.flatMap((name) => {
    const [, ledger] = otherFormat.exec(name) ?? [];
    const known = ledger === undefined ? undefined : latest.get(ledgerStem(ledger))?.[0];
    if (ledger === undefined || (known !== undefined && ledgerDay(ledger) < ledgerDay(known))) return [];
    return [`“${name}”不是 .xlsx 格式，里面手填的内容没有带过来；要带过来，请用 Excel 或 WPS 另存为 .xlsx`];
  });
}

function copyHints(latest: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...latest.values()].flatMap(([first, ...copies]) =>
    copies.map((copy) => `“${first}”和“${copy}”是同一本：都带过来，同一格填得不同的以前一本为准，后一本的在“已移出”`),
  );
}

/** Throws UserError (exit 2). */
export function previousFiles(given: string | undefined, cwd: string): PreviousFiles {
  if (given === undefined) return { previous: [], previousHints: [] };
  const path = resolve(cwd, given);
  if (!existsSync(path)) throw usage(`--previous ${given}：找不到这个文件或文件夹`);
  if (!statSync(path).isDirectory()) return { previous: [path], previousHints: [] };
  const names = readdirSync(path).sort();
  const latest = latestOf(names.filter((name) => ledgerFileName.test(name)));
  const hints = formatHints(names, latest);
  if (latest.size === 0) {
    const missing = `--previous ${given}：文件夹里没有台账（台账_….xlsx 或 工作日志_….xlsx）`;
    throw usage([missing, ...hints.slice(0, 1)].join('；'));
  }
  const previous = [...latest.values()].flat().map((name) => join(path, name));
  return { previous, previousHints: [...copyHints(latest), ...hints] };
}
