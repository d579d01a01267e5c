// The raw numbers of a run's exports that no workbook may show, and the identifiers that may look like them.
import type { BranchInput } from '../analysis/portfolio/input.js';
import type { SecretKind, Secrets } from '../render/leak-scan.js';

type Told = readonly (string | undefined)[];

/** Every column that holds a number of a person, by kind. */
function personalNumbers(input: BranchInput): readonly (readonly [SecretKind, Told])[] {
  const { customers = [], accounts = [], referrals = [], loans = [] } = input;
  return [
    ['手机号', customers.map(({ phone }) => phone)],
    ['手机号', referrals.map(({ phone }) => phone)],
    ['证件号', customers.map(({ idNo }) => idNo)],
    ['证件号', referrals.map(({ idNo }) => idNo)],
    ['账号', accounts.map(({ acctNo }) => acctNo)],
    ['账号', accounts.map(({ subAcctNo }) => subAcctNo)],
    ['账号', loans.map(({ loanNo }) => loanNo)],
    ['账号', input.engine === undefined ? [] : [...input.engine.accounts.keys()]],
  ];
}

/** Every column of identifiers that the ledgers show in full. */
function shownNumbers(input: BranchInput): readonly Told[] {
  const { customers = [], referrals = [], employees = [], wealthSales = [], fundTransactions = [] } = input;
  const { holdings = [], balances = [], assignments = [], contacts = [], complaints = [] } = input;
  const accountsAsCustomers = input.engine?.accountsAsCustomers === true;
  return [
    [...customers, ...balances, ...holdings, ...wealthSales, ...assignments].map(({ custNo }) => custNo),
    [...fundTransactions, ...contacts, ...complaints].map(({ custNo }) => custNo),
    customers.flatMap(({ managerNo, branchNo }) => [managerNo, branchNo]),
    referrals.flatMap(({ referralNo, referrerNo, receiverNo, custNo }) => [referralNo, referrerNo, receiverNo, custNo]),
    employees.map(({ empNo }) => empNo),
    assignments.map(({ managerNo }) => managerNo),
    wealthSales.flatMap(({ txnId, productCode, salesNo, recordingNo }) => [txnId, productCode, salesNo, recordingNo]),
    fundTransactions.flatMap(({ taNo, fundCode, managerNo, recordingNo }) => [taNo, fundCode, managerNo, recordingNo]),
    holdings.map(({ productCode }) => productCode),
    complaints.map(({ complaintNo }) => complaintNo),
    accountsAsCustomers || input.engine === undefined ? [] : [...input.engine.activities.keys()],
  ];
}

/** What the leak scan looks for; a number that is also a 客户号 counts as one, because 客户号 are shown (§5.9). */
export function secretsOf(input: BranchInput): Secrets {
  const shown = new Set<string>();
  for (const told of shownNumbers(input)) for (const value of told) if (value !== undefined) shown.add(value);
  const values = new Map<string, SecretKind>();
  for (const [kind, told] of personalNumbers(input))
    for (const value of told) {
      const bare = value?.replace(/[\s-]/g, '');
      if (bare !== undefined && /\d{5}/.test(bare) && !shown.has(bare)) values.set(bare, kind);
    }
  return { values, shown };
}
