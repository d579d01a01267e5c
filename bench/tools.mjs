// Which references stand on this machine, and the versions of everything that is measured.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

function answerOf(command, args) {
  const run = spawnSync(command, args, { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

const candidates = {
  DuckDB: {
    commands: [process.execPath],
    args: [fileURLToPath(new URL('bare-duckdb.mjs', import.meta.url)), '--version'],
  },
  pandas: {
    commands: ['/usr/bin/python3', 'python3', 'python'],
    args: ['-c', 'import pandas; print(pandas.__version__)'],
  },
  Miller: { commands: ['mlr'], args: ['--version'] },
  'R rfm': { commands: ['Rscript'], args: ['-e', 'cat(as.character(packageVersion("rfm")))'] },
};

/** For each tool that may be absent its command and version; no version where it is not installed. */
export function findTools() {
  const found = Object.entries(candidates).map(([name, { commands, args }]) => {
    for (const command of commands) {
      const version = answerOf(command, args);
      if (version !== undefined) return [name, { name, command, version: version.replace(/^(mlr (version )?|v)/, '') }];
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
  const packages = ['csv-parse', 'exceljs'].map((name) => `${name} ${packageVersion(name)}`);
  const others = Object.values(tools).map(({ name, version }) => `${name} ${version ?? 'not installed'}`);
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${gb} GB, ${platform()} ${arch()}`;
  return { machine, versions: [`Node ${process.versions.node}`, ...packages, ...others].join(', ') };
}
