import type { Day } from './day.js';
import type { Moment } from './moment.js';

/** One contact with a customer (联系/营销记录), written down by the customer's manager. One of custNo and custName is always there. */
export interface Contact {
  readonly contactedAt: Moment;
  readonly custNo?: string | undefined;
  readonly custName?: string | undefined;
  /** 面访, 电话, 短信, 企微 … in one spelling, else the text. */
  readonly method?: string | undefined;
  readonly reason?: string | undefined;
  readonly content?: string | undefined;
  readonly result?: string | undefined;
  readonly place?: string | undefined;
  readonly staffNo?: string | undefined;
  readonly staffName?: string | undefined;
  readonly companion?: string | undefined;
  readonly minutes?: number | undefined;
  readonly isValid?: boolean | undefined;
  readonly nextContactOn?: Day | undefined;
}
