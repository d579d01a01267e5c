import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Export, RowFault } from '../../src/exports/export.js';
import { exportKind, exportKinds } from '../../src/exports/kinds.js';
import { type ExportKind, exportTitles } from '../../src/model/intake.js';

const kinds = exportKinds({ directionCodes: {}, triggerCodes: {}, reversalCodes: {} });

/** As headers are compared: half-width, without blanks and case. */
function normal(header: string): string {
  return header.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function fieldsCalled(spec: Export<unknown>, header: string): readonly string[] {
  return Object.entries(spec.fields)
    .filter(([, { headers, fallbackHeaders = [] }]) =>
      [...headers, ...fallbackHeaders].some((known) => normal(known) === normal(header)),
    )
    .map(([name]) => name);
}

/** Every synonym of DOMAIN.md §6.3. */
const synonyms: Readonly<Record<ExportKind, Readonly<Record<string, string>>>> = {
  customers: {
    custNo: '客户号 客户编号 客户代码 客户统一编号 核心客户号 客户ID 客户码 CIF号 CIF 客户内码 ECIF号 统一客户号 KHH',
    custName: '客户姓名 客户名称 姓名 户名 名称 账户名称 客户名 中文名称',
    custType: '客户类型 客户类别 客户性质 对公对私标志 个人/对公',
    idType: '证件类型 证件类别 证件种类 证件名称',
    idNo: '证件号码 证件号 身份证号 身份证号码 证件编号',
    gender: '性别 客户性别',
    birthDate: '出生日期 生日 出生年月 出生年月日 客户生日',
    phone: '联系电话 手机号 手机号码 移动电话 联系方式 预留手机 电话 手机',
    address: '地址 通讯地址 联系地址 家庭住址 居住地址',
    employer: '工作单位 单位名称 就职单位',
    occupation: '职业 职业类别 职务',
    openDate: '开户日期 客户开立日期 建档日期 首次开户日期 入行日期(客户) 客户创建日期',
    closeDate: '销户日期 注销日期 客户注销日期',
    custStatus: '客户状态 状态 有效标志',
    custLevel: '客户等级 客户层级 客户星级 贵宾等级 VIP等级 服务等级 客户级别',
    riskLevel: '风险等级 风险承受能力 风险评级 风测结果 评估结果',
    riskExpiry: '测评到期日 评估到期日 风险评估到期日期 风测有效期',
    branchNo: '机构号 网点号 机构编号 归属机构 开户机构 所属网点 管户机构',
    branchName: '机构名称 网点名称 支行',
    managerNo: '管户工号 客户经理号 客户经理工号 管户经理编号 维护人 绩效归属员工编号',
    managerName: '管户员工 管户客户经理 客户经理 管户人 归属员工 绩效归属员工名称',
    isCredit: '信贷客户标志 是否信贷客户 贷款客户标志',
    isStaff: '本行员工标志 员工标志 是否员工',
    source: '来源渠道 获客渠道 客户来源 开户渠道',
    lastTxnDate: '上次动户日期 最后交易日期 最近动账日期 最后动户日 上次交易日 scdhrq',
  },
  accounts: {
    acctNo: '账号 账户 帐号 个人存款账号 账户号 卡号 卡/折号 分户账号 介质号 主账号',
    subAcctNo: '子账号 子账户序号 序号(账户) 册号 笔号',
    custNo: '客户号 客户编号 客户代码 客户统一编号 核心客户号 客户ID 客户码 CIF号 CIF 客户内码 ECIF号 统一客户号 KHH',
    acctType: '账户类型 账户性质',
    productClass: '产品大类 储种 存款种类 定活标志 业务品种 产品名称',
    acctClass: '账户类别 I类/II类/III类 一二三类户标志',
    currency: '币种 币别 货币 货币代码',
    balance: '余额 账户余额 当前余额 账面余额 联机余额 时点余额',
    balanceCny: '折人民币余额 折人民币余额(CNY) 本币余额',
    availBalance: '可用余额',
    openDate: '开户日期 开立日期 起息日(定期)',
    closeDate: '销户日期 结清日期',
    valueDate: '起息日 起息日期 开始日期',
    maturityDate: '到期日 到期日期 终止日期 存单到期日',
    term: '存期 期限 存款期限',
    rate: '利率 执行利率 年利率(%)',
    autoRenew: '自动转存标志 约转标志 转存标志',
    status: '账户状态 状态',
    dormantFlag: '睡眠户标志 不动户标志 久悬标志',
    frozenFlag: '冻结标志',
    lastTxnDate: '上次动户日期 最后交易日 上笔交易日期',
  },
  transactions: {
    txnDate: '交易日期 核心交易日期 记账日期 记帐日期 入账日期 会计日期 账务日期 日期',
    txnTime: '交易时间 核心交易时间 记账时间 时间',
    txnId: '交易流水号 流水号 核心流水号 交易序列号 日志号 全局流水号 主机流水 凭证号 传票号',
    acctNo: '账号 账户 帐号 个人存款账号 账户号 卡号 卡/折号 分户账号 介质号 主账号',
    custNo: '客户号 客户编号 客户代码 客户统一编号 核心客户号 客户ID 客户码 CIF号 CIF 客户内码 ECIF号 统一客户号 KHH',
    amount: '交易金额 发生额 金额 记账金额 交易额',
    income: '贷方发生额 收入 收入金额 存入 交易金额(收入) 记账金额(收入)',
    expense: '借方发生额 支出 支出金额 支取 交易金额(支出) 记账金额(支出)',
    amountCny: '折人民币',
    dc: '借贷标志 借贷标识 借贷方向 收付标志 借贷 收支 交易方向',
    balance: '余额 账户余额 联机余额 交易后余额',
    currency: '币种 币别 货币 货币代码',
    summary: '摘要 交易摘要 摘要码 摘要代码 交易名称 用途 摘要描述',
    memo: '附言 备注 客户摘要 交易附言 说明',
    txnType: '交易类型 交易码 交易代码 业务类型 交易种类',
    cashFlag: '现转标志 现金转账标志',
    reversal: '冲正标志 冲补抹标志 抹账标志 冲账标志 反交易标志 红蓝字标志',
    origTxnId: '原流水号 被冲正流水号 原交易流水',
    trigger: '交易触发方式 主动被动标志 触发方式 JIOYCFFS',
    channel: '交易渠道 渠道 渠道类型 交易渠道代码',
    teller: '交易柜员 柜员号 交易柜员号 操作员 经办员工',
    cpName: '对方户名 对手信息 对方名称 对方账户名 交易对手',
    cpAcct: '对方账号 对方账户',
    cpBank: '对方行名 对方行号 对方开户行',
    branchNo: '交易机构 网点名称 交易网点 记账机构',
  },
  balances: {
    custNo: '客户号 客户编号 客户代码 客户统一编号 核心客户号 客户ID 客户码 CIF号 CIF 客户内码 ECIF号 统一客户号 KHH',
    dataDate: '数据日期 统计日期 日期 截止日期 采集日期 账期',
    aum: '金融资产 AUM AUM余额 时点余额 管理资产 资产总额 总资产 综合金融资产',
    aumMonthAvg: '月日均 AUM月日均',
    aumQuarterAvg: '季日均 季均',
    aumYearAvg: '年日均 自然年日均 年日均余额 本年日均 AUM年日均',
    deposit: '储蓄存款 存款余额 人民币存款',
    demand: '活期 活期余额',
    time: '定期 定期余额',
    wealth: '理财 理财余额',
    fund: '基金 基金市值',
    insurance: '保险 保险保费',
    trust: '信托',
    metal: '贵金属',
    bond: '国债',
    structured: '结构性存款',
    loan: '贷款余额 信贷余额 贷款本金余额',
    cumul: '余额积数 积数 年积数',
    cumulDays: '天数',
  },
  holdings: {
    custNo: '客户号 客户编号 KHH',
    productCategory: '产品类别 产品大类 产品种类',
    productCode: '产品代码 产品编号 产品ID',
    productName: '产品名称 产品简称',
    amount: '持有金额 余额 市值 持有市值 当前金额 份额×净值',
    share: '持有份额 份额',
    nav: '净值 单位净值',
    buyDate: '购买日期 签约日期 成立日',
    valueDate: '起息日 起息日期',
    maturityDate: '到期日 产品到期日',
    product: '签约标志',
    mobileBanking: '手机银行标志',
    onlineBanking: '网银标志',
    smsNotice: '短信签约',
    payroll: '代发标志',
    securitiesCustody: '三方存管标志',
    creditCard: '信用卡标志',
    quickPayment: '快捷支付标志',
  },
  wealthSales: {
    tradeDate: '购买日期 办理日期 交易日期 认购日期 签约日期 成交日期',
    custNo: '客户号',
    custName: '客户姓名',
    productName: '产品名称 理财名称',
    productCode: '产品代码 产品ID 理财编号 登记编码',
    issuer: '发行机构 管理人 发行方 理财子公司',
    productType: '产品类型 产品大类 运作模式',
    productRisk: '产品风险等级 风险等级 风险级别',
    amount: '购买金额 认购金额 确认金额 交易金额 申购金额 成交金额',
    benchmark: '业绩比较基准 预期收益率 预期年化收益率 收益率 参考年化',
    valueDate: '起息日 起息日期 成立日',
    maturityDate: '到期日 到期日期 产品到期日 终止日',
    txnId: '流水号 交易流水号 合同号 委托单号',
    status: '状态 交易状态 持有状态',
    channel: '办理渠道 渠道',
    salesNo: '营销工号 销售人员编号',
    salesName: '营销人员 销售人员',
    recommender: '推荐人',
    recommenderNo: '推荐人工号',
    wealthManager: '理财经理',
    accountManager: '客户经理',
    referrer: '转介人 介绍人',
  },
  fundTransactions: {
    applyDate: '申请日期 委托日期 交易日期',
    confirmDate: '确认日期',
    fundCode: '基金代码 产品代码',
    fundName: '基金名称',
    fundType: '基金类型',
    business: '业务类型 业务代码',
    applied: '申请金额 委托金额 金额',
    appliedShare: '申请份额 份额',
    confirmed: '确认金额',
    confirmedShare: '确认份额',
    confirmedNav: '确认净值 单位净值',
    fee: '手续费',
    discount: '折扣率',
    dividendMode: '分红方式',
    taNo: 'TA确认流水号',
    status: '状态',
    channel: '渠道',
    managerNo: '客户经理工号 营销工号',
    managerName: '客户经理',
    recordingNo: '双录编号',
  },
  loans: {
    custNo: '客户号',
    loanNo: '借据号 合同号 贷款账号',
    loanType: '贷款品种 产品名称',
    grantDate: '放款日期 发放日期 起贷日',
    maturityDate: '到期日',
    settleDate: '结清日期',
    amount: '贷款金额 合同金额 发放金额',
    balance: '贷款余额',
    status: '状态',
  },
  referrals: {
    referralNo: '转介编号 编号 登记号',
    registeredAt: '登记时间 转介日期 登记日期 提交时间',
    referrerNo: '转介人编号 推荐人工号',
    referrer: '转介人 引荐人',
    referrerName: '转介人姓名',
    referrerRole: '转介岗位 转介人岗位',
    referrerType: '转介人类型',
    receiver: '接收人 被转介人员 承接人 客户经理',
    receivedAt: '接收时间 接收日期',
    custNo: '被转介客户号',
    custName: '被转介客户姓名 客户姓名',
    phone: '被转介客户电话 客户电话 电话',
    idNo: '被转介客户证件',
    trigger: '触发条件',
    intendedProduct: '意向产品 需求 意向业务',
    intended: '意向金额',
    firstVisitAt: '首访时间 首次接触时间 首次拜访日期',
    feedbackAt: '反馈时间',
    status: '转介状态 状态 处理状态',
    dealDate: '成交日期 落地日期 办理日期',
    dealProduct: '成交产品',
    deal: '成交金额',
    aumAtReceipt: '接收时AUM',
    aumGain: 'AUM提升金额',
    note: '说明',
  },
  contacts: {
    contactedAt: '日期 营销时间 联系日期 拜访日期 接触时间',
    custNo: '客户号',
    custName: '客户姓名',
    method: '接触方式 方式 营销记录类型',
    reason: '事由 联系事由 营销主题',
    content: '内容 详细情况 沟通内容',
    result: '结果 接触结果 营销结果',
    place: '地点',
    staff: '营销人 联系人 客户经理',
    staffNo: '工号',
    companion: '协同拜访人',
    minutes: '时长(分钟)',
    isValid: '有效标志',
    nextContactOn: '下次联系日',
  },
  complaints: {
    complaintNo: '工单号 投诉编号 编号',
    receivedAt: '受理时间 投诉日期 登记时间',
    custNo: '客户号',
    custName: '客户姓名',
    level: '投诉等级 级别 紧急程度',
    category: '投诉类型 类别 业务类别',
    firstResponseAt: '首次响应时间',
    resolvedAt: '办结时间 解决时间 结案日期',
    firstHandler: '首问责任人',
    handler: '处理人',
    status: '状态',
    npsScore: 'NPS',
    satisfaction: '满意度 NPS/满意度',
    revisit1: '回访日期1',
    revisit2: '回访日期2',
    revisit3: '回访日期3',
  },
  nps: { custNo: '客户号', ratedOn: '评分日期', score: '分数 NPS 推荐意愿', scene: '场景' },
  riskTests: { custNo: '客户号', riskLevel: '评估结果 风险等级', testedOn: '评估日期', expiresOn: '到期日期' },
  employees: {
    empNo: '工号 员工编号 柜员号 员工号',
    empName: '姓名',
    role: '岗位 职务 岗位名称',
    branchNo: '机构号',
    team: '团队',
    joinedOn: '入行日期 入职日期',
    status: '状态',
  },
  assignments: {
    custNo: '客户号',
    managerNo: '管户工号',
    managerName: '管户员工',
    branchNo: '管户机构',
    startDate: '起始日期 分配日期',
    endDate: '结束日期',
    manageType: '管理类型',
    levelAtStart: '分配时客户等级',
  },
  targets: {
    year: '年',
    period: '季度 期间',
    empNo: '工号',
    indicator: '指标 目标名称',
    target: '目标值',
    unit: '单位',
    weight: '权重',
  },
  events: {
    eventNo: '活动编号',
    eventName: '活动名称 名称',
    eventDate: '活动日期 日期',
    invited: '邀请名单客户号',
    attended: '是否签到',
    clicks: '点击量',
    viewers: '观看人数',
    questions: '提问数',
  },
  points: {
    day: '日期',
    holderNo: '对象 对象(工号/客户号)',
    custNo: '客户号',
    empNo: '工号',
    type: '类型',
    sourceNo: '来源单号',
    basePoints: '基础积分',
    multiplier: '倍数',
    points: '积分',
    note: '备注',
  },
  customerMerges: { oldNo: '旧客户号 旧号', newNo: '新客户号 新号', mergedOn: '合并日期' },
};

describe.each(kinds.map((spec) => [spec.kind, spec] as const))('%s', (kind, spec) => {
  const listed = Object.entries(synonyms[kind]).flatMap(([field, headers]) =>
    headers.split(' ').map((header) => [header, field] as const),
  );

  test.each(listed)('%s is %s and nothing else', (header, field) => {
    expect(fieldsCalled(spec, header)).toEqual([field]);
  });

  test('no header belongs to two fields', () => {
    const all = Object.values(spec.fields).flatMap(({ headers, fallbackHeaders = [] }) => [
      ...headers,
      ...fallbackHeaders,
    ]);
    expect(all.filter((header) => header === '' || fieldsCalled(spec, header).length !== 1)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('the first header of each field is the canonical one', () => {
    for (const [name, headers] of Object.entries(synonyms[kind])) {
      const { headers: known = [] } = spec.fields[name] ?? {};
      if (!['income', 'expense'].includes(name)) expect(known[0]).toBe(headers.split(' ')[0]);
    }
  });

  test('required, decorating and totalled names are fields', () => {
    const named = [...spec.required.flat().flatMap((group) => group.split('+')), ...spec.decoration, ...spec.totalled];
    expect(named.filter((name) => !Object.hasOwn(spec.fields, name))).toEqual([]);
    expect(spec.totalled.every((name) => spec.fields[name]?.kind === 'fen')).toBe(true);
  });

  test('no header is foreign and of the kind at once', () => {
    expect((spec.foreign ?? []).flatMap((header) => fieldsCalled(spec, header))).toEqual([]);
  });

  test('a row without any value is a fault, never a record', () => {
    const faults = spec.assemble({});
    expect(faults).toMatchObject([{ code: 'missing-value' }]);
    const first = (faults as readonly RowFault[])[0];
    const canonical = Object.values(spec.fields).map((field) => field.headers[0]);
    expect(canonical).toEqual(expect.arrayContaining([first?.column ?? first?.alternatives ?? []].flat()));
  });

  test('names, phones, ID numbers, accounts and addresses are marked as personal', () => {
    const named = /户名|姓名|名称$|电话|证件号|^账号|对方账号|地址/;
    const names = Object.entries(spec.fields).filter(([, field]) => named.test(field.headers[0] as string));
    const unmarked = names.filter(([, field]) => field.personal !== true).map(([name]) => name);
    const others = ['branchName', 'productName', 'fundName', 'eventName', 'empName'];
    expect(unmarked.filter((name) => !others.includes(name))).toEqual([]);
  });
});

/** Headers of DOMAIN.md §6.4 and of common core exports: none may be refused because two columns stand for one field. */
const usual = [
  '交易日期 摘要 交易场所 钞/汇 交易金额(收入) 交易金额(支出) 交易币种 记账金额(收入) 记账金额(支出) 记账币种 余额 对方户名',
  '交易日期 记账日期 摘要 交易金额(收入) 交易金额(支出) 交易币种 记账金额(收入) 记账金额(支出) 记账币种 余额 对方户名',
  '记账日期 货币 交易金额 联机余额 交易摘要 对手信息 客户摘要',
  '序号 交易日期 交易时间 交易类型 借贷 交易金额 余额 对方账号 对方户名 交易地点 摘要',
  '记账日期 记账时间 币别 金额 余额 交易名称 渠道 网点名称 附言 对方账户名 对方卡号/账号 对方开户行 借记卡号',
  '交易日期 交易时间 交易摘要 交易金额 本次余额 对手信息 日志号 交易渠道 交易附言',
  '记账日 交易日期 交易时间 支出 收入 账户余额 币种 摘要 对方账号 对方户名 交易地点',
  '交易序列号 客户统一编号 账户名称 个人存款账号 外部账号 核心交易日期 核心交易时间 币种 交易金额 账户余额 对方账号 对方户名 对方行号 摘要 附言 冲补抹标志 现转标志 交易渠道 代办人 交易柜员号 授权柜员号 采集日期',
  '交易日期 记账日期 交易流水号 日志号 凭证号 客户号 账号 卡号 户名 交易金额 折人民币 借贷标志 币种 余额 摘要 摘要码 附言 备注 交易类型 冲正标志 原流水号 触发方式 渠道',
];

test.each(usual)('no field stands twice among the headers %s', (line) => {
  const spec = exportKind(kinds, 'transactions');
  const headers = line.split(' ').map(normal);
  for (const { headers: first, fallbackHeaders = [] } of Object.values(spec.fields)) {
    const primary = first.filter((header) => headers.includes(normal(header)));
    const second = fallbackHeaders.filter((header) => headers.includes(normal(header)));
    expect(primary.length > 0 ? primary.length : second.length, `${primary} ${second}`).toBeLessThan(2);
  }
});

test('every kind is found by its name', () => {
  expect(kinds.map((spec) => spec.kind)).toEqual(Object.keys(exportTitles));
  expect(kinds.map((spec) => spec.title)).toEqual(Object.values(exportTitles));
  for (const spec of kinds) expect(exportKind(kinds, spec.kind)).toBe(spec);
  expect(() => exportKind([], 'customers')).toThrow(RangeError);
});

test('fields read any text without an exception', () => {
  const fields = kinds.flatMap((spec) => Object.values(spec.fields));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom(...fields), (text, field) => {
      expect(() => field.read(text, 1)).not.toThrow();
    }),
  );
});
