// The lists of a ledger workbook as DOMAIN.md §4 has them.

export interface Layout {
  /**
   * From A on: header, number format, width, and H where people type, with the dropdown where they choose. No width = the document
   * states none. Columns of ours may follow.
   */
  readonly columns: string;
  /** The last header row. */
  readonly headerRow: number;
  /** First and last cell of merged headers. */
  readonly groups: readonly string[];
  readonly frozen: string;
  readonly pagesWide: 1 | 2;
  /** Printed on every page: columns, where two pages stand side by side, and rows. */
  readonly repeated: readonly string[];
  /** Formulas of the first data row. */
  readonly formulas: readonly (readonly [cell: string, formula: string])[];
}

const money = '#,##0.00';
const change = '[Red]+#,##0.00;[Color10]-#,##0.00;0.00';
const day = 'yyyy-mm-dd';
const moment = 'yyyy-mm-dd hh:mm';

export const layouts: Readonly<Record<string, Layout>> = {
  总体情况: {
    columns: `序号|0|5 姓名|@|9 工号|@|9 岗位|@|10 期初|#,##0|7 本期新增|#,##0|7 本期调出|#,##0|7 期末|#,##0|7
      50万(含)以上|#,##0|8 20万(含)-50万|#,##0|8 5万(含)-20万|#,##0|8 5万以下|#,##0|7 期初|${money}|11 期末|${money}|11
      增减|${change}|10 增幅|0.00%|8 年日均|${money}|11 储蓄存款|${money}|10 理财|${money}|10 基金|${money}|10 保险及其他|${money}|10
      核心|#,##0|6 潜力|#,##0|6 基础|#,##0|6 其他|#,##0|6 睡眠|#,##0|6 睡眠占比|0.00%|8 联系客户数|#,##0|8 联系覆盖率|0.00%|8
      产品总数|0 户均产品数|0.00|8 备注|@|14|H`,
    headerRow: 4,
    groups: ['E3:H3', 'I3:L3', 'M3:Q3', 'R3:U3', 'V3:AA3', 'AB3:AE3', 'A3:A4', 'AF3:AF4'],
    frozen: 'E5',
    pagesWide: 2,
    repeated: ['$A:$D', '$1:$4'],
    formulas: [
      ['O5', 'N5-M5'],
      ['P5', 'IF(M5=0,"—",O5/M5)'],
      ['AA5', 'IF(H5=0,"—",Z5/H5)'],
      ['AC5', 'IF(H5=0,"—",AB5/H5)'],
      ['AE5', 'IF(H5=0,"—",AD5/H5)'],
    ],
  },
  个人贵宾客户基本情况表: {
    columns: `序号|0|5 客户号|@|14 客户姓名|@|9 性别|@|5 年龄|0|5 联系电话|@|13 职业/单位|@|14 资产层级|@|11 RFM分类|@|9 客户群组|@|13
      风险等级|@|7 测评到期日|${day}|11 管户员工|@|9 管户起始日|${day}|11 时点余额|${money}|11 年日均|${money}|11 较上月|${change}|10
      储蓄存款|${money}|10 理财|${money}|10 基金|${money}|10 保险及其他|${money}|10 贷款余额|${money}|10 借记卡|@|5 手机银行|@|5
      网上银行|@|5 短信通知|@|5 信用卡|@|5 代发工资|@|5 三方存管|@|5 快捷支付|@|5 开通数|0|6 最近交易日|${day}|11 距今天数|0|7
      近一年次数|#,##0|7 近一年金额|${money}|11 最近到期日|${day}|11 兴趣爱好/家庭|@|16|H 他行资产(万元)|${money}|9|H
      下次联系日|${day}|11|H 备注|@|16|H`,
    headerRow: 4,
    groups: ['D3:G3', 'H3:L3', 'M3:N3', 'O3:Q3', 'R3:V3', 'W3:AE3', 'AF3:AI3', 'AK3:AN3', 'AJ3:AJ4'],
    frozen: 'D5',
    pagesWide: 2,
    repeated: ['$A:$C', '$1:$4'],
    formulas: [
      ['AE5', 'COUNTIF(W5:AD5,"√")'],
      ['AG5', 'IF(AF5="","—",数据日期-AF5)'],
    ],
  },
  基金销售台帐: {
    columns: `序号|0|5 申请日期|${day}|11 确认日期|${day}|11 客户号|@|14 客户姓名|@|9 风险等级|@|7 基金代码|@|9 基金名称|@|22 基金类型|@|9
      产品风险|@|7 风险适配|@|8 业务类型|@|8 申请金额(元)|${money}|13 确认金额(元)|${money}|13 确认净值|0.0000|9 确认份额|${money}|13
      手续费(元)|${money}|10 分红方式|@|9 状态|@|9 办理渠道|@|9 营销人员|@|9 转介人|@|9|H 双录编号|@|14|H 回访日期|${day}|11|H
      备注|@|14|H`,
    headerRow: 4,
    groups: ['B3:C3', 'D3:F3', 'G3:K3', 'L3:S3', 'T3:V3', 'W3:X3'],
    frozen: 'F5',
    pagesWide: 2,
    repeated: ['$A:$E', '$1:$4'],
    formulas: [],
  },
  理财产品销售台帐: {
    columns: `序号|0|5 购买日期|${day}|11 客户号|@|14 客户姓名|@|9 风险等级|@|7 产品代码|@|13 产品名称|@|24 发行机构|@|14 产品类型|@|10
      产品风险|@|7 风险适配|@|8 购买金额(元)|${money}|14 起息日|${day}|11 到期日|${day}|11 期限(天)|0|7 业绩比较基准(%)|@|10
      测算利率(%)|0.00|8 参考收益(元)|${money}|12 距到期(天)|0|7 状态|@|8 承接去向|@|12|H承接去向 承接金额(元)|${money}|13|H
      承接率|0.00%|8 办理渠道|@|9 营销人员|@|9 转介人|@|9|H 双录编号|@|14|H 备注|@|14|H`,
    headerRow: 4,
    groups: ['C3:E3', 'F3:K3', 'L3:O3', 'P3:R3', 'S3:W3', 'X3:Z3'],
    frozen: 'E5',
    pagesWide: 2,
    repeated: ['$A:$D', '$1:$4'],
    formulas: [
      ['O5', 'IF(OR(M5="",N5=""),"—",N5-M5)'],
      ['R5', 'IF(OR(Q5="",O5="—"),"—",ROUND(L5*Q5/100*O5/365,2))'],
      ['S5', 'IF(N5="","—",N5-数据日期)'],
      ['W5', 'IFERROR(IF(OR(V5="",L5=0),"—",V5/L5),"—")'],
    ],
  },
  转介台账: {
    columns: `序号|0|5 转介编号|@|17 登记时间|${moment}|15|H 转介人类型|@|10|H转介人类型! 转介人|@|9|H 转介人号(工号/客户号)|@|14|H 转介岗位|@|9
      接收人|@|9|H 接收岗位|@|9 接收时间|${moment}|15|H 客户号|@|14|H 客户姓名|@|9|H 客户类型|@|8 触发条件|@|14|H触发条件
      意向产品|@|11|H意向产品 意向金额(万元)|${money}|10|H 方向合规|@|9 首访时间|${moment}|15|H 时长(小时)|0.0|8 72小时达标|@|9
      反馈时间|${moment}|15|H 状态|@|9|H转介状态! 成交日期|${day}|11|H 成交产品/金额(万元)|@|14|H 90天内成功|@|8
      接收时AUM(万元)|${money}|11 期末AUM(万元)|${money}|11 提升(万元)|${change}|10 3个月复购|@|8 积分|#,##0|8 未成交原因/备注|@|18|H`,
    headerRow: 4,
    groups: ['D3:G3', 'H3:J3', 'K3:M3', 'N3:Q3', 'R3:U3', 'V3:Y3', 'Z3:AC3'],
    frozen: 'D5',
    pagesWide: 2,
    repeated: ['$A:$C', '$1:$4'],
    formulas: [['AB5', 'IFERROR(IF(OR(Z5="",AA5=""),"—",AA5-Z5),"—")']],
  },
  睡眠客户唤醒台账: {
    columns: `序号|0|5 客户号|@ 客户姓名|@ 联系电话|@ 管户员工|@ 最近交易日|${day} 休眠天数|0 休眠类型|@ AUM(元)|${money} 余额档|@ 豁免标记|@
      优先级|@ 唤醒方案|@||H 首次接触日|${day}||H 接触方式|@||H接触方式 接触结果|@||H接触结果 唤醒交易日|${day} 唤醒交易类型|@
      唤醒状态|@ 唤醒后AUM|${money} 备注|@||H`,
    headerRow: 6,
    groups: [],
    frozen: 'D7',
    pagesWide: 2,
    repeated: ['$A:$C', '$6:$6'],
    formulas: [
      ['G7', 'IF(OR(F7="",S7="期间销户"),"—",IF(Q7>F7,Q7,数据日期)-F7)'],
      ['I4', 'IF(G4=0,"—",H4/G4)'],
      ['K4', 'IF(G4=0,"—",J4/G4)'],
    ],
  },
  到期承接台账: {
    columns: `序号|0 到期日|${day} 客户号|@ 客户姓名|@ 管户员工|@ 产品类别|@ 到期产品|@ 到期金额(元)|${money} 观察期至|${day} 承接状态|@
      承接日期|${day} 承接金额(元)|${money} 承接率|0.00% 承接去向|@||H承接去向 备注|@||H`,
    headerRow: 9,
    groups: [],
    frozen: 'E10',
    pagesWide: 1,
    repeated: ['$9:$9'],
    formulas: [['M10', 'IF(AND(ISNUMBER(H10),ISNUMBER(L10)),L10/H10,"—")']],
  },
  RFM明细: {
    columns: `客户号|@ 客户姓名|@ 管户员工|@ 层级|@ 最近交易日|${day} R(天)|0 F(次)|#,##0 M(元)|${money} AUM(元)|${money} 标签|@ 判定理由|@`,
    headerRow: 3,
    groups: [],
    frozen: 'D4',
    pagesWide: 1,
    repeated: ['$1:$3'],
    formulas: [],
  },
};

export interface LaidOutColumn {
  readonly header: string;
  readonly numberFormat: string;
  /** 0 = any. */
  readonly width: number;
  readonly isInput: boolean;
  readonly list: string;
  readonly isClosed: boolean;
}

export function columnsOf({ columns }: Layout): readonly LaidOutColumn[] {
  return columns.split(/\s+(?=[^|]+\|)(?!hh:mm)/).map((text) => {
    const [header = '', numberFormat = '', width = '', hand = ''] = text.split('|');
    return {
      header,
      numberFormat,
      width: Number(width),
      isInput: hand.startsWith('H'),
      list: hand.slice(1).replace('!', ''),
      isClosed: hand.endsWith('!'),
    };
  });
}
