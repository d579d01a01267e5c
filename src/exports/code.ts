// Enumerations (§6.2): what banks write in a code column, and the one meaning each text has.
import type { AccountStatus } from '../model/account.js';
import type { CustomerStatus } from '../model/customer.js';
import type { Direction, ReversalFlag } from '../model/transaction.js';

/** The texts of each meaning; blanks, letter case and full-width forms make no difference. */
type Texts<V extends string> = Readonly<Record<V, string>>;

/** A bank's own codes; they are looked up before ours. */
type OwnCodes<V> = Readonly<Record<string, V>>;

export type Reader<V> = (text: string) => V | undefined;

/** Distinct texts remembered per column; a code column has few, and a wrong one must not fill the memory. */
const memoLimit = 1000;

/**
 * A reader of codes. A text is looked up whole, then by its Chinese characters alone (`贷 Cr`, `01借`, `02冲补抹`).
 * Undefined for a text that nobody has listed.
 */
export function codeReader<V extends string>(texts: Texts<V>, own: OwnCodes<V> = {}): Reader<V> {
  const meanings = new Map<string, V>();
  for (const meaning of Object.keys(texts) as V[]) {
    for (const text of texts[meaning].split(' ')) meanings.set(text, meaning);
  }
  for (const [text, meaning] of Object.entries(own)) meanings.set(spelling(text), meaning);
  const known = new Map<string, V | undefined>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined || known.has(text)) return seen;
    const plain = spelling(text);
    const meaning = meanings.get(plain) ?? meanings.get(plain.replace(/\P{Script=Han}/gu, ''));
    if (known.size < memoLimit) known.set(text, meaning);
    return meaning;
  };
}

function spelling(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replaceAll('−', '-').toUpperCase();
}

/** 借贷标志. A bare 0 or 1 means one thing here and its contrary there, so only `own` codes give it a meaning. */
export function directionReader(own: OwnCodes<Direction>): Reader<Direction> {
  return codeReader<Direction>(
    {
      D: '借 借方 借记 D DR DEBIT 01 支 支出 支取 出 出账 付 付款 转出 -',
      C: '贷 贷方 贷记 C CR CREDIT 2 02 收 收入 存入 入 入账 收款 转入 +',
    },
    own,
  );
}

/** 冲正标志: 1 undoes, 2 was undone; B, C, D and 当日/隔日 冲正 undo as well. */
export function reversalReader(own: OwnCodes<ReversalFlag>): Reader<ReversalFlag> {
  return codeReader<ReversalFlag>(
    {
      normal: '0 00 01 N NO FALSE A 否 正常 正常交易 非冲 非冲正 未冲正 未冲 无关 普通 蓝 蓝字',
      reversal:
        '1 02 Y YES TRUE B C D R 是 冲 冲正 冲正交易 冲补抹 冲账 冲销 抹账 补账 反交易 撤销 红 红字 当日 隔日 当日冲正 隔日冲正',
      reversed: '2 被冲 被冲正 已冲正 被冲销 被抹账 已抹账 被撤销 已撤销',
    },
    own,
  );
}

/** 触发方式. 0 主动, 1 被动 come with the rules (`txn.triggerCodes`). */
export function triggerReader(own: OwnCodes<'active' | 'passive'>): Reader<'active' | 'passive'> {
  return codeReader<'active' | 'passive'>(
    {
      active: '主动 主动交易 主动触发 客户主动 客户发起',
      passive: '被动 被动交易 被动触发 客户被动 系统发起 系统触发',
    },
    own,
  );
}

/** 客户状态. */
export const readCustomerStatus = codeReader<CustomerStatus>({
  open: '0 1 Y 是 正常 有效 正常户 有效户 正常客户 有效客户 生效 激活 不动户 睡眠 睡眠户 久悬',
  closed: '销户 已销户 注销 已注销 已销 销 关闭 已关闭 无效 失效 无效客户',
  deceased: '死亡 已死亡 身故 已故 去世',
  frozen: '冻结 已冻结 止付',
});

/** 账户状态; 12 is 睡眠户 in one core [U-branch]. */
export const readAccountStatus = codeReader<AccountStatus>({
  open: 'A 0 N 正常 有效 正常户 激活 已激活 活动 开户 未销户',
  closed: 'C 销户 已销户 已销 销 结清 已结清 关闭 已关闭 注销 已注销',
  frozen: '冻结 已冻结 部分冻结 全部冻结 司法冻结',
  stopped: '止付 已止付 全部止付 部分止付 停用',
  dormant: '12 久悬 久悬户 转久悬 已转久悬 不动户 睡眠 睡眠户 长期不动户',
});

const readYesNo = codeReader<'yes' | 'no'>({
  yes: '1 01 Y YES T TRUE √ 是 有 已开通 已签约 睡眠 睡眠户 不动 不动户 久悬 久悬户 冻结 已冻结 自动转存 约定转存 约转 转存',
  no: '0 00 N NO F FALSE × 否 没有 未开通 未签约 正常 未冻结 非睡眠户 不转存 不自动转存 非自动转存 未约转 不约转 到期不转存',
});

/** Flags (…标志, 是否…). */
export function readFlag(text: string): boolean | undefined {
  const answer = readYesNo(text);
  return answer === undefined ? undefined : answer === 'yes';
}

/**
 * 币种: 'CNY', else the text as given.
 * @example readCurrency('人民币') // => 'CNY'
 */
export function readCurrency(text: string): string {
  return isYuan(text) === 'CNY' ? 'CNY' : text;
}

const isYuan = codeReader<'CNY'>({
  CNY: 'CNY RMB 人民币 人民币元 人民币户 本币 元 156 01 001 ¥',
});

/**
 * 风险等级 of a customer as C1 … C5, else the text as given: banks differ on 平衡型.
 * @example readRiskLevel('稳健型') // => 'C3'
 */
export function readRiskLevel(text: string): string {
  return riskLevel(text) ?? /^C([1-5])(?!\d)/.exec(spelling(text))?.[0] ?? text;
}

const riskLevel = codeReader<'C1' | 'C2' | 'C3' | 'C4' | 'C5'>({
  C1: '1 C1 保守型 保守 安全型',
  C2: '2 C2 谨慎型 谨慎',
  C3: '3 C3 稳健型 稳健',
  C4: '4 C4 进取型 进取 积极型 积极 平衡偏进取',
  C5: '5 C5 激进型 激进',
});

/**
 * 性别 as 男 or 女; null where the bank says that it does not know.
 * @example readGender('1') // => '男'
 */
export function readGender(text: string): '男' | '女' | null | undefined {
  const gender = readSex(text);
  return gender === '未知' ? null : gender;
}

const readSex = codeReader<'男' | '女' | '未知'>({
  男: '1 01 M MALE 男 男性 先生',
  女: '2 02 F FEMALE 女 女性 女士',
  未知: '0 9 00 09 U X 未知 未说明 未说明性别 未说明的性别 其他 不详',
});
