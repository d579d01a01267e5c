// Columns in which a person may stand who has no business there, by kind of export.
import type { RecordOf } from '../model/records.js';

export type Columns = { readonly [Kind in keyof RecordOf]?: readonly (keyof RecordOf[Kind])[] };

/** What people write in their own words. */
export const notes: Columns = {
  customers: ['occupation', 'source'],
  referrals: ['trigger', 'intendedProduct', 'dealProduct', 'status', 'note'],
  contacts: ['method', 'reason', 'content', 'result', 'place'],
  complaints: ['category', 'status', 'satisfaction'],
  points: ['type', 'note'],
  nps: ['scene'],
};

/** What systems write: names of products, states and channels, in which two characters are seldom a person's name. */
export const labels: Columns = {
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
/** Columns of names and numbers of staff: in full, unless the staff list does not know a name that is a customer's. */
export const staff: Columns = {
  customers: ['managerNo', 'managerName'],
  contacts: ['staffNo', 'staffName'],
  complaints: ['firstHandler', 'handler'],
  wealthSales: ['salesNo', 'salesName'],
  fundTransactions: ['managerNo', 'managerName'],
  referrals: ['referrerName', 'receiverNo', 'receiverName'],
  assignments: ['managerNo', 'managerName'],
  employees: ['empNo', 'empName'],
};

/** Columns of identifiers, which are shown in full: a name, a phone, an ID or an account number that strayed into one is masked. */
export const identifiers: Columns = {
  accounts: ['custNo'],
  balances: ['custNo'],
  holdings: ['custNo', 'productCode'],
  wealthSales: ['custNo', 'txnId', 'productCode', 'referrerNo', 'recordingNo'],
  fundTransactions: ['custNo', 'fundCode', 'taNo', 'recordingNo'],
  loans: ['custNo'],
  referrals: ['custNo', 'referralNo', 'referrerNo'],
  contacts: ['custNo'],
  complaints: ['custNo', 'complaintNo'],
  nps: ['custNo'],
  riskTests: ['custNo'],
  points: ['custNo', 'holderNo', 'sourceNo'],
  assignments: ['custNo', 'branchNo'],
  customers: ['custNo', 'branchNo'],
  employees: ['branchNo'],
};
