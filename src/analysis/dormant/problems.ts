// What the analysis itself finds wrong with the input; warnings, never customers' values.
import type { Day } from '../../model/day.js';
import type { Problem } from '../../model/problem.js';
import type { AumSnapshot } from '../aum.js';
import { rosterProblems, warnings } from '../segment-problems.js';
import { coveredDays } from '../silence.js';
import { type SettledPreset, spanText } from './presets.js';
import type { Scene } from './scene.js';

function shortCoverage({ input }: Scene, { on, silentDays, span }: SettledPreset): string | undefined {
  const from = input.engine.coverage?.from;
  const days = coveredDays(from, on);
  if (days >= silentDays) return undefined;
  const actual = from === undefined || days === 0 ? '没有记录' : `自 ${from} 起，只有 ${days} 天`;
  return `覆盖不足：截至 ${on} 的交易明细${actual}，睡眠标准 ${spanText(span)}需要 ${silentDays} 天，无交易的客户多为“无法判定”；请补充更早的交易明细`;
}

/** Nothing of it stops the run. */
export function dormantProblems(
  scene: Scene,
  presets: readonly SettledPreset[],
  aum: AumSnapshot | null,
): readonly Problem[] {
  const { found, warn } = warnings(scene.input);
  rosterProblems(warn, scene.roster, aum, '没有参加睡眠判定');
  const told = new Set<Day>();
  for (const preset of presets) {
    const message = shortCoverage(scene, preset);
    if (message === undefined || told.has(preset.on)) continue;
    told.add(preset.on);
    warn('short-coverage', 'transactions', message);
  }
  return found;
}
