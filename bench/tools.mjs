// Which references stand on this machine, and the versions of everything that is measured.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';

function answerOf(command, args) {
  const run = spawnSync(command, args, { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

const candidates = {
  pandas: {
    commands: ['/usr/bin/python3', 'python3', 'python'],
    args: ['-c', 'import pandas; print(pandas.__version__)'],
  },
  miller: { commands: ['mlr'], args: ['--version'] },
  rfm: { commands: ['Rscript'], args: ['-e', 'cat(as.character(packageVersion("rfm")))'] },
};

/** For each reference outside node_modules its command and version; no version where it is not installed. */
export function findTools() {
  const found = Object.entries(candidates).map(([name, { commands, args }]) => {
    for (const command of commands) {
      const version = answerOf(command, args);
      if (version !== undefined) return [name, { name, command, version: version.replace(/^mlr (version )?/, '') }];
    }
    return [name, { name, command: commands[0] }];
  });
  return Object.fromEntries(found);
}

function packageVersion(name) {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  try {
    return JSON.parse(readFileSync(file, 'utf8')).version;
  } catch {
    return 'not installed';
  }
}

/** Two lines for the results: the machine, and the versions. */
export function describe(tools) {
  const [cpu] = cpus();
  const gb = Math.round(totalmem() / 2 ** 30);
  const packages = ['@duckdb/node-api', 'csv-parse', 'exceljs'].map((name) => `${name} ${packageVersion(name)}`);
  const others = Object.values(tools).map(({ name, version }) => `${name} ${version ?? 'not installed'}`);
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${gb} GB, ${platform()} ${release()}`;
  return { machine, versions: [`Node ${process.versions.node}`, ...packages, ...others].join(', ') };
}
