// The options that mean the same in every command that reads exports.
import type { OptionSpec } from './command.js';

export const readingOptions: readonly OptionSpec[] = [
  { flags: '--as-of <日期>', description: '数据日期，如 2025-09-30；不写时取快照、文件说明或文件名里的日期' },
  { flags: '--rules <文件>', description: '规则文件；不写时用当前文件夹的 taizhang.yaml（如有）' },
  { flags: '--kind <种类=文件>', description: '指定某个文件是哪种导出，如 transactions=明细.csv', repeatable: true },
  { flags: '--map <种类.字段=列名>', description: '指定列名；“==值” 表示固定值', repeatable: true },
  { flags: '--unit <种类.字段=单位>', description: '指定金额列的单位：元、万元或亿元', repeatable: true },
  { flags: '--direction-codes <代码>', description: '借贷标志的本行代码，如 0=D,1=C' },
  { flags: '--date-form <写法>', description: '另外接受的日期写法：YYMMDD、MM/DD/YYYY 或 DD/MM/YYYY' },
  { flags: '--max-rejects <行数|百分比>', description: '允许拒绝的行，超过即拒收文件（默认 1%）' },
  { flags: '--accept-total-mismatch', description: '合计与明细不符时仍然继续' },
  { flags: '--fixes <文件>', description: '写一份待改清单（xlsx）：被拒绝的单元格各一行，可填更正' },
  { flags: '--apply <文件>', description: '采用待改清单里填好的更正；源文件不改动', repeatable: true },
];

const placeOptions: readonly OptionSpec[] = [
  { flags: '-f, --format <格式>', description: 'table、json、csv、xlsx 或 html（默认按 -o 的扩展名，否则 table）' },
  { flags: '-o, --output <文件>', description: '写入文件；不写时输出到屏幕' },
];

export const outputOptions: readonly OptionSpec[] = [
  ...placeOptions,
  { flags: '--mask <方式>', description: '脱敏方式：manager（默认）或 owner（本人客户，姓名不脱敏）' },
];

export const reasonOption: OptionSpec = {
  flags: '--reason <原因>',
  description: '--mask full 的原因，记入结果旁的“脱敏审计.log”',
};

/** Of the commands whose results may be shown in full. */
export const fullOutputOptions: readonly OptionSpec[] = [
  ...placeOptions,
  {
    flags: '--mask <方式>',
    description: '脱敏方式：manager（默认）、owner（本人客户，姓名不脱敏）或 full（不脱敏，须写 --reason）',
  },
  reasonOption,
];

export const commonOptions: readonly OptionSpec[] = [
  { flags: '--engine <引擎>', description: 'auto、stream 或 duckdb（默认 auto：大的 CSV 明细用 duckdb，结果相同）' },
  { flags: '--memory-limit <大小>', description: 'duckdb 引擎可用的内存，如 800MB；不写时按空闲内存定' },
  { flags: '--quiet', description: '不显示进度和逐条说明' },
  { flags: '--verbose', description: '另说每一步用了多少时间、用了哪个引擎' },
  { flags: '--no-color', description: '不用颜色' },
];

export const scopeOptions: readonly OptionSpec[] = [
  { flags: '--include-corp', description: '对公客户也参加分析' },
  { flags: '--strict-active', description: '他人汇入不算客户交易' },
];
