// The reference: csv-parse alone reads the file and counts its records.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let records = 0;
const parser = createReadStream(process.argv[2]).pipe(parse());
parser.on('readable', () => {
  while (parser.read() !== null) records++;
});
parser.on('end', () => console.log(records));
