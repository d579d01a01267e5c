// What the rule declarations are made of.
import type { z as zod } from 'zod';
import { z } from 'zod';

export const positiveDays = z.int().min(1).max(36500);
export const yuan = z.number().min(0).max(1e11).multipleOf(0.01);
export const share = z.number().min(0).max(1);

/** A rule's own line in `taizhang rules`: what it means and where its default comes from. */
interface RuleMeta {
  readonly unit: string;
  /** A tag of the domain specification: S0 … documents; P = ours. */
  readonly source: string;
}

export function rule<T extends zod.ZodType>(type: T, description: string, meta: RuleMeta): T {
  return type.describe(description).meta({ ...meta }) as T;
}
