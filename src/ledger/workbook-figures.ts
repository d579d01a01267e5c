// The figures at a glance on 目录.
import { formatYuan } from '../model/fen.js';
import type { Ratio } from '../model/ratio.js';
import type { Figure } from './contents.js';
import { formatPercent, formatWan } from './figure-text.js';
import type { LedgerScene } from './workbook-scene.js';

const count = (value: number) => formatYuan(value * 100).slice(0, -3);

/** 33.33%（1/3） */
function share({ value, numerator, denominator }: Ratio): string {
  return value === null ? '—' : `${formatPercent(value)}（${count(numerator)}/${count(denominator)}）`;
}

function segmentFigures({ segment }: LedgerScene): readonly Figure[] {
  if (segment === null) return [['客户分层', '未提供']];
  const { customers, tiers, total, dormantShare } = segment.summary;
  return [
    ['客户数', `${count(customers)} 户`],
    ['AUM 合计', total.aumFen === null ? '未提供' : `${formatWan(total.aumFen)} 万元`],
    ...tiers.map(({ tier, customers: number }): Figure => [tier, `${count(number)} 户`]),
    ['睡眠占比', share(dormantShare)],
  ];
}

function portfolioFigures({ portfolio }: LedgerScene): readonly Figure[] {
  if (portfolio === null || portfolio.basis === null) return [['贵宾客户', '未提供']];
  return [[portfolio.includesAll ? '管户客户' : '贵宾客户', `${count(portfolio.total.closing)} 户`]];
}

/** Sales of the period. */
function salesFigures({ sales: { funds, wealth, maturities } }: LedgerScene): readonly Figure[] {
  const told = (item: string, ledger: typeof funds | typeof wealth): Figure => {
    if (ledger === null) return [item, '未提供'];
    const amount = ledger.missing.includes('confirmedFen') ? '金额未提供' : `${formatWan(ledger.total.amountFen)} 万元`;
    return [item, `${count(ledger.total.sales)} 笔，${amount}`];
  };
  const rate = maturities?.figures.customerRate;
  return [
    told('基金销售', funds),
    told('理财销售', wealth),
    ['到期客户承接率', rate === null || rate === undefined ? '未提供' : share(rate)],
  ];
}

function wakeFigures({ dormant }: LedgerScene): readonly Figure[] {
  if (dormant === null) return [];
  const { cohortOn, rate, windowComplete, coverage } = dormant.summary.wake;
  const open = windowComplete ? '' : '，观察期未满';
  return [[`唤醒率（${cohortOn} 名单）`, share(rate) + open + (coverage.flag === null ? '' : `，${coverage.flag}`)]];
}

function referralFigures({ referral }: LedgerScene): readonly Figure[] {
  if (referral === null) return [['转介', '未提供']];
  const { registered, won, matured, firstVisit } = referral.summary;
  return [
    ['转介登记', `${count(registered)} 笔，成交 ${count(won)} 笔`],
    ['成熟成功率', share(matured)],
    ['首访达标率', firstVisit.provided ? share(firstVisit.rate) : '未提供'],
  ];
}

/** What a manager asks first; 未提供 where there is no export for it. */
export function figuresAtAGlance(scene: LedgerScene): readonly Figure[] {
  return [
    ...portfolioFigures(scene),
    ...salesFigures(scene),
    ...segmentFigures(scene),
    ...wakeFigures(scene),
    ...referralFigures(scene),
  ];
}
