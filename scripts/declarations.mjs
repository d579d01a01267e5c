// The types of the library: the declarations that src/index.ts needs, of sources that tsc has nothing to say against.
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** The one type that is made by a package, which its users need not have: it is spelt out. */
const spelt = { file: 'model/rules.d.ts', type: 'Rules' };

/** Path below dist/ → text of a declaration file. Throws what tsc says of the sources. */
export function declarations() {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile('tsconfig.build.json', {}, host);
  const program = ts.createProgram(fileNames, options);
  refuse(...ts.getPreEmitDiagnostics(program));
  const emitted = new Map();
  program.emit(undefined, (path, text) => emitted.set(relative('src', path), text));
  emitted.set(spelt.file, spellOut(program));
  return neededBy('index.d.ts', emitted);
}

function refuse(...faults) {
  const places = {
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
  };
  if (faults.length > 0) throw new Error(`tsc:\n${ts.formatDiagnosticsWithColorAndContext(faults, places)}`);
}

function spellOut(program) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join('src', spelt.file.replace('.d.ts', '.ts')));
  const symbol = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source))
    .find(({ name }) => name === spelt.type);
  const { NoTruncation, InTypeAlias, MultilineObjectLiterals } = ts.NodeBuilderFlags;
  const flags = NoTruncation | InTypeAlias | MultilineObjectLiterals;
  const type = checker.typeToTypeNode(checker.getDeclaredTypeOfSymbol(symbol), undefined, flags);
  return `export type ${spelt.type} = ${ts.createPrinter().printNode(ts.EmitHint.Unspecified, type, source)};\n`;
}

/** A declaration file and those that it leads to. */
function neededBy(path, emitted, needed = new Map()) {
  if (needed.has(path)) return needed;
  needed.set(path, emitted.get(path));
  for (const { fileName } of ts.preProcessFile(emitted.get(path)).importedFiles)
    if (fileName.startsWith('.')) neededBy(join(dirname(path), fileName.replace(/\.js$/, '.d.ts')), emitted, needed);
  return needed;
}
