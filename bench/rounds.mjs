// One group, measured: a first round for the answers, then all its programs by turns.
import { rmSync } from 'node:fs';
import { answerIn } from './answers.mjs';
import { measure } from './measure.mjs';

/** One run of a program; what it wrote last time is removed first. */
function runOnce(program, cwd, onOutput) {
  if (program.removes !== undefined) rmSync(program.removes, { recursive: true, force: true });
  return measure({ ...program, cwd, onOutput });
}

/** Runs one program; a failure is noted, and the program takes no further part. Gives undefined then. */
async function attempt(program, { skipped, say }, run) {
  try {
    return await run();
  } catch (error) {
    say(`  ${program.id} ${error.message}`);
    skipped.set(program.id, `failed: ${error.message}`);
    return undefined;
  }
}

async function answersOf(programs, scene) {
  const answers = {};
  for (const program of programs) {
    const form = program.answers === undefined ? undefined : answerIn(program.answers);
    const answer = await attempt(program, scene, async () => {
      await runOnce(program, scene.cwd, form?.take);
      return form?.settle();
    });
    if (form !== undefined) answers[program.id] = answer ?? {};
  }
  return answers;
}

/**
 * Measures `rounds` rounds of a group. `skipped` says of each program that was left out why; results are those of the programs
 * that lasted through all rounds.
 */
export async function measureGroup(group, { rounds: count, cwd, say }) {
  const absent = group.programs.filter(({ tool }) => tool !== undefined && tool.version === undefined);
  const skipped = new Map(absent.map(({ id, tool }) => [id, `skipped: ${tool.name} is not installed`]));
  const scene = { cwd, skipped, say };
  const running = () => group.programs.filter(({ id }) => !skipped.has(id));
  if (group.prepare !== undefined) await attempt(group.prepare, scene, () => runOnce(group.prepare, cwd));
  const answers = await answersOf(running(), scene);
  const rounds = [];
  for (let n = 1; n <= count; n++) {
    const round = {};
    // To and fro, so that no program always follows the same other.
    for (const program of n % 2 === 1 ? running() : running().toReversed()) {
      const run = await attempt(program, scene, () => runOnce(program, cwd));
      if (run === undefined) continue;
      round[program.id] = run;
      say(`  round ${n}: ${program.id} ${run.seconds.toFixed(2)} s`);
    }
    rounds.push(round);
  }
  return { group, rounds, skipped, answers };
}
