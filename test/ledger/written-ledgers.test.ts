import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

// The workbook of the demo branch as a reader other than its writer sees it, against DOMAIN.md §4.2–4.5 and §4.8.

interface Layout {
  /** Leaf headers from A on; columns of ours may follow. */
  readonly headers: string;
  /** First and last cell of merged groups of the header. */
  readonly groups: readonly string[];
  readonly frozen: string;
  readonly pagesWide: number;
  readonly repeated: string;
  /** Formulas of the first data row. */
  readonly formulas: readonly (readonly [cell: string, formula: string])[];
}

const layouts: Readonly<Record<string, Layout>> = {
  总体情况: {
    headers:
      '序号 姓名 工号 岗位 期初 本期新增 本期调出 期末 50万(含)以上 20万(含)-50万 5万(含)-20万 5万以下 期初 期末 增减 增幅 年日均 储蓄存款 理财 基金 保险及其他 核心 潜力 基础 其他 睡眠 睡眠占比 联系客户数 联系覆盖率 产品总数 户均产品数 备注',
    groups: ['E3:H3', 'I3:L3', 'M3:Q3', 'R3:U3', 'V3:AA3', 'AB3:AE3', 'A3:A4'],
    frozen: 'E5',
    pagesWide: 2,
    repeated: '$A:$D',
    formulas: [
      ['O5', 'N5-M5'],
      ['P5', 'IF(M5=0,"—",O5/M5)'],
      ['AA5', 'IF(H5=0,"—",Z5/H5)'],
    ],
  },
  个人贵宾客户基本情况表: {
    headers:
      '序号 客户号 客户姓名 性别 年龄 联系电话 职业/单位 资产层级 RFM分类 客户群组 风险等级 测评到期日 管户员工 管户起始日 时点余额 年日均 较上月 储蓄存款 理财 基金 保险及其他 贷款余额 借记卡 手机银行 网上银行 短信通知 信用卡 代发工资 三方存管 快捷支付 开通数 最近交易日 距今天数 近一年次数 近一年金额 最近到期日 兴趣爱好/家庭 他行资产(万元) 下次联系日 备注',
    groups: ['D3:G3', 'H3:L3', 'M3:N3', 'O3:Q3', 'R3:V3', 'W3:AE3', 'AF3:AI3', 'AK3:AN3', 'AJ3:AJ4'],
    frozen: 'D5',
    pagesWide: 2,
    repeated: '$A:$C',
    formulas: [
      ['AE5', 'COUNTIF(W5:AD5,"√")'],
      ['AG5', 'IF(AF5="","—",数据日期-AF5)'],
    ],
  },
  基金销售台帐: {
    headers:
      '序号 申请日期 确认日期 客户号 客户姓名 风险等级 基金代码 基金名称 基金类型 产品风险 风险适配 业务类型 申请金额(元) 确认金额(元) 确认净值 确认份额 手续费(元) 分红方式 状态 办理渠道 营销人员 转介人 双录编号 回访日期 备注',
    groups: ['B3:C3', 'D3:F3', 'G3:K3', 'L3:S3', 'T3:V3', 'W3:X3'],
    frozen: 'F5',
    pagesWide: 2,
    repeated: '$A:$E',
    formulas: [],
  },
  理财产品销售台帐: {
    headers:
      '序号 购买日期 客户号 客户姓名 风险等级 产品代码 产品名称 发行机构 产品类型 产品风险 风险适配 购买金额(元) 起息日 到期日 期限(天) 业绩比较基准(%) 测算利率(%) 参考收益(元) 距到期(天) 状态 承接去向 承接金额(元) 承接率 办理渠道 营销人员 转介人 双录编号 备注',
    groups: ['C3:E3', 'F3:K3', 'L3:O3', 'P3:R3', 'S3:W3', 'X3:Z3'],
    frozen: 'E5',
    pagesWide: 2,
    repeated: '$A:$D',
    formulas: [
      ['O5', 'IF(OR(M5="",N5=""),"—",N5-M5)'],
      ['R5', 'IF(OR(Q5="",O5="—"),"—",ROUND(L5*Q5/100*O5/365,2))'],
      ['S5', 'IF(N5="","—",N5-数据日期)'],
      ['W5', 'IF(OR(V5="",L5=0),"—",V5/L5)'],
    ],
  },
  转介台账: {
    headers:
      '序号 转介编号 登记时间 转介人类型 转介人 转介人号(工号/客户号) 转介岗位 接收人 接收岗位 接收时间 客户号 客户姓名 客户类型 触发条件 意向产品 意向金额(万元) 方向合规 首访时间 时长(小时) 72小时达标 反馈时间 状态 成交日期 成交产品/金额(万元) 90天内成功 接收时AUM(万元) 期末AUM(万元) 提升(万元) 3个月复购 积分 未成交原因/备注',
    groups: ['D3:G3', 'H3:J3', 'K3:M3', 'N3:Q3', 'R3:U3', 'V3:Y3', 'Z3:AC3'],
    frozen: 'D5',
    pagesWide: 2,
    repeated: '$A:$C',
    formulas: [['AB5', 'IF(OR(Z5="",AA5=""),"—",AA5-Z5)']],
  },
};

let folder = '';
let parts: Readonly<Record<string, string>> = {};
let book: Awaited<ReturnType<typeof readXlsx>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-layout-'));
  expect((await runIn(folder, ['demo', '样例', '--date', '2025-09-30'])).code).toBe(0);
  const words = ['总体', '贵宾', '基金', '理财', '转介'];
  const run = await runIn(folder, ['ledger', ...words, '样例', '-o', '台账', '--quiet']);
  expect(run.code, run.stderr).toBe(0);
  const bytes = readFileSync(join(folder, '台账', readdirSync(join(folder, '台账'))[0] ?? ''));
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  book = await readXlsx(bytes);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The part of a worksheet: ours are numbered in the order of the workbook. */
function xmlOf(sheet: string): string {
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  return parts[`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`] ?? '';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

describe.each(Object.entries(layouts))('%s as written', (sheet, layout) => {
  test('has the headers in their order', () => {
    const rows = book.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    const wanted = layout.headers.split(' ');
    const shown = wanted.map((_, index) =>
      String(rows[3]?.[index] || rows[2]?.[index] || '').replace('\n（未提供）', ''),
    );
    expect(shown).toEqual(wanted);
  });

  test('merges its groups, stays in sight and prints as it should', () => {
    const xml = xmlOf(sheet);
    for (const range of layout.groups) expect(xml, range).toContain(`ref="${range}"`);
    expect(xml).toContain(`topLeftCell="${layout.frozen}"`);
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(xml).toMatch(new RegExp(`<pageSetup[^>]*fitToWidth="${layout.pagesWide}"`));
    expect(xml).toMatch(/<pageSetup[^>]*fitToHeight="0"/);
    expect(xml).toContain('第 &amp;P 页 共 &amp;N 页');
    expect(xml).toContain('<sheetProtection');
    const titles = unescaped(parts['xl/workbook.xml'] ?? '');
    expect(titles).toContain(`'${sheet}'!${layout.repeated},'${sheet}'!$1:$4`);
  });

  test('has its formulas, never TODAY()', () => {
    const xml = xmlOf(sheet);
    const formulas = new Map(
      [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f>/g)].map(([, cell, formula = '']) => [
        cell,
        unescaped(formula),
      ]),
    );
    for (const [cell, formula] of layout.formulas) expect(formulas.get(cell), cell).toBe(formula);
    expect([...formulas.values()].filter((formula) => /TODAY|NOW\(/.test(formula))).toEqual([]);
  });
});
