import type { Day } from '../model/day.js';
import { type Branch, type DemoOptions, inventBranch } from './branch.js';
import { customerWorkbook } from './customer-workbook.js';
import { delimited } from './delimited.js';
import type { Story } from './story.js';
import { accountList, assetSnapshots } from './text-files.js';
import { transactionFiles } from './transaction-files.js';

export interface DemoFile {
  readonly name: string;
  /** The bytes in order; may be walked again, and gives the same bytes then. */
  readonly chunks: Iterable<Uint8Array>;
}

function* told<T>(branch: Branch, part: (story: Story) => readonly T[], from: Day, to: Day): Generator<T> {
  for (const person of branch.people) yield* part(branch.storyOf(person, from, to));
}

function again(walk: () => Iterable<Uint8Array>): Iterable<Uint8Array> {
  return { [Symbol.iterator]: () => walk()[Symbol.iterator]() };
}

/** The exports of a branch. Every file tells all stories anew, so memory grows with customers and not with bookings. */
export function branchFiles(branch: Branch): readonly DemoFile[] {
  const customers = () => branch.people.map((person) => person.customer);
  return [
    {
      name: '客户信息_20250331.xlsx',
      chunks: again(() => customerWorkbook(branch.branchName, customers())),
    },
    {
      name: accountList.name,
      chunks: again(() =>
        delimited(
          accountList.style,
          accountList.columns,
          told(branch, (story) => story.accounts, branch.asOf, branch.asOf),
        ),
      ),
    },
    ...transactionFiles.map(({ name, style, columns, from, to }) => ({
      name,
      chunks: again(() =>
        delimited(
          style,
          columns,
          told(branch, (story) => story.transactions, from, to),
        ),
      ),
    })),
    {
      name: assetSnapshots.name,
      chunks: again(() =>
        delimited(
          assetSnapshots.style,
          assetSnapshots.columns,
          told(branch, (story) => story.balances, branch.asOf, branch.asOf),
        ),
      ),
    },
  ];
}

/** The invented branch's exports in mixed styles (§6.1): same options, same bytes. Throws RangeError outside 1…1,000,000 customers. */
export function demoFiles(options: DemoOptions): Iterable<DemoFile> {
  return branchFiles(inventBranch(options));
}
