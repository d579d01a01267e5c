import { closeSync, openSync, writeSync } from 'node:fs';
import iconv from 'iconv-lite';

/** Writes a CSV file in pieces of about a million characters; `encoding` is utf8 or gb18030. */
export function writeTextFile(path, header, rows, encoding) {
  const file = openSync(path, 'w', 0o600);
  const flush = (text) => writeSync(file, encoding === 'utf8' ? text : iconv.encode(text, encoding));
  let text = `${header}\n`;
  for (const row of rows) {
    text += `${row}\n`;
    if (text.length < 1 << 20) continue;
    flush(text);
    text = '';
  }
  flush(text);
  closeSync(file);
}
