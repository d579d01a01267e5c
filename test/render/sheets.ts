// Invented sheets for the renderers' tests.
import type { CellValue, Format, Sheet, SheetColumn } from '../../src/ledger/sheet.js';

export function column(header: string, format: Format, group?: string): SheetColumn {
  return { header, format, width: 8, ...(group === undefined ? {} : { group }) };
}

export const summarySheet: Sheet = {
  name: 'RFM汇总',
  title: '客户 RFM 分层汇总表',
  subtitle: '机构：示例支行　数据日期：2025-09-30　单位：万元/户',
  tables: [
    {
      heading: '一、分层',
      columns: [
        column('客户分层', 'text'),
        column('户数', 'count'),
        column('占比', 'ratio'),
        column('AUM（万元）', 'fenWan'),
        column('平均R（天）', 'decimal'),
        column('平均消费金额（元）', 'fen'),
      ],
      rows: [
        ['核心客户', 12, 0.06, 1234567800, 12.5, 123456789],
        ['潜力客户', 1200, 0.94, -98765, 12.005, 1],
        ['无法判定', 0, null, null, null, null],
      ],
      rowCount: 3,
      total: ['合计', 1212, 1, 1234469035, null, null],
    },
    {
      heading: '二、参数',
      columns: [column('参数', 'text'), column('取值', 'text')],
      rows: [['rfm.core.minAmount', '500000'.repeat(20)]],
      rowCount: 1,
    },
    {
      heading: '三、空表',
      columns: [column('参数', 'text'), column('户数', 'count')],
      rows: [],
      rowCount: 0,
      total: ['合计', 0],
    },
  ],
  notes: ['因四舍五入，分项之和与合计可能有尾差', '口径：最近一次主动交易距数据日期的天数。'.repeat(20)],
};

export const detailColumns: readonly SheetColumn[] = [
  column('客户号', 'text'),
  column('姓名', 'text'),
  column('客户分层', 'text'),
  column('R（天）', 'count'),
  column('F（笔）', 'count'),
  column('M（元）', 'fen'),
  column('AUM（元）', 'fen'),
  column('占比', 'ratio'),
  column('最近交易日', 'day'),
  column('R', 'count', '得分'),
  column('F', 'count', '得分'),
  column('M', 'decimal', '得分'),
  column('八分群', 'text'),
  column('分层原因', 'text'),
];

function detailRow(index: number): readonly CellValue[] {
  const month = String((index % 9) + 1).padStart(2, '0');
  const scores = [(index % 5) + 1, (index % 4) + 1, (index % 3) + 0.5];
  const share = index % 7 === 0 ? null : (index % 1000) / 1000;
  const reason = `R=${index % 400}≤400，F=5≥5，M=500,000.00≥500,000`;
  return [
    `0${index}`,
    '王*明',
    '潜力客户',
    index % 400,
    index % 30,
    index * 12345,
    -index * 987,
    share,
    `2025-${month}-15`,
    ...scores,
    '重要价值客户',
    reason,
  ];
}

/** A list like RFM明细, its rows made while they are read. */
export function detailSheet(rowCount: number): Sheet {
  return {
    name: 'RFM明细',
    title: '客户 RFM 分层明细表',
    subtitle: summarySheet.subtitle,
    tables: [
      {
        columns: detailColumns,
        rows: {
          *[Symbol.iterator]() {
            for (let index = 0; index < rowCount; index += 1) yield detailRow(index);
          },
        },
        rowCount,
        total: ['合计', null, null, null, null, 12345, null, null, null, null, null, null, null, null],
        isList: true,
      },
    ],
    notes: ['客户号保留前导零'],
  };
}
