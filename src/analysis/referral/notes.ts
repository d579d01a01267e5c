// Sentences that a reader of the numbers must know; on the terminal, under the tables and in the JSON.
import { addDays } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { type Episode, isCounted } from './episode.js';
import type { ReferralInput } from './input.js';
import { tellsOpenings } from './opening.js';
import { maskedKey } from './persons.js';
import { fileNames } from './referral-problems.js';
import type { ReferralReport } from './report.js';
import { coversPeriod } from './triggers.js';

type NotedReport = Pick<ReferralReport, 'period' | 'summary' | 'missed' | 'asOf' | 'funnel'>;

const definitionTexts: Readonly<Record<Rules['ref']['successDef'], string>> = {
  deal: '成交',
  opened: '开户',
  qualified: '月末资产达标',
  aumUp: '接收后资产上升',
};

const nobodyNew = '新客户与存量客户分不清，客户类型一律按存量、客户积分不加倍，复购和开户数未提供';

/** Accounts know who is new as well, though not who is 对公. */
function missingCustomers(input: ReferralInput): string {
  return tellsOpenings(input) ? '新客户按首个账户的开户日期认定，开户数未提供' : nobodyNew;
}

/** One kind of sales is enough for the rate, which then misses those of the other. */
function missingSales({ wealthSales, fundTransactions }: ReferralInput) {
  if ((wealthSales ?? fundTransactions) === undefined)
    return [[undefined, '理财销售或基金交易', '复购未提供，成交后撤单、赎回无从得知']] as const;
  return [
    [wealthSales, '理财销售', '复购看不到理财，可能偏低；理财撤单无从得知'],
    [fundTransactions, '基金交易', '复购看不到基金，可能偏低；基金赎回无从得知'],
  ] as const;
}

/** What is not provided, and what hangs on it. */
function missingNotes(input: ReferralInput): readonly string[] {
  const missing = [
    [input.customers, '客户信息', missingCustomers(input)],
    [input.balances, '资产快照', '资产提升、资产比和达标未提供'],
    ...missingSales(input),
    [input.contacts, '联系记录', '接触覆盖率未提供'],
    [input.engine, '交易明细', '应转未转和资金快进快出未提供'],
  ] as const;
  const notes = missing.filter(([given]) => given === undefined).map(([, title, what]) => `没有${title}：${what}`);
  const isUndated = input.customers !== undefined && !tellsOpenings(input);
  return isUndated ? [`客户信息和账户都没有开户日期：${nobodyNew}`, ...notes] : notes;
}

/** What 应转未转 cannot see, although there are transactions (§1.12, §1.13). */
function missedNotes(input: ReferralInput, { missed, period, asOf }: NotedReport) {
  const { engine, accounts } = input;
  if (engine === undefined) return [];
  if (!coversPeriod(input, asOf)) return ['交易明细没有统计区间内的日期：应转未转未提供'];
  const isUndated = accounts?.every(({ openDate }) => openDate === undefined) === true;
  const from = engine.coverage?.from;
  const isShort = from !== undefined && (period.from === null || period.from < from);
  const notes: readonly (readonly [boolean, string])[] = [
    [missed.newAccounts !== null, '应转未转只看存入金额：导出中没有“咨询理财”'],
    [isShort, `应转未转覆盖不足：交易明细从 ${from} 起，此前的存入和入账无从得知`],
    [accounts === undefined, '没有账户：新开户存入未提供'],
    [isUndated, '账户没有开户日期：新开户存入未提供'],
    [accounts !== undefined && !isUndated && missed.newAccounts === null, '交易明细没有账号：新开户存入未提供'],
    [!engine.statesChannel, '交易明细没有交易渠道：柜面大额入账未提供'],
    [
      engine.statesChannel && engine.filesWithoutChannel.length > 0,
      `${fileNames(engine.filesWithoutChannel)}没有交易渠道：其中的柜面大额入账无从得知`,
    ],
  ];
  return notes.filter(([holds]) => holds).map(([, text]) => text);
}

const missingSuccess: Readonly<Record<Rules['ref']['successDef'], string>> = {
  deal: '转介登记没有成交日期和状态',
  opened: '客户信息和账户都没有开户日期',
  qualified: '登记后的月末没有资产快照',
  aumUp: '没有接收时间，或接收前后没有资产快照，登记表也没有AUM提升金额',
};

/** Success that no file tells of, and successes without a day (§1.13). */
function untoldNotes({ summary, funnel }: NotedReport, { ref }: Rules): readonly string[] {
  const { unknown, registered, won, matured, kaplanMeier } = summary;
  const [unqualified] = funnel.filter(({ stage }) => stage === '达标');
  const notes: readonly (readonly [boolean, string])[] = [
    [unknown > 0, `${unknown} 笔转介不知道是否成功，不计入成功率、在途和积分：${missingSuccess[ref.successDef]}`],
    [
      registered > unknown && won > 0 && kaplanMeier.value === null,
      `成交都没有日期，不知道用了几天：${matured.denominator === 0 ? '成熟成功率和 ' : ''}KM 估计为 —`,
    ],
    [
      (unqualified?.unknown ?? 0) > 0,
      `${unqualified?.unknown} 笔成交在登记后 ${ref.successDays} 天内的月末缺资产快照，不知道是否达标，不计入漏斗`,
    ],
  ];
  return notes.filter(([holds]) => holds).map(([, text]) => text);
}

function qualityNotes(episodes: readonly Episode[], { firstVisit }: ReferralReport['summary']): readonly string[] {
  const count = (test: (episode: Episode) => boolean) => episodes.filter(test).length;
  const before = count(({ row, registeredAt }) => row.dealDate !== undefined && row.dealDate < registeredAt.day);
  const contradictory = count(({ row }) => row.dealDate !== undefined && row.status === '未成交');
  const byName = count(({ personKey }) => personKey.startsWith('姓名 '));
  const unnumbered = count(
    (episode) => isCounted(episode) && episode.referrer.kind === '存量客户' && episode.referrer.no === null,
  );
  const masked = count(({ personKey }) => personKey.startsWith(maskedKey));
  const notes: readonly (readonly [number, string])[] = [
    [before, '笔成交日期早于登记日期，不计成功；请核对转介登记'],
    [contradictory, '笔有成交日期而状态为“未成交”，不计成功；请核对转介登记'],
    [firstVisit.invalid, '笔首访早于计时起点，不计入首访达标率；请核对转介登记'],
    [firstVisit.byDay, '笔首访只有日期，按日近似判断是否达标'],
    [byName, '行只登记了客户姓名，按姓名判断是否同一客户'],
    [unnumbered, '笔由存量客户引荐而没有引荐人客户号，不计客户积分和资产比；请补填转介人号'],
    [masked, '行的客户只有脱敏后的姓名、电话或证件，无法判断是否同一客户，各按一人计'],
  ];
  return notes.filter(([found]) => found > 0).map(([found, text]) => `${found} ${text}`);
}

/** In a fixed order. */
export function referralNotes(
  input: ReferralInput,
  episodes: readonly Episode[],
  report: NotedReport,
  rules: Rules,
): readonly string[] {
  const { period, summary, asOf } = report;
  const { successDays, successDef, minSample, cancelDays } = rules.ref;
  const { rows, horizons, kaplanMeier } = summary;
  const notes = [
    `成功指登记后 ${successDays} 天内${definitionTexts[successDef]}（含第 ${successDays} 天）；比率都按登记日期归属，不是“本月成交 / 本月登记”`,
    `原始成功率会因新登记增多而偏低，请看成熟成功率（登记满 ${successDays} 天，即 ${addDays(asOf, -successDays)} 及以前登记的）；KM 估计把在途的也用上，假定成交快慢不随时间变化，不作考核`,
    `成熟样本不足 ${minSample} 笔的标“样本少”，不参加排名`,
  ];
  if (period.from !== null || period.through < asOf)
    notes.push(`统计 ${period.from ?? '最早'} 至 ${period.through} 登记的转介，成交看到 ${asOf}`);
  if (rows.merged > 0) notes.push(`${rows.merged} 行是 ${successDays} 天内同一客户再次转介，并入首次登记`);
  if (rows.selfReferred > 0) notes.push(`${rows.selfReferred} 行为自荐，不计入任何比率，列入待核实`);
  const counted = episodes.filter(isCounted);
  if (counted.length > 0 && counted.every(({ ageDays }) => ageDays < successDays))
    notes.push(`没有登记满 ${successDays} 天的转介，成熟成功率为 —`);
  const atRisk = horizons.find(({ days }) => days === successDays)?.atRisk;
  if (kaplanMeier.value !== null && atRisk === 0)
    notes.push(`登记都未满 ${successDays} 天，KM 估计只反映已观察到的天数，偏低`);
  if (successDef === 'deal') notes.push(`成交后 ${cancelDays} 天内撤单、赎回，或状态为退回、失效的，不算成功`);
  if (rules.ref.firstVisitFrom === 'received') notes.push('首访从接收起计时，尚未接收的为未到期');
  notes.push(...untoldNotes(report, rules), ...missedNotes(input, report));
  notes.push('晨会清单的上一工作日只按周末推算，不知道法定节假日；失败按反馈日期列入');
  return [...notes, ...missingNotes(input), ...qualityNotes(episodes, summary)];
}
