// Builds dist/ from scratch: types for the users of the library, code with what it needs of other packages, their licences.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'rolldown';
import { declarations } from './declarations.mjs';
import { licencesOf } from './licences.mjs';

/** Lines of packages that only hold below node_modules/: where, what, and what stands there instead. */
const mends = [
  // Node lets nobody but an installed package call `new Buffer` without a warning.
  [/[\\/]archiver-utils[\\/]/, /new Buffer\(source\)/g, 'Buffer.from(source)'],
  [/[\\/]archiver-utils[\\/]/, /new Buffer\((0|size)\)/g, 'Buffer.alloc($1)'],
  // It looks for a package that we never use it with.
  [/[\\/]fdir[\\/]/, /__require(\.resolve)?\("picomatch"\)/g, 'null'],
];

const mending = {
  name: 'mends',
  transform: {
    filter: { id: mends.map(([place]) => place) },
    handler: (code, id) =>
      mends.filter(([place]) => place.test(id)).reduce((mended, [, what, by]) => mended.replace(what, by), code),
  },
};

rmSync('dist', { recursive: true, force: true });
for (const [path, text] of declarations()) {
  mkdirSync(dirname(join('dist', path)), { recursive: true });
  writeFileSync(join('dist', path), text);
}
const { output } = await build({
  input: { 'cli/process': 'src/cli/process.ts', index: 'src/index.ts' },
  platform: 'node',
  external: ['@duckdb/node-bindings'],
  plugins: [mending],
  output: { dir: 'dist', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
});
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licencesOf(output.flatMap(({ moduleIds }) => moduleIds ?? [])));
