import { maskAccount } from '../model/mask.js';

/**
 * How customers are called in every output: 客户号 as it is; an account that stands for a customer masked, and where two masked
 * ones look alike, the later in the order of `ids` gets `#2`, `#3` ….
 * @example displayIds(['6222021234561234', '6222029999991234'], () => true) // => ['622202******1234', '622202******1234#2']
 */
export function displayIds(ids: readonly string[], isAccount: (id: string) => boolean): readonly string[] {
  const uses = new Map<string, number>();
  return ids.map((id) => {
    if (!isAccount(id)) return id;
    const masked = maskAccount(id);
    const use = (uses.get(masked) ?? 0) + 1;
    uses.set(masked, use);
    return use === 1 ? masked : `${masked}#${use}`;
  });
}
