// What the ledgers of fund sales, wealth sales and maturities show. Plain JSON; money in 分.
import type { Period } from '../../model/period.js';
import type { Ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';

/** 未提供 = an export lacks what it takes; 无法判定 = a level is written in a way that ledger.riskLevels does not know. */
export type Suitability = '适配' | '不适配' | '未测评' | '测评过期' | '未提供' | '无法判定';

interface SaleRow {
  /** Names the sale from one run to the next; unique in its list. */
  readonly key: string;
  /** null = the export does not say, here and below. */
  readonly customerId: string | null;
  /** Masked by the profile. */
  readonly customerName: string | null;
  /** null = no AUM is known. */
  readonly isVip: boolean | null;
  readonly riskLevel: string | null;
  readonly productCode: string | null;
  readonly productName: string | null;
  readonly productType: string | null;
  readonly productRisk: string | null;
  readonly suitability: Suitability;
  readonly channel: string | null;
  readonly salesName: string | null;
  /** Masked unless an employee. */
  readonly referrerName: string | null;
  readonly recordingNo: string | null;
}

/** Redemptions carry negative amounts and shares. */
export interface FundSaleRow extends SaleRow {
  readonly applyDate: string | null;
  readonly confirmDate: string | null;
  readonly business: string;
  readonly appliedFen: number | null;
  readonly confirmedFen: number | null;
  /** 元 per share. */
  readonly confirmedNav: Ratio | null;
  readonly confirmedShare: Ratio | null;
  readonly feeFen: number | null;
  readonly dividendMode: string | null;
  readonly status: string;
}

export interface WealthSaleRow extends SaleRow {
  readonly tradeDate: string;
  readonly issuer: string | null;
  readonly amountFen: number;
  readonly valueDate: string | null;
  /** null also for an open-ended product. */
  readonly maturityDate: string | null;
  /** From 起息日 to 到期日. */
  readonly termDays: number | null;
  /** 业绩比较基准 as written. */
  readonly benchmark: string | null;
  /** Its lower bound in percent; null = no plain rate. */
  readonly ratePercent: Ratio | null;
  /** Never promised to a customer. */
  readonly referenceIncomeFen: number | null;
  /** From asOf to 到期日, negative after it. */
  readonly daysLeft: number | null;
  readonly status: string;
}

/** Sales that have something in common. */
export interface SalesGroup {
  readonly name: string;
  readonly sales: number;
  /** Different customers. */
  readonly customers: number;
  /** Of wealth sales 购买金额, of fund sales 确认金额. */
  readonly amountFen: number;
  /** Of wealth sales 参考收益, of fund sales 手续费. */
  readonly secondFen: number;
}

/** What is not listed, and why. */
export interface LeftOut {
  /** 失败, 撤单 and the like. */
  readonly undone: number;
  readonly redemptions: number;
  /** 红利, 转托管 …: no sale. */
  readonly otherBusiness: number;
  /** Exact repeats of a numbered line. */
  readonly repeated: number;
}

export interface SalesLedger<Row> {
  /** Empty under a profile that shows no customers; the groups count them nevertheless. */
  readonly rows: readonly Row[];
  readonly byType: readonly SalesGroup[];
  readonly bySales: readonly SalesGroup[];
  readonly total: SalesGroup;
  /** Fields that no line of the export carries. */
  readonly missing: readonly string[];
  readonly leftOut: LeftOut;
  /** Suitability was judged on asOf for this many sales, for want of an older test. */
  readonly judgedByAsOf: number;
}

export type RetentionState = '已承接' | '部分承接' | '未承接' | '未提供';

export interface MaturityRow {
  readonly key: string;
  readonly customerId: string;
  readonly customerName: string | null;
  /** Who looks after the customer, else who sold. */
  readonly managerName: string | null;
  readonly productKind: string;
  readonly productName: string | null;
  readonly maturedOn: string;
  /** null = not stated. */
  readonly maturedFen: number | null;
  readonly windowEndsOn: string;
  /** The first purchase that counts for this product. */
  readonly boughtOn: string | null;
  /** Of the purchases within the window, at most what matured; null = no sales exports. */
  readonly retainedFen: number | null;
  readonly state: RetentionState;
}

export interface RetentionFigures {
  readonly customers: number;
  readonly matured: number;
  /** Products whose amount is not stated; in no sum of 分 below. */
  readonly withoutAmount: number;
  /** null = no amount is stated at all. */
  readonly maturedFen: number | null;
  readonly retainedFen: number | null;
  /** 客户承接率; null = not provided, here and below. */
  readonly customerRate: Ratio | null;
  /** 资产承接率; products without an amount are left out. */
  readonly assetRate: Ratio | null;
  /** 资产留存率: AUM now against AUM before the first maturity [O-2]. */
  readonly keptRate: Ratio | null;
  /** Customers whose AUM before is not known. */
  readonly withoutAumBefore: number;
}

export interface MaturityLedger {
  /** Days of maturity that are listed, both inclusive: they follow asOf, not the period of the ledgers. */
  readonly days: Pick<Period, 'from' | 'through'>;
  readonly rows: readonly MaturityRow[];
  readonly figures: RetentionFigures;
  readonly byManager: readonly ({ readonly managerName: string } & RetentionFigures)[];
}

export interface SalesReport {
  readonly asOf: string;
  readonly period: Period;
  readonly rules: Rules;
  /** Whether single customers are listed at all. */
  readonly showsCustomers: boolean;
  /** null = no such export, here and below. */
  readonly funds: SalesLedger<FundSaleRow> | null;
  readonly wealth: SalesLedger<WealthSaleRow> | null;
  readonly maturities: MaturityLedger | null;
  readonly notes: {
    readonly funds: readonly string[];
    readonly wealth: readonly string[];
    readonly maturities: readonly string[];
  };
}
