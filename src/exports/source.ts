// Which files the user means.
import { existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { exitCodes, UserError } from '../model/errors.js';

/** The name that stands for the standard input, as path and on the command line. */
export const standardInput = '-';
/** What it is called in messages and reports. */
export const standardInputName = '标准输入';

export interface SourceFile {
  /** Where to read it; `standardInput` for what comes through a pipe. */
  readonly path: string;
  /** How it is called in messages and reports: path below the folder that was given, with `/`, or the base name. */
  readonly file: string;
}

/** What lies in export folders but cannot be an export. */
const otherExtensions = new Set(
  '.yaml .yml .json .md .pdf .png .jpg .jpeg .doc .docx .exe .log .sha256 .tmp .db .ini .lnk'.split(' '),
);

/** Excel puts a file of this name beside a workbook that is open. */
const isLockFile = (name: string) => name.startsWith('~$');

function isSkipped(name: string): boolean {
  return name.startsWith('.') || isLockFile(name) || otherExtensions.has(extname(name).toLowerCase());
}

const isSkippedFolder = (name: string) => name.startsWith('.') || name === 'node_modules' || name === '__MACOSX';

/** Whether a path below a folder or inside an archive may be an export, by its name alone. */
export function isExportPath(path: string): boolean {
  return (
    path !== '' &&
    !isSkipped(basename(path)) &&
    !dirname(path)
      .split('/')
      .some((step) => step !== '.' && isSkippedFolder(step))
  );
}

const kindOf = async (path: string) => {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return 'folder';
  return found?.isFile() ? 'file' : undefined;
};

/** What was unpacked on another system may bear a name in GBK: the name that we are given then leads to nothing. */
const isUnreadableName = (path: string) => path.includes('\ufffd') && !existsSync(path);

/** Every file below a folder; links are followed to files, not into folders, so that no path is walked twice. */
async function filesBelow(folder: string, top: string): Promise<readonly SourceFile[]> {
  const found: SourceFile[] = [];
  const named = `文件夹 “${relative(top, folder) || basename(folder)}”`;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new UserError(`${named}打不开；请检查是否有读取权限`, exitCodes.failed);
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (!isSkipped(entry.name) && isUnreadableName(path))
      throw new UserError(`${named}里有一个名字不是 UTF-8 编码，无法打开；请把它改名后重试`, exitCodes.usage);
    if (!isSkipped(entry.name) && entry.isSymbolicLink() && !existsSync(path))
      throw new UserError(
        `${named}里的链接 “${entry.name}”指向的文件不在；请恢复那个文件，或删去链接`,
        exitCodes.usage,
      );
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name)) found.push(...(await filesBelow(path, top)));
    } else if (!isSkipped(entry.name) && (entry.isFile() || (await kindOf(path)) === 'file')) {
      found.push({ path, file: relative(top, path).split(sep).join('/') });
    }
  }
  return found;
}

/** The folder that a pattern starts from: everything before its first wildcard. */
function fixedPart(pattern: string): string {
  const steps = pattern.split('/');
  const first = steps.findIndex((step) => isDynamicPattern(step));
  return steps.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

async function filesMatching(input: string): Promise<readonly SourceFile[]> {
  const pattern = input.split(sep).join('/');
  if (!isDynamicPattern(pattern)) return [];
  const folder = fixedPart(pattern);
  const rest = folder === '.' ? pattern.replace(/^\.\//, '') : pattern.slice(folder.replace(/\/$/, '').length + 1);
  const names = await glob(rest, { cwd: folder, expandDirectories: false });
  return names
    .filter(
      (name) =>
        !isSkipped(basename(name)) &&
        !dirname(name)
          .split('/')
          .some((step) => step !== '.' && step !== '..' && isSkippedFolder(step)),
    )
    .map((name) => ({ path: join(folder, name), file: name }));
}

async function filesOf(input: string): Promise<readonly SourceFile[] | undefined> {
  if (input === standardInput) return [{ path: standardInput, file: standardInputName }];
  const kind = await kindOf(input);
  if (kind === 'folder') return filesBelow(input, input);
  if (kind === 'file') return isLockFile(basename(input)) ? [] : [{ path: input, file: basename(input) }];
  const matching = await filesMatching(input);
  return matching.length === 0 ? undefined : matching;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The files that files, folders (with all below them) and globs stand for, sorted by `file`, then path, each real file once.
 * Relative inputs start at `cwd`. In folders and globs, hidden files, temporary files and what cannot be an export are left out.
 * `-` is the standard input. Throws UserError (exit 2) for a second one and naming every input that does not exist.
 */
export async function findFiles(inputs: readonly string[], cwd = '.'): Promise<readonly SourceFile[]> {
  if (inputs.filter((input) => input === standardInput).length > 1) {
    throw new UserError('标准输入 “-” 只能用一次；请去掉多余的 “-”', exitCodes.usage);
  }
  const found = await Promise.all(
    inputs.map((input) => filesOf(input === standardInput ? input : resolve(cwd, input))),
  );
  const missing = inputs.filter((_, at) => found[at] === undefined);
  if (missing.length > 0) {
    throw new UserError(`找不到 “${missing.join('”、“')}”；请检查路径，文件名含空格时加引号`, exitCodes.usage);
  }
  const files = found.flatMap((list) => list ?? []);
  const seen = new Set<string>();
  const once: SourceFile[] = [];
  for (const candidate of files.toSorted((a, b) => compare(a.file, b.file) || compare(a.path, b.path))) {
    const real = candidate.path === standardInput ? standardInput : await realpath(candidate.path);
    if (!seen.has(real)) once.push(candidate);
    seen.add(real);
  }
  return once;
}
