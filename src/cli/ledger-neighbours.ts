// Other ledgers in the folder of the results, about which the user may want to know.
import { existsSync, readdirSync } from 'node:fs';
import { ledgerStem } from '../model/ledger-file.js';
import { ledgerFileName } from './previous-files.js';

/**
 * One sentence each: earlier workbooks of the same ledgers, whose hand entries were not asked for, and those of nobody's in a run that
 * writes one for every employee. `written` are the names of the run.
 */
export function neighbourHints(
  folder: string,
  written: readonly string[],
  { hasPrevious, splitsByEmployee }: { readonly hasPrevious: boolean; readonly splitsByEmployee: boolean },
): readonly string[] {
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => ledgerFileName.test(name)) : [];
  const stems = new Set(written.map(ledgerStem));
  const present = others.filter((name) => !written.includes(name)).sort();
  const earlier = present.filter((name) => stems.has(ledgerStem(name)));
  const left = present.filter((name) => name.startsWith('台账_') && !stems.has(ledgerStem(name)));
  const hints: string[] = [];
  if (!hasPrevious && earlier.length > 0)
    hints.push(`“${earlier.at(-1)}”里手填的内容没有带过来；要带过来，请加 --previous 指定它或这个文件夹`);
  if (splitsByEmployee && left.length > 0)
    hints.push(
      `“${left[0]}”${left.length > 1 ? `等 ${left.length} 本` : ''}没有重写（员工已离开或没有客户），原文件保留`,
    );
  return hints;
}
