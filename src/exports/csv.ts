// Text → records, by csv-parse; what it cannot close is refused where the record began.
import { type Options, type Parser, parse } from 'csv-parse';
import { countBreaks } from './lines.js';
import { refusal } from './refusal.js';
import type { RawRow } from './table.js';

/** How a text is cut. */
export interface Cut {
  readonly delimiter: string;
  readonly lineEnds: readonly string[];
}

const oneMegabyte = 1_048_576;

/** csv-parse's options for our texts: arrays, ragged records and odd quotes allowed, blank lines kept. */
export function csvOptions({ delimiter, lineEnds }: Cut): Options<string[]> {
  return {
    delimiter,
    record_delimiter: [...lineEnds],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: oneMegabyte,
    bom: false,
  };
}

/** A cell that begins with a quote which was never closed and therefore took line breaks in. `raw` is the record as the file writes it. */
export function holdsStrayQuote(raw: () => Buffer, cells: readonly string[]): boolean {
  return cells.some((cell) => {
    if (!cell.startsWith('"') || countBreaks(cell) === 0) return false;
    return !raw().includes(`"${cell.replaceAll('"', '""')}"`);
  });
}

/**
 * The records of a text in batches, one batch for each piece of it, blank lines included. `firstLine` is the number of its first line.
 * Throws UserError (exit 3, `unclosed-quote` or `oversized-record`) with the line where the record began.
 */
export async function* csvRows(
  text: AsyncIterable<Buffer>,
  cut: Cut,
  file: string,
  firstLine: number,
): AsyncGenerator<readonly RawRow[]> {
  const parser = parse(csvOptions(cut));
  parser.on('error', () => {});
  const collector = collect(parser, firstLine);
  for await (const piece of text) {
    collector.feed(piece);
    const fault = await new Promise<unknown>((resolve) => parser.write(piece, resolve));
    if (fault || collector.strayAt() !== undefined) throw cutRefusal(fault, collector, file);
    const rows = collector.take();
    if (rows.length > 0) yield rows;
  }
  const fault = await new Promise<unknown>((resolve) => parser.end(resolve));
  if (fault || collector.strayAt() !== undefined) throw cutRefusal(fault, collector, file);
  const rows = collector.take();
  if (rows.length > 0) yield rows;
}

interface Collector {
  /** Remembers the bytes that are about to be parsed. */
  feed(piece: Buffer): void;
  /** The rows since the last call. */
  take(): readonly RawRow[];
  /** Line of the record that is being read. */
  line(): number;
  /** Line ends passed since that record began. */
  passed(): number;
  /** Line of the first record with a stray quote. */
  strayAt(): number | undefined;
}

/**
 * Takes the records out of the parser. Its `push` is replaced, since `on_record` copies a context for every record (a third of the
 * running time), and its record count is held at 0, since it makes an Error, stack included, for every record that is not as long as
 * the first (eight times the running time).
 */
function collect(parser: Parser, firstLine: number): Collector {
  const info = parser.info as { records: number; readonly lines: number; readonly bytes: number };
  const finish = parser.push.bind(parser);
  let batch: RawRow[] = [];
  let fed: Buffer[] = [];
  let fedFrom = 0;
  let line = firstLine;
  let lines = 0;
  let bytes = 0;
  let strayAt: number | undefined;
  const raw = () => {
    fed = [Buffer.concat(fed)];
    return (fed[0] as Buffer).subarray(bytes - fedFrom, info.bytes - fedFrom);
  };
  parser.push = (record: readonly string[] | null) => {
    if (record === null) return finish(null);
    info.records = 0;
    batch.push({ line, cells: record });
    if (info.lines - lines > 1) {
      if (holdsStrayQuote(raw, record)) strayAt ??= line;
      for (const cell of record) line += countBreaks(cell);
    }
    line++;
    lines = info.lines;
    bytes = info.bytes;
    return true;
  };
  return {
    feed(piece) {
      while (fed[0] !== undefined && fedFrom + fed[0].length <= bytes) fedFrom += (fed.shift() as Buffer).length;
      fed.push(piece);
    },
    take() {
      const taken = batch;
      batch = [];
      return taken;
    },
    line: () => line,
    passed: () => info.lines - lines - 1,
    strayAt: () => strayAt,
  };
}

function cutRefusal(fault: unknown, collector: Collector, file: string): unknown {
  const quote = '从这一行开始的引号 “"” 没有成对，后面的行被并入同一单元格；请补上或删去多余的引号，或重新导出';
  const strayAt = collector.strayAt();
  if (strayAt !== undefined) return refusal({ file, line: strayAt }, 'unclosed-quote', quote);
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  const place = { file, line: collector.line() };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return refusal(place, 'unclosed-quote', quote);
  if (code !== 'CSV_MAX_RECORD_SIZE') return new Error('the CSV parser stopped for an unforeseen reason');
  if (collector.passed() > 0) return refusal(place, 'unclosed-quote', quote);
  return refusal(
    place,
    'oversized-record',
    '这一行超过 “1 MB”，不像是导出的记录；请检查文件是否损坏或换行符丢失，然后重新导出',
  );
}
