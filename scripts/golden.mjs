// Golden cases: fixtures/{golden,errors}/<case>/ holds command.txt, the inputs and expected.txt.
// Run directly, it runs the built command line under the Node that runs it and compares; the tests run the same cases in process.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders of all cases, sorted. */
export function goldenCases() {
  return ['golden', 'errors'].flatMap((group) =>
    readdirSync(join(root, 'fixtures', group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, 'fixtures', group, entry.name))
      .sort(),
  );
}

/** The words of command.txt; `{out}` stands for a fresh folder. Lines that begin with # explain the case. */
export function commandOf(folder, out) {
  const line = readFileSync(join(folder, 'command.txt'), 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '' && !text.startsWith('#'))
    .join(' ');
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => (quoted ?? word).replaceAll('{out}', out));
}

/** What a run did, as text: exit code, both streams, and the files it wrote with their SHA-256. */
export function transcript(out, { code, stdout, stderr }) {
  const written = readdirSync(out)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex')}`,
    );
  return [
    `exit ${code}`,
    '--- stdout',
    stdout,
    '--- stderr',
    stderr,
    ...(written.length > 0 ? ['--- files', ...written] : []),
    '',
  ]
    .join('\n')
    .replaceAll(out, '{out}');
}

export function freshFolder() {
  return mkdtempSync(join(realpathSync(tmpdir()), 'taizhang-golden-'));
}

function runBuilt(folder) {
  const out = freshFolder();
  try {
    const run = spawnSync(process.execPath, [join(root, 'bin/taizhang.js'), ...commandOf(folder, out)], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return transcript(out, { code: run.status, stdout: run.stdout, stderr: run.stderr });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  const failed = goldenCases().filter(
    (folder) => runBuilt(folder) !== readFileSync(join(folder, 'expected.txt'), 'utf8'),
  );
  for (const folder of failed) process.stdout.write(`differs: ${basename(folder)}\n${runBuilt(folder)}\n`);
  process.stdout.write(
    `Node ${process.version}: ${goldenCases().length - failed.length} passed, ${failed.length} failed\n`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}
