// Files that were glued together: a heading or a line between the rows that gives the rows below it another meaning.
import { type HeaderName, headerText, normaliseHeader } from './header.js';
import { fieldOf } from './kind-matcher.js';
import { statedUnits } from './preamble.js';
import type { Reading } from './reading.js';
import type { Cell, RawRow } from './table.js';

/** Header words in a row that make it a heading, where none of its cells holds a digit. */
const fewestWords = 2;

/** Refuses a file, with its code. */
export interface Turn {
  readonly code: 'changed-header' | 'mixed-units';
  readonly message: string;
}

const otherUnit: Turn = {
  code: 'mixed-units',
  message: '从这一行起写的金额单位与前面不同，无法一起读取；请把前后两部分另存为单独的文件，或在列名后注明同一单位',
};

const otherHeading: Turn = {
  code: 'changed-header',
  message: '这一行是另一份表头，列名或次序与前面的表头不同，下面的行会读错列；请把前后两部分另存为单独的文件',
};

/** Looks at the rows that are no data, and at the rejected ones; undefined where nothing changes for the rows below. */
export interface TurnFinder {
  atHeader(row: RawRow): Turn | undefined;
  atNote(row: RawRow): Turn | undefined;
  atReject(row: RawRow): Turn | undefined;
}

export function turnFinder(reading: Reading): TurnFinder {
  const { matcher, match, heading, facts } = reading;
  const assumed = facts.unit ?? 1;
  // What the user says of a column holds for all of its rows.
  const amounts = [...match.columns].filter(
    ([name]) => fieldOf(matcher.spec, name).kind === 'fen' && !matcher.units.has(name),
  );
  const isUnitTaken = amounts.some(([, { unit }]) => unit === undefined);
  const namesOf = ({ cells }: { readonly cells: readonly Cell[] }) =>
    cells.map((cell) => normaliseHeader(headerText(cell)));
  const own = heading.rows.map(namesOf);
  const isSame = (a: HeaderName, b: HeaderName | undefined) =>
    a.name === '' || (a.name === b?.name && (a.unit ?? assumed) === (b.unit ?? assumed));

  return {
    atHeader(row) {
      const names = namesOf(row);
      const isRepeated = own.some((first) => names.every((name, index) => isSame(name, first[index])));
      return amounts.length === 0 || isRepeated ? undefined : otherUnit;
    },
    atNote(row) {
      return isUnitTaken && statedUnits([row]).some((unit) => unit !== assumed) ? otherUnit : undefined;
    },
    atReject(row) {
      const names = namesOf(row).flatMap(({ name }) => (name === '' ? [] : [name]));
      if (names.some((name) => /\d/.test(name))) return undefined;
      const fields = new Set(names.flatMap((name) => matcher.synonyms.get(name)?.field ?? []));
      return fields.size >= fewestWords ? otherHeading : undefined;
    },
  };
}
