// Who refers and who receives: an employee or a customer, with the post of the registration day.
import type { Customer } from '../../model/customer.js';
import type { Employee } from '../../model/employee.js';
import type { Referral } from '../../model/referral.js';
import { isPost } from './directions.js';
import type { Party } from './episode.js';

export interface Parties {
  readonly referrer: Party;
  readonly receiver: Party | null;
}

/** 存量客户, 老客户, 客户推荐 …, but neither 客户经理 nor 客户主管. */
const customerWords = /客户$|^存量|^客户(?:推荐|引荐|转介|介绍)/u;
/** Words of 转介人类型 that are posts (§4.1). */
const postWords = /柜员|理财经理|客户经理|大堂经理|主管|负责人|行长/u;

/** Of these the staff list may know the exact kind, but not another post: it is of today, the register of that day. */
const postTypes: ReadonlySet<string> = new Set(['柜员', '理财经理', '客户经理', '大堂经理']);

interface Staff {
  readonly byNo: ReadonlyMap<string, Employee>;
  /** 工号 by name, from the staff list and from rows that state both; null where a name has several. */
  readonly noOfName: ReadonlyMap<string, string | null>;
}

function staffOf(rows: readonly Referral[], employees: readonly Employee[] | undefined): Staff {
  const byNo = new Map<string, Employee>();
  const noOfName = new Map<string, string | null>();
  const note = (name: string | undefined, no: string | undefined): void => {
    if (name === undefined || no === undefined) return;
    const known = noOfName.get(name);
    noOfName.set(name, known === undefined || known === no ? no : null);
  };
  for (const employee of employees ?? []) {
    const known = byNo.get(employee.empNo);
    if (known === undefined || JSON.stringify(employee) > JSON.stringify(known)) byNo.set(employee.empNo, employee);
    note(employee.empName, employee.empNo);
  }
  for (const row of rows) {
    note(row.receiverName, row.receiverNo);
    if (!saysCustomer(row)) note(row.referrerName, row.referrerNo);
  }
  return { byNo, noOfName };
}

function saysCustomer({ referrerType, referrerRole }: Referral): boolean {
  return customerWords.test(referrerType ?? '') || customerWords.test(referrerRole ?? '');
}

function employeeParty(
  no: string | undefined,
  name: string | undefined,
  role: string | undefined,
  staff: Staff,
): Party {
  const ownNo = no ?? (name === undefined ? undefined : (staff.noOfName.get(name) ?? undefined));
  const employee = ownNo === undefined ? undefined : staff.byNo.get(ownNo);
  return {
    kind: '员工',
    no: no ?? null,
    name: name ?? employee?.empName ?? null,
    role: role ?? employee?.role ?? null,
    key: ownNo === undefined ? `员工姓名 ${name ?? ''}` : `员工 ${ownNo}`,
  };
}

function postByType({ referrerType: type = '', referrerNo = '' }: Referral, { byNo }: Staff): string | undefined {
  if (!postWords.test(type)) return undefined;
  const today = byNo.get(referrerNo)?.role;
  return today === undefined || (postTypes.has(type) && !isPost(today, type)) ? type : undefined;
}

/**
 * Reads both sides of a row. The post is that of the register, else that of the staff list where 转介人类型 allows it. A referrer is a customer where the
 * register says so, or where it says nothing and the number is a 客户号 and no 工号.
 */
export function partyReader(
  rows: readonly Referral[],
  employees: readonly Employee[] | undefined,
  customers: readonly Customer[] | undefined,
): (row: Referral) => Parties {
  const staff = staffOf(rows, employees);
  const nameOf = new Map<string, string>();
  for (const { custNo, custName = '' } of customers ?? []) {
    if (custName > (nameOf.get(custNo) ?? '') || !nameOf.has(custNo)) nameOf.set(custNo, custName);
  }
  const isCustomer = (row: Referral): boolean => {
    if (saysCustomer(row)) return true;
    const { referrerType, referrerRole, referrerNo } = row;
    if (referrerType !== undefined || referrerRole !== undefined || referrerNo === undefined) return false;
    return !staff.byNo.has(referrerNo) && (nameOf.has(referrerNo) || referrerNo === row.custNo);
  };
  const customerParty = ({ referrerNo: no, referrerName: name }: Referral): Party => ({
    kind: '存量客户',
    no: no ?? null,
    name: name ?? (nameOf.get(no ?? '') || null),
    role: null,
    key: no === undefined ? `客户姓名 ${name ?? ''}` : `客户 ${no}`,
  });
  return (row) => {
    const { receiverNo, receiverName, receiverRole } = row;
    const post = row.referrerRole ?? postByType(row, staff);
    const hasReceiver = (receiverNo ?? receiverName ?? receiverRole) !== undefined;
    return {
      referrer: isCustomer(row) ? customerParty(row) : employeeParty(row.referrerNo, row.referrerName, post, staff),
      receiver: hasReceiver ? employeeParty(receiverNo, receiverName, receiverRole, staff) : null,
    };
  };
}
