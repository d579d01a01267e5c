import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const peakMemory = fileURLToPath(new URL('peak-memory.mjs', import.meta.url));

/** Runs node once; its results are thrown away. `withMemory` costs the program a few milliseconds. */
export function runNode(args, withMemory) {
  const flags = withMemory ? ['--import', peakMemory, ...args] : args;
  const begun = process.hrtime.bigint();
  const run = spawnSync(process.execPath, flags, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  // 4 is "done, but a check failed": still a whole run.
  if (run.status !== 0 && run.status !== 4) {
    throw new Error(`node ${args.join(' ')} ended with ${run.status ?? run.signal}\n${run.stderr}`);
  }
  return { seconds, peakMb: withMemory ? Number(run.output[3].toString()) / 1024 : null };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Measures a program and its reference by turns, so that a busy machine slows both. The ratio is the median of the ratios of
 * neighbouring runs; the first round warms the file cache and is not counted.
 */
export function compare({ program, reference, rounds, withMemory }) {
  const runs = [];
  for (let round = 0; round <= rounds; round++) {
    const reading = runNode(reference, withMemory);
    const working = runNode(program, withMemory);
    if (round > 0) runs.push({ reading, working });
  }
  return {
    referenceSeconds: median(runs.map(({ reading }) => reading.seconds)),
    programSeconds: median(runs.map(({ working }) => working.seconds)),
    ratio: median(runs.map(({ reading, working }) => working.seconds / reading.seconds)),
    peakMb: withMemory ? Math.max(...runs.map(({ working }) => working.peakMb)) : null,
  };
}
