// Free text may name anybody: before an analysis sees it, the names of all persons known to the run and long numbers are masked.

import { type NameHider, nameHider } from '../model/known-names.js';
import { maskName } from '../model/mask.js';
import type { RecordOf, Records } from '../model/records.js';
import type { RecordKind } from './read-records.js';

type Texts = { readonly [Kind in keyof RecordOf]?: readonly (keyof RecordOf[Kind])[] };

/** What people write in their own words. */
const notes: Texts = {
  customers: ['occupation', 'source'],
  referrals: ['trigger', 'intendedProduct', 'dealProduct', 'status', 'note'],
  contacts: ['method', 'reason', 'content', 'result', 'place'],
  complaints: ['category', 'status', 'satisfaction'],
  points: ['type', 'note'],
  nps: ['scene'],
};

/** What systems write: names of products, states and channels, in which two characters are seldom a person's name. */
const labels: Texts = {
  customers: ['custType', 'custLevel', 'riskLevel', 'branchName', 'productsHeld'],
  accounts: ['acctType', 'productClass', 'acctClass', 'currency'],
  holdings: ['productCategory', 'productName', 'status'],
  wealthSales: ['productName', 'issuer', 'productType', 'productRisk', 'benchmark', 'status', 'channel'],
  fundTransactions: ['fundName', 'fundType', 'business', 'discount', 'dividendMode', 'status', 'channel'],
  loans: ['loanType', 'status'],
  referrals: ['referrerRole', 'referrerType', 'receiverRole'],
  riskTests: ['riskLevel'],
  employees: ['role', 'team'],
  assignments: ['levelAtStart'],
  events: ['eventName'],
  targets: ['indicator', 'unit'],
};
const shortestInLabels = 3;

/** Seven digits and more, also in groups, and what makes an ID number of them; a day is none. */
const longNumber = /\d(?:[ -]?\d){6,}[Xx]?/gu;
/** In the name of a product seven digits are its number; eleven may be a phone. */
const tellingNumber = /\d(?:[ -]?\d){10,}[Xx]?/gu;
const day = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/u;

function withoutNumbers(text: string, pattern: RegExp): string {
  const plain = text.normalize('NFKC');
  const shown = plain.replace(pattern, (number) => (day.test(number) ? number : '****'));
  return shown === plain ? text : shown;
}

type Texting = (text: string) => string;

function changed<T extends object>(record: T, fields: readonly (keyof T)[], change: Texting): T {
  const found = fields.flatMap((field) => {
    const value = record[field];
    if (typeof value !== 'string') return [];
    const shown = change(value);
    return shown === value ? [] : [[field, shown] as const];
  });
  return found.length === 0 ? record : { ...record, ...Object.fromEntries(found) };
}

/** Columns that name staff: in full, unless the staff list does not know a name that is a customer's. */
const staffNames: Texts = {
  customers: ['managerName'],
  contacts: ['staffName'],
  complaints: ['firstHandler', 'handler'],
  wealthSales: ['salesName'],
  fundTransactions: ['managerName'],
  referrals: ['referrerName', 'receiverName'],
  assignments: ['managerName'],
};

interface Known {
  /** Customers and whoever else is named beside a customer number; employees are shown in full everywhere. */
  readonly customers: ReadonlySet<string>;
  readonly hasStaffList: boolean;
}

function knownIn(records: Partial<Records<RecordKind>>): Known {
  const { customers = [], referrals = [], contacts = [], complaints = [], wealthSales = [] } = records;
  const { fundTransactions = [], holdings = [], loans = [], employees } = records;
  const named = [customers, referrals, contacts, complaints, wealthSales, fundTransactions, holdings, loans];
  const names = new Set(named.flatMap((some) => some.flatMap(({ custName }) => custName ?? [])));
  for (const { empName } of employees ?? []) names.delete(empName);
  for (const { custName, isStaff } of customers) if (isStaff === true && custName !== undefined) names.delete(custName);
  return { customers: names, hasStaffList: employees !== undefined };
}

const customerWords = /客户(?!经理|主管)|存量/u;

/** A customer who refers is told apart by the whole name, and masked by the analysis; one about whom the row says nothing is masked here. */
function isStaffColumn(record: object, field: string, { hasStaffList }: Known): boolean {
  if (field !== 'referrerName') return hasStaffList;
  const { referrerType, referrerRole, referrerNo }: Partial<RecordOf['referrals']> = record;
  if (customerWords.test(referrerType ?? '') || customerWords.test(referrerRole ?? '')) return false;
  return hasStaffList || (referrerType ?? referrerRole ?? referrerNo) === undefined;
}

function hiddenIn<Kind extends RecordKind>(
  kind: Kind,
  records: readonly RecordOf[Kind][] | undefined,
  known: Known,
  hide: NameHider,
): readonly RecordOf[Kind][] | undefined {
  const [ofNotes, ofLabels, ofStaff] = [notes[kind] ?? [], labels[kind] ?? [], staffNames[kind] ?? []];
  return records?.map((record) => {
    const said = changed(record, ofNotes, (text) => withoutNumbers(hide(text), longNumber));
    const labelled = changed(said, ofLabels, (text) => withoutNumbers(hide(text, shortestInLabels), tellingNumber));
    const staff = ofStaff.filter((field) => isStaffColumn(record, String(field), known));
    return changed(labelled, staff, (text) =>
      withoutNumbers(known.customers.has(text) ? maskName(text) : text, tellingNumber),
    );
  });
}

/** The records with their free texts masked; what nobody can know is a name stays. */
export function withoutPersons<Kind extends RecordKind>(records: Records<Kind>, kinds: readonly Kind[]): Records<Kind> {
  const known = knownIn(records);
  const hide = nameHider(known.customers);
  return Object.fromEntries(kinds.map((kind) => [kind, hiddenIn(kind, records[kind], known, hide)])) as Records<Kind>;
}
