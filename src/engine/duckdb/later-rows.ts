// Plain rows after asOf whose 流水号 comes more than once: read for real, to find copies among them.
import type { Day } from '../../model/day.js';
import type { Loading } from '../loading.js';
import { cellsOf } from './chunk-columns.js';
import type { Database } from './database.js';
import type { BulkOutcomes } from './identify.js';
import { laterQuery } from './row-query.js';

export async function noteLaterRows(
  database: Database,
  { later, sources }: Loading,
  outcomes: BulkOutcomes,
  asOf: Day,
): Promise<void> {
  if (later.repeatedIds.size === 0) return;
  const wanted = [...later.repeatedIds].map((id) => [id] as const);
  for (const [index, { file, lookups }] of outcomes) {
    const rows = sources[index]!.tally.later;
    if (rows.unread === 0) continue;
    await database.fill('wanted', { id: 'ubigint' }, wanted);
    for await (const chunk of database.stream(laterQuery(file, lookups.combinations.known)))
      for (let row = 0; row < chunk.rows; row += 1) {
        const transaction = lookups.read(cellsOf(chunk, row));
        if (transaction !== undefined && transaction.txnDate > asOf) later.note(rows, transaction);
      }
  }
}
