import { usage } from './option-values.js';
import type { Settings } from './settings.js';

/** Lists of customers are not for the hall; throws UserError (exit 2). */
export function refusePublic({ rules }: Settings): void {
  if (rules.privacy.profile === 'public')
    throw usage('--mask public：这里列的是客户，不能公开；请用 taizhang ledger 写不含客户资料的台账');
}
