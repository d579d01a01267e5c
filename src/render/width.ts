// How many columns a text takes on a terminal or in a sheet, where a Chinese character is two wide.

const wide =
  /[\u1100-\u115f\u231a\u231b\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const weightless = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

function pointWidth(point: string): number {
  if (point >= ' ' && point <= '~') return 1;
  if (weightless.test(point)) return 0;
  return wide.test(point) ? 2 : 1;
}

/**
 * Full-width characters count 2, combining and control characters 0.
 * @example displayWidth('睡眠 A') // => 6
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const point of text) width += pointWidth(point);
  return width;
}

/**
 * Blanks up to `width`; a text that is already wider stays as it is.
 * @example padDisplay('户数', 6, 'right') // => '  户数'
 */
export function padDisplay(text: string, width: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'left' ? text + blanks : blanks + text;
}

/**
 * At most `width` columns; what was cut away is shown by …
 * @example cutDisplay('核心客户', 5) // => '核心…'
 */
export function cutDisplay(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const point of text) {
    used += pointWidth(point);
    if (used > width) break;
    kept += point;
  }
  return width < 1 ? '' : `${kept}…`;
}

/**
 * Lines of at most `width` columns, broken anywhere, as Chinese may be.
 * @example wrapDisplay('上次交易日期', 8) // => ['上次交易', '日期']
 */
export function wrapDisplay(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const point of text) {
    const step = pointWidth(point);
    if (used + step > width && line !== '') {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += point;
    used += step;
  }
  lines.push(line);
  return lines;
}
