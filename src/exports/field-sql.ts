// The twins of the readers of cells: the same reading as DuckDB expressions. Each one matches the grammar before it casts, because
// DuckDB's own casts take far more than an export may mean (1e3, 12.345, 2025-01-03abc).

/** A cell as two steps of DuckDB: the first one's result has a name in the second. */
export interface CellSql {
  /** A loose cast, which is right where it can be turned back into the very same cell: that is cheaper than a pattern. */
  readonly cast?: string;
  /** The value; NULL for an empty cell and for one that SQL must leave to the reader. `cast` is the name of the cast's result. */
  value(cast: string): string;
}

/** What `trim` takes off in TypeScript, and the zero-width characters that `cleanText` takes off besides. */
const blank =
  '\\s\\x0b\\x{a0}\\x{1680}\\x{2000}-\\x{200d}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{2060}\\x{3000}\\x{feff}';
const damaged = '\\x{fffd}';
const dashes = '\\-\\x{2014}\\x{2013}\\x{2015}\\x{2500}\\x{2212}\\x{ff0d}';
const emptyMarker = `(?i)[${dashes}]+|[/\\x{ff0f}]|无|\\\\N|N/A|NULL|\\(NULL\\)`;
/** First characters behind which cleaning or an Excel error may lie, and those of the markers for “nothing”. */
const doubtful = `${blank}"'=#${damaged}`;
const ending = `(?:[^${damaged}]*[^${blank}${damaged}])?`;
const surelyText = `[^${doubtful}${dashes}/\\x{ff0f}无\\\\Nn(]${ending}`;
const someText = `[^${doubtful}]${ending}`;

/** DuckDB's literal of a text. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function matches(cell: string, pattern: string): string {
  return `regexp_full_match(${cell}, ${sqlText(pattern)})`;
}

/** True for '' and the texts that mean “nothing”, as `isEmptyCell` says of a cell without blanks around it. */
export function emptySql(cell: string): string {
  return `(${cell} = '' or ${matches(cell, emptyMarker)})`;
}

/** The cell without the blanks at its ends. */
export function trimmedSql(cell: string): string {
  return `trim(${cell}, ' \t\u3000\u00a0')`;
}

/** Free text that stands in the file as it is meant. */
export function textSql(cell: string): CellSql {
  return {
    value: () => `case when ${cell} = '' then null when ${matches(cell, surelyText)} then ${cell}
    when ${matches(cell, emptyMarker)} then null when ${matches(cell, someText)} then ${cell} end`,
  };
}

/** Ids of ASCII letters and digits with at least one digit. */
export function idSql(cell: string): CellSql {
  return { value: () => `case when ${matches(cell, '[0-9][0-9A-Za-z]*|[A-Za-z]+[0-9][0-9A-Za-z]*')} then ${cell} end` };
}

const year = '(?:19|20|21)[0-9]{2}';
const clock = '(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]';
const short = '[0-9]{1,2}';
const separated = `${year}(?:-${short}-|/${short}/|\\.${short}\\.)${short}`;

/** DATE; 1900-01-01 means “no date”. */
export function daySql(cell: string): CellSql {
  const first = `split_part(${cell}, ' ', 1)`;
  const compact = `concat(left(${cell}, 4), '-', substring(${cell}, 5, 2), '-', right(${cell}, 2))`;
  const chinese = `regexp_replace(regexp_replace(${cell}, '[ 日]', '', 'g'), '[年月]', '-', 'g')`;
  const read = (
    cast: string,
  ) => `case when cast(${cast} as varchar) = ${cell} and ${cell} > '1900' and ${cell} < '2200' then ${cast}
    when ${matches(cell, `${year}[0-9]{4}`)} then try_cast(${compact} as date)
    when ${matches(cell, `${separated}(?: ${clock})?`)} then try_cast(translate(${first}, '/.', '--') as date)
    when ${matches(cell, `${year} *年 *${short} *月 *${short} *日`)} then try_cast(${chinese} as date) end`;
  return { cast: `try_cast(${cell} as date)`, value: (cast) => `nullif(${read(cast)}, date '1900-01-01')` };
}

/** Seconds since midnight, also out of a date with a time. */
export function timeSql(cell: string): CellSql {
  const seconds = (time: string) => `cast(epoch(${time}) as integer)`;
  const secondsOf = (text: string) => seconds(`try_cast(${text} as time)`);
  const compact = `concat(left(${cell}, 2), ':', substring(${cell}, 3, 2), ':', right(${cell}, 2))`;
  return {
    cast: `try_cast(${cell} as time)`,
    value: (
      cast,
    ) => `case when cast(${cast} as varchar) = ${cell} and strlen(${cell}) = 8 and ${cell} < '24' then ${seconds(cast)}
      when ${matches(cell, '(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]')} then ${secondsOf(compact)}
      when ${matches(cell, `${separated} ${clock}`)} then ${secondsOf(`right(${cell}, 8)`)} end`,
  };
}

const mostDigits = 15;

/** 分; `unit` is 1, 10000 or 100000000 元. */
export function fenSql(cell: string, unit: number): CellSql {
  const decimals = String(unit).length + 1;
  const whole = mostDigits - decimals;
  const groups = Math.floor((whole - 3) / 3);
  const fraction = `(?:\\.[0-9]{1,${decimals}})?`;
  const fen = (text: string) => `cast(try_cast(concat(${text}, 'e${decimals}') as bigint) as double)`;
  return {
    cast: `try_cast(${cell} as decimal(${mostDigits}, ${decimals}))`,
    value: (
      cast,
    ) => `case when cast(${cast} as varchar) = ${cell} then cast(cast(${cast} * ${10 ** decimals} as bigint) as double)
      when ${matches(cell, `-?[0-9]{1,${whole}}${fraction}`)} then ${fen(cell)}
      when ${matches(cell, `-?[0-9]{1,3}(?:,[0-9]{3}){1,${Math.max(1, groups)}}${fraction}`)} then ${fen(`replace(${cell}, ',', '')`)} end`,
  };
}
