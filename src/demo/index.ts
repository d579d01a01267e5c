import type { Day } from '../model/day.js';
import { assignmentsOf } from './assignments.js';
import { type Branch, type DemoOptions, inventBranch } from './branch.js';
import { customerWorkbook } from './customer-workbook.js';
import { delimited } from './delimited.js';
import type { Person } from './person.js';
import { fundTransactionsOf, holdingsOf, wealthSalesOf } from './products.js';
import { referralWorkbook } from './referral-workbook.js';
import { assignmentList, contactLog, fundLog, holdingList, staffList, wealthSaleList } from './register-files.js';
import type { Story } from './story.js';
import { accountList, assetSnapshots, type TextExport } from './text-files.js';
import { transactionFilesUntil } from './transaction-files.js';

export { demoDates } from './branch.js';

export interface DemoFile {
  readonly name: string;
  /** The bytes in order; may be walked again, and gives the same bytes then. */
  readonly chunks: Iterable<Uint8Array>;
}

type Told<T> = (story: Story, person: Person) => readonly T[];

function* told<T>(branch: Branch, part: Told<T>, from: Day, to: Day): Generator<T> {
  for (const person of branch.people) yield* part(branch.storyOf(person, from, to), person);
}

function again(walk: () => Iterable<Uint8Array>): Iterable<Uint8Array> {
  return { [Symbol.iterator]: () => walk()[Symbol.iterator]() };
}

function textFile<T>({ name, style, columns }: TextExport<T>, records: () => Iterable<T>): DemoFile {
  return { name, chunks: again(() => delimited(style, columns, records())) };
}

function coreFiles(branch: Branch, stamp: string): readonly DemoFile[] {
  const { asOf } = branch;
  const customers = () => branch.people.map((person) => person.customer);
  return [
    {
      name: `客户信息_${stamp}.xlsx`,
      chunks: again(() => customerWorkbook(branch.branchName, asOf, customers())),
    },
    textFile(accountList, () => told(branch, (story) => story.accounts, asOf, asOf)),
    ...transactionFilesUntil(asOf).map((file) =>
      textFile(file, () => told(branch, (story) => story.transactions, file.from, file.to)),
    ),
    textFile(assetSnapshots, () => told(branch, (story) => story.balances, asOf, asOf)),
  ];
}

/** What the branch and its sales systems keep beside the core. */
function registerFiles(branch: Branch, stamp: string): readonly DemoFile[] {
  const { asOf, from, managers } = branch;
  const people = (): readonly Person[] => branch.people;
  return [
    {
      name: `转介登记_${stamp}.xlsx`,
      chunks: again(() => referralWorkbook(branch.branchName, branch.referrals)),
    },
    textFile(staffList, () => branch.staff),
    textFile(contactLog, () => branch.contacts),
    textFile(assignmentList, () => people().flatMap((person) => assignmentsOf(person, managers, asOf))),
    textFile(wealthSaleList, () => told(branch, (story, person) => wealthSalesOf(person, story, asOf), from, asOf)),
    textFile(fundLog, () => told(branch, (story, person) => fundTransactionsOf(person, story, asOf), from, asOf)),
    textFile(holdingList, () => told(branch, (story, person) => holdingsOf(person, story, asOf), asOf, asOf)),
  ];
}

/** The exports of a branch. Every file tells all stories anew, so memory grows with customers and not with bookings. */
export function branchFiles(branch: Branch): readonly DemoFile[] {
  const stamp = branch.asOf.replaceAll('-', '');
  return [...coreFiles(branch, stamp), ...registerFiles(branch, stamp)];
}

/** The invented branch's exports in mixed styles (§6.1): same options, same bytes. Throws RangeError outside 1…1,000,000 customers. */
export function demoFiles(options: DemoOptions): Iterable<DemoFile> {
  return branchFiles(inventBranch(options));
}
