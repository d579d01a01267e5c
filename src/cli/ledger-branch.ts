// Which branch the ledgers are of: as the exports say, unless --branch says otherwise.
import type { BranchInput } from '../analysis/portfolio/input.js';
import { usage } from './option-values.js';

export interface BranchIdentity {
  readonly branchName: string | null;
  readonly branchNo: string | null;
}

/** --branch 城东支行/0101, 城东支行 or 0101. Throws UserError (exit 2). */
export function branchOption(value: string | undefined): BranchIdentity | undefined {
  if (value === undefined) return undefined;
  const [first = '', second, ...rest] = value.split('/').map((part) => part.trim());
  if (first === '' || second === '' || rest.length > 0)
    throw usage(`--branch ${value}：请写 名称/机构号，如 城东支行/0101`);
  if (second !== undefined) return { branchName: first, branchNo: second };
  return /^[0-9A-Za-z-]+$/.test(first) ? { branchName: null, branchNo: first } : { branchName: first, branchNo: null };
}

/** The only value there is; null where there is none, or several. */
function only(values: readonly (string | undefined)[]): string | null {
  const [first, ...others] = new Set(values.flatMap((value) => value ?? []));
  return first === undefined || others.length > 0 ? null : first;
}

/** Exports of several branches have no name of their own. */
export function branchOf({ customers = [], employees = [] }: BranchInput): BranchIdentity {
  const numbers = [...customers, ...employees].map(({ branchNo }) => branchNo);
  const isOne = new Set(numbers.flatMap((number) => number ?? [])).size <= 1;
  return {
    branchName: isOne ? only(customers.map(({ branchName }) => branchName)) : null,
    branchNo: only(numbers),
  };
}
