// How a column of 转介台账 is written down.
import type { ReferralRow } from '../analysis/referral/listed.js';
import type { Column } from './rows.js';

export interface NumberedReferral {
  /** 序号, from 1. */
  readonly place: number;
  readonly referral: ReferralRow;
}

export type LedgerColumn = Column<NumberedReferral>;

type FieldOf<Kind> = { [Name in keyof ReferralRow]: ReferralRow[Name] extends Kind ? Name : never }[keyof ReferralRow];

/** A column that shows one field as it is. */
export function field(
  key: FieldOf<string | null>,
  header: string,
  width: number,
  more: Partial<LedgerColumn> = {},
): LedgerColumn {
  return { key, header, format: 'text', width, value: ({ referral }) => referral[key], ...more };
}

/** A column of one amount in 万元. */
export function wan(
  key: FieldOf<number | null>,
  header: string,
  width: number,
  more: Partial<LedgerColumn> = {},
): LedgerColumn {
  return { key, header, format: 'fenWan', width, value: ({ referral }) => referral[key], ...more };
}

/** The columns under one group header. */
export function inGroup(group: string, columns: readonly LedgerColumn[]): readonly LedgerColumn[] {
  return columns.map((column) => ({ ...column, group }));
}

/** Typed by hand, or filled from an export and corrected by hand. */
export const input = { input: true } as const;
export const moment = { format: 'moment', input: true } as const;
