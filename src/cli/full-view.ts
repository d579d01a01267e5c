// --mask full: everything in full, only with a reason.
import type { Rules } from '../model/rules.js';
import type { OptionValues } from './command.js';
import { text, usage } from './option-values.js';

const longestReason = 100;

/** Why everything is to be seen; undefined under every other profile. Throws UserError (exit 2). */
export function fullReason(options: OptionValues, { privacy }: Rules): string | undefined {
  const reason = text(options.reason)?.trim();
  if (privacy.profile !== 'full') {
    if (reason !== undefined) throw usage('--reason 只和 --mask full 一起用：其他脱敏方式不需要原因');
    return undefined;
  }
  if (reason === undefined || reason === '')
    throw usage('--mask full 须加 --reason "原因"（会记入脱敏审计.log）；只有 segment、dormant、referral、ledger 能用');
  if ([...reason].length > longestReason || /[\p{Cc}\u2028\u2029]/u.test(reason))
    throw usage(`--reason：请写成一行，不超过 ${longestReason} 字`);
  if (/\d{7,}/.test(reason)) throw usage('--reason：不要写客户的号码，请只写用途，如 “总行检查调阅”');
  return reason;
}
