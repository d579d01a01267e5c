// The words by which a booking is known, in the order in which they are tried (DOMAIN.md §5.3).
import type { Rules } from '../model/rules.js';
import type { TxnClass } from '../model/transaction.js';

/** `hard` rules beat every flag; the others are tried at their own step of the precedence. */
export type RuleStep = 'hard' | 'early' | 'late';

export interface ClassRule {
  readonly id: string;
  readonly step: RuleStep;
  readonly class: TxnClass;
  /** Tested on text in NFKC without whitespace. */
  readonly pattern: RegExp;
  readonly creditsOnly?: boolean;
  /** A credit from somebody else is not the customer's act: it becomes THIRD_PARTY. */
  readonly creditFromOthers?: 'THIRD_PARTY';
}

const builtInRules: readonly ClassRule[] = [
  {
    id: 'S1',
    step: 'hard',
    class: 'REVERSAL',
    pattern: /冲正|冲销|抹账|冲账|反交易|撤销交易|退汇冲|错账|补账|补记|调账|红字|蓝字/,
  },
  {
    id: 'S2',
    step: 'hard',
    class: 'SYSTEM',
    pattern: /结息|利息税|利息所得|存款利息|活期利息|定期利息|批量利息|^利息$|积数|息税|付息|派息/,
  },
  {
    id: 'S3',
    step: 'hard',
    class: 'SYSTEM',
    pattern: /管理费|服务费|短信费|短信服务|信使费|通知费|年费|工本费|手续费|挂失费|保管费|密码重置费|滞纳金/,
  },
  {
    id: 'S4',
    step: 'hard',
    class: 'SYSTEM',
    pattern:
      /自动转存|约定转存|到期转存|本息转存|到期续存|自动转(?:活|定|存|入|出)|智能存款|智能通知|约定转(?:活|定)|资金归集|自动理财|余额理财自动|活期转通知自动|系统结转|批量结转|内部划转|久悬|不动户|睡眠户|账户升级|换卡|移行|并户|迁移/,
  },
  { id: 'S5', step: 'hard', class: 'SYSTEM', pattern: /司法|冻结|解冻|扣划|查询|止付|止扣/ },
  {
    id: 'S6',
    step: 'hard',
    class: 'SYSTEM',
    pattern:
      /(?:理财|产品|基金|信托|保险|国债|存单).{0,6}(?:到期|兑付|返还|还本|回款|清盘|分红|红利|份额调整|强制?(?:赎回|调)|终止)|红利(?:再投|发放)|分红|到期兑付|本金返还|提前终止/,
  },
  {
    id: 'A0',
    step: 'early',
    class: 'ACTIVE',
    pattern: /充值|生活缴费|手机缴费|网银缴费|主动还款|提前还(?:款|贷)|提前结清/,
  },
  {
    id: 'M1',
    step: 'early',
    class: 'MANDATE',
    pattern:
      /代扣|代缴|委托扣款|委托收款|托收|扣缴|自动扣款|自动还款|约定还款|批量扣|批扣|定投|定额申购|自动申购|ETC|通行费|(?:水|电|燃气|煤气|有线|宽带|电话|话|物业|暖气|取暖|供热)费|(?:社保|医保|养老|公积金)(?:缴|扣|代)|保费续|续期保费|信用卡(?:自动)?还款(?:自动|批量)|归还贷款|贷款(?:归还|还款|扣收|扣款|本息)|还贷|按揭(?:扣|还)|正常还款|(?:收|还)(?:本|息)|本息扣/,
  },
  {
    id: 'T1',
    step: 'early',
    class: 'THIRD_PARTY',
    creditsOnly: true,
    pattern:
      /代发|工资|薪|奖金|报销|养老金发放|补贴|补助|抚恤|退休|低保|公积金(?:提|支取)|分红入账|退款|退货|退税|理赔|赔付|赔款|汇入|转入|来账|入账|他行(?:转|汇)|跨行收|收款|拆迁款|征地/,
  },
  {
    id: 'A1',
    step: 'late',
    class: 'ACTIVE',
    pattern: /消费|支付|POS|扫码|支付宝|财付通|微信|银联|快捷|云闪付|网购|刷卡|缴费|充值/i,
  },
  {
    id: 'A2',
    step: 'late',
    class: 'ACTIVE',
    creditFromOthers: 'THIRD_PARTY',
    pattern:
      /取现|取款|现取|ATM|存现|存款|现存|现金|存入|还款|网转|提现|转账|汇款|汇出|转出|转取|转存|网银|手机银行|跨行|大额|小额支付|实时|超级网银|支取|开户|销户|通知存款|定期|整存整取|活期转|定转活|活转定/i,
  },
  {
    id: 'A3',
    step: 'late',
    class: 'ACTIVE',
    pattern:
      /认购|申购|购买|赎回|理财|基金|保险|投保|首期保费|国债|贵金属|黄金|外汇|结汇|购汇|售汇|银证|证银|放款|贷款发放|大额存单|转让/,
  },
];

/** The branch's own rules (`txn.rules`) first, as hard rules, then ours. */
export function classRules(rules: Rules): readonly ClassRule[] {
  const own = rules.txn.rules.map(
    (rule): ClassRule => ({
      id: rule.id,
      step: 'hard',
      class: rule.class,
      pattern: new RegExp(rule.pattern, 'u'),
    }),
  );
  return [...own, ...builtInRules];
}

/** What an EAST type code says by itself: [debit, credit]. 08 (结息) is as hard as the words of S2. */
export const typeCodeClasses: Readonly<Record<string, readonly [TxnClass, TxnClass]>> = {
  '01': ['ACTIVE', 'THIRD_PARTY'],
  '02': ['ACTIVE', 'ACTIVE'],
  '03': ['ACTIVE', 'ACTIVE'],
  '04': ['ACTIVE', 'ACTIVE'],
  '05': ['THIRD_PARTY', 'THIRD_PARTY'],
  '06': ['MANDATE', 'MANDATE'],
  '07': ['MANDATE', 'MANDATE'],
  '08': ['SYSTEM', 'SYSTEM'],
  '10': ['ACTIVE', 'ACTIVE'],
  '11': ['MANDATE', 'MANDATE'],
  '12': ['MANDATE', 'MANDATE'],
  '13': ['ACTIVE', 'ACTIVE'],
  '14': ['ACTIVE', 'ACTIVE'],
};
