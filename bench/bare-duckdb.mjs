// The floor: DuckDB alone groups the transactions by customer, with plain casts and nothing else.
import { DuckDBInstance, version } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
if (file === '--version') console.log(version());
else {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const result = await connection.stream(`
    select "客户号", count(*), sum(cast("交易金额" as decimal(18, 2))), max(cast("交易日期" as date))
    from read_csv('${file.replaceAll("'", "''")}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')
    where cast("交易日期" as date) > date '2024-03-31' and cast("交易日期" as date) <= date '2025-03-31'
    group by "客户号"`);
  let [groups, rows, fen, lastDay] = [0, 0n, 0n, 0];
  for (let chunk = await result.fetchChunk(); chunk?.rowCount > 0; chunk = await result.fetchChunk()) {
    const [counts, sums, days] = [1, 2, 3].map((column) => chunk.getColumnVector(column));
    groups += chunk.rowCount;
    for (let row = 0; row < chunk.rowCount; row++) {
      rows += counts.getItem(row);
      fen += sums.getItem(row).value;
      lastDay = Math.max(lastDay, days.getItem(row).days);
    }
  }
  const day = new Date(lastDay * 86_400_000).toISOString().slice(0, 10);
  console.log(`${groups} ${rows} ${Number(fen) / 100} ${day}`);
}
