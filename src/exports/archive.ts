// A zip archive that holds exports: each entry becomes a file of its own. Nothing is ever written under an entry's name.
import { exitCodes, UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import type { ByteSource } from './chunks.js';
import { refusal } from './refusal.js';
import { isExportPath } from './source.js';
import type { Spool } from './spool.js';
import type { RawFile } from './table.js';
import { listEntries, type ZipEntry } from './zip.js';
import { entryChunks } from './zip-contents.js';

/** Opens one unpacked entry. */
export type OpenEntry = (source: ByteSource, file: string) => Promise<readonly RawFile[]>;

const ofOfficeFiles = /^(?:\[Content_Types\]\.xml$|mimetype$|(?:xl|word|ppt)\/)/;

/** Whether a zip file is an office document and not a bundle of files; a damaged one is judged by the names in its bytes. */
export function isOfficeFile(archive: Buffer, file: string): boolean {
  try {
    return listEntries(archive, { file }).some(({ name }) => ofOfficeFiles.test(name));
  } catch {
    return archive.includes('[Content_Types].xml', 0, 'latin1');
  }
}

/**
 * The exports in an archive, called `包.zip/明细.csv`; what cannot be an export is passed over as in a folder. Throws one UserError (exit 3)
 * for all entries that must be refused, `damaged-archive` for the archive itself, `unsupported-container` when it holds nothing to read.
 */
export async function openArchive(
  archive: Buffer,
  file: string,
  spool: Spool,
  openEntry: OpenEntry,
): Promise<readonly RawFile[]> {
  const entries = await asArchive(file, async () => listEntries(archive, { file }));
  const chosen = entries
    .map((entry) => ({ entry, name: shownName(entry.name) }))
    .filter(({ entry, name }) => !/[/\\]$/.test(entry.name) && isExportPath(name));
  if (chosen.length === 0) {
    throw refusal({ file }, 'unsupported-container', '压缩包里没有可以读取的文件；请放入 .xlsx 或 CSV 导出');
  }
  const opened: RawFile[] = [];
  const problems: Problem[] = [];
  for (const { entry, name } of chosen.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const entryFile = `${file}/${name}`;
    try {
      const source = await asArchive(entryFile, () => unpacked(archive, entry, entryFile, spool));
      opened.push(...(await openEntry(source, entryFile)));
    } catch (error) {
      if (!(error instanceof UserError) || error.problems.length === 0) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw refusalOf(problems);
  return opened;
}

function refusalOf(problems: readonly Problem[]): UserError {
  const lines = problems.map((problem) => `${problem.file}: ${problem.message}`);
  return new UserError(lines.join('\n'), exitCodes.refused, problems);
}

function unpacked(archive: Buffer, entry: ZipEntry, file: string, spool: Spool): Promise<ByteSource> {
  return spool.keep(entryChunks(archive, entry, { file }));
}

/** What the zip reader says of workbooks, said of an archive. */
async function asArchive<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.problems[0]?.code !== 'damaged-workbook') throw error;
    const message = '压缩包已损坏、不完整或压缩方式特殊；请重新打包，或解压后再读取';
    throw refusal({ file }, 'damaged-archive', message);
  }
}

/** A name is only shown: without control characters and without steps that lead out of the archive. */
function shownName(name: string): string {
  const steps = name.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').split(/[/\\]/);
  return steps.filter((step) => step !== '' && step !== '.' && step !== '..').join('/');
}
