// The text of one cell of a page, gathered from pieces.

/** Longer cells are refused, as records of a text file are. */
const longestCell = 1_048_576;

export interface TextPieces {
  /** False when the cell is too long. */
  add(piece: string): boolean;
  /** A line break that is written, or one that only parts what stands on both sides of it. */
  breakLine(isWritten: boolean): void;
  /** The text so far, runs of blanks as one, and an empty one from here on. */
  take(): string;
}

export function newTextPieces(): TextPieces {
  let pieces: string[] = [];
  let length = 0;
  return {
    add(piece) {
      length += piece.length;
      if (length > longestCell) return false;
      pieces.push(piece);
      return true;
    },
    breakLine(isWritten) {
      if (isWritten || (length > 0 && pieces.at(-1) !== '\0')) pieces.push('\0');
    },
    take() {
      if (length === 0) {
        pieces = [];
        return '';
      }
      const text = pieces.join('');
      pieces = [];
      length = 0;
      return /[\s\0]/.test(text) ? oneBlank(text) : text;
    },
  };
}

/** Blanks as a page shows them; no-break and ideographic ones are characters like others. */
function oneBlank(text: string): string {
  const lines = text.replace(/[ \t\n\r\f]+/g, ' ').split('\0');
  return lines
    .map((line) => line.replace(/^ | $/g, ''))
    .join('\n')
    .trim();
}
