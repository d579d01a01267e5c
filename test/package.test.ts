// What is packed: code that finds everything it needs, types that need no other package, and the licences of what was bundled.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const text = (file: string) => readFileSync(join(dist, file), 'utf8');
const files = (ending: string) =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));

beforeAll(() => {
  if (!existsSync(dist)) throw new Error('dist/ is missing: run `npm run build` first');
});

/** What a file imports, requires or looks up. The bundler calls `require` by names like `__require`. */
function specifiers(file: string, code: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : ts.isCallExpression(node) && /^(import|_*require\d*(\.resolve)?)$/.test(node.expression.getText())
            ? node.arguments[0]
            : undefined;
    if (named !== undefined) found.add(ts.isStringLiteralLike(named) ? named.text : named.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return found;
}

/** What is neither beside the file nor part of Node. */
const foreign = (file: string, code: string) =>
  [...specifiers(file, code)].filter((name) => !name.startsWith('.') && !isBuiltin(name));

/** Names of the packages whose modules the bundler marked in the code. */
const bundled = (code: string) =>
  [...code.matchAll(/^\/\/ (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(([, name]) => name);

describe('the packed code', () => {
  test.each([
    ["import { z } from 'zod';", ['zod']],
    ["export * from 'zod/v4';", ['zod/v4']],
    ["const { z } = await import('zod');", ['zod']],
    ["var zod = __require('zod'); try { require.resolve('yaml') } catch {}", ['zod', 'yaml']],
    ["await import('./chunk.js'); // import('zod')", ['./chunk.js']],
    ['const loaded = require(name);', ['name']],
    ["type Schema = import('zod').ZodType;", ['zod']],
  ])('is searched for what it imports: %s', (code, names) => {
    expect([...specifiers('sample.ts', code)]).toEqual(names);
  });

  test('imports nothing but Node and the dependencies, and each of them', { timeout: 120_000 }, () => {
    const names = files('.js').flatMap((file) => foreign(file, text(file)));
    expect([...new Set(names)].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  test('needs no other package for its types', () => {
    expect(files('.d.ts')).toContain('index.d.ts');
    expect(files('.d.ts').flatMap((file) => foreign(file, text(file)))).toEqual([]);
  });

  test('has types without a fault', { timeout: 120_000 }, () => {
    const options = {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
      target: ts.ScriptTarget.ES2022,
    };
    const modules = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    const program = ts.createProgram([join(dist, 'index.d.ts')], { ...options, ...modules });
    const faults = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName.startsWith(dist));
    expect(faults.map(({ messageText }) => messageText)).toEqual([]);
  });

  test('has the native part of DuckDB of the version that the bundled part asks for', () => {
    const api = readFileSync(join(root, 'node_modules/@duckdb/node-api/package.json'), 'utf8');
    const { dependencies } = JSON.parse(api) as typeof manifest;
    expect(manifest.dependencies).toMatchObject(dependencies);
  });

  test('comes with the licence of every package in it', () => {
    const names = new Set(files('.js').flatMap((file) => bundled(text(file))));
    expect(names.size).toBeGreaterThan(20);
    const licences = text('THIRD-PARTY-LICENSES.txt');
    expect([...names].filter((name) => !licences.includes(`\n${name} `))).toEqual([]);
  });
});

describe('the code that starts a command', () => {
  /** The files that are read before anything is asked for lazily. */
  function loaded(file: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const source = ts.createSourceFile(file, text(file), ts.ScriptTarget.Latest, true);
    for (const statement of source.statements)
      if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier))
        if (statement.moduleSpecifier.text.startsWith('.'))
          loaded(join(file, '..', statement.moduleSpecifier.text), seen);
    return seen;
  }

  test('has the packages of arguments only', () => {
    const names = [...loaded(join('cli', 'process.js'))].flatMap((file) => bundled(text(file)));
    expect([...new Set(names)]).toEqual(['commander']);
  });
});
