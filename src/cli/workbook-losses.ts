// What the cells of a workbook could not take as it was, told in words.
import type { WorkbookTally } from '../render/workbook-value.js';

const sentences: readonly (readonly [loss: keyof WorkbookTally, tell: (cells: number) => string])[] = [
  ['cutTexts', (cells) => `${cells} 处文字超过 Excel 一格的上限 32,767 字，只写了开头，以“…”结尾`],
  ['cleanedTexts', (cells) => `${cells} 处文字含有 Excel 存不下的控制字符，已去掉`],
  [
    'textAmounts',
    (cells) => `${cells} 处金额达到 10 万亿元，Excel 存不下全部位数，写成了文本，公式不会计入；请检查金额列和金额单位`,
  ],
];

/**
 * One sentence for each kind of loss in all workbooks of a run; none for ordinary data.
 * @example lossSentences([{ cutTexts: 0, cleanedTexts: 2, textAmounts: 0 }]) // => ['2 处文字含有 Excel 存不下的控制字符，已去掉']
 */
export function lossSentences(tallies: readonly Readonly<WorkbookTally>[]): readonly string[] {
  return sentences.flatMap(([loss, tell]) => {
    const cells = tallies.reduce((sum, tally) => sum + tally[loss], 0);
    return cells === 0 ? [] : [tell(cells)];
  });
}
