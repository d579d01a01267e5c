// What R computed (test/vectors/kaplan-meier.R), stored beside its script.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const vectorFolder = join(import.meta.dirname, '..', '..', 'vectors');

interface SurvivalVector {
  readonly name: string;
  readonly days: readonly number[];
  readonly events: readonly number[];
  readonly curve: readonly {
    readonly days: number;
    readonly atRisk: number;
    readonly events: number;
    readonly survival: number;
  }[];
  readonly horizons: readonly { readonly days: number; readonly atRisk: number; readonly survival: number }[];
}

export interface SurvivalVectors {
  readonly vectors: readonly SurvivalVector[];
  readonly quantiles: readonly { readonly p: number; readonly z: number }[];
  readonly wilson: readonly {
    readonly confidence: number;
    readonly successes: number;
    readonly n: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export function readVectors(path = join(vectorFolder, 'kaplan-meier.json')): SurvivalVectors {
  return JSON.parse(readFileSync(path, 'utf8')) as SurvivalVectors;
}
