// How a workbook's reader will break a text into lines. Fonts differ from machine to machine: the wider one counts, so that a row
// is rather a line too high than a line cut.

/** The digit that column widths are counted in is one of the same font; M is wider and a comma narrower, in every font. */
const broad = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZ=<>+#%&@~mw');
const slim = new Set(",.:;'!|()[]{} ");
const latinUnits = Array.from({ length: 127 }, (_, code) => {
  const point = String.fromCharCode(code);
  return broad.has(point) ? 1.4 : slim.has(point) ? 0.7 : 1.05;
});

/** What a data cell keeps free at its sides, its indent included. */
export const cellPadding = 2.4;

const weightless = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const closing = /[，。；：、！？）】》〉」』〕”’,.;:!?)\]%]/;
const opening = /[（【《〈「『〔“‘([]/;

function pointUnits(point: string): number {
  if (point >= ' ' && point <= '~') return latinUnits[point.charCodeAt(0)] ?? 1;
  return weightless.test(point) ? 0 : 2;
}

/**
 * Width units of a text of 10 pt on one line, without the cell's padding.
 * @example textUnits('R=睡眠') // => 6.8
 */
export function textUnits(text: string): number {
  let units = 0;
  for (const point of text) units += pointUnits(point);
  return units;
}

/** Lines are broken at blanks and between Chinese characters, not before 。 or behind （; a longer word is broken anywhere. */
function wrappedLines(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  let word = 0;
  let before = '';
  const place = () => {
    if (used > 0 && used + word > room) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(word / room) - 1);
    used += word > room ? word % room : word;
    word = 0;
  };
  for (const point of line) {
    const isJoint = before === ' ' || point > '~' || before > '~';
    if (isJoint && !closing.test(point) && !opening.test(before)) place();
    word += pointUnits(point);
    before = point;
  }
  place();
  return lines;
}

/**
 * Lines that a text takes where `room` units are free for it, wrapped.
 * @example lineCount('最近一次交易距数据日期不超过', 14) // => 2
 */
export function lineCount(text: string, room: number): number {
  const least = Math.max(2, room);
  return text.split('\n').reduce((sum, line) => sum + (textUnits(line) <= least ? 1 : wrappedLines(line, least)), 0);
}

/**
 * The room that a text needs to have as many lines as it is written in.
 * @example textWidth('核心客户\n3户') // => 8
 */
export function textWidth(text: string): number {
  return Math.ceil(Math.max(...text.split('\n').map(textUnits)));
}
