// AUM of every customer on asOf and what it is made of (J2, §4.2 R–U): the snapshot's own columns, else the holdings.
import type { Balance } from '../../model/balance.js';
import type { Day } from '../../model/day.js';
import { addFen, type Fen, zeroFen } from '../../model/fen.js';
import type { Holding } from '../../model/holding.js';
import type { Loan } from '../../model/loan.js';
import { type AumSnapshot, aumSnapshotOn, depositOf, fenIn, snapshotOn } from '../aum.js';
import { groupByCustomer } from '../dormant/by-customer.js';
import { isRunningLoan } from '../dormant/products.js';
import { heldFen, holdingText, isHeldOn } from './held.js';
import type { Composition } from './report.js';

type FenReader = (id: string) => number | null;

export interface AssetReader {
  readonly aumOn: Day | null;
  readonly aum: AumSnapshot | null;
  readonly compositionOf: (id: string) => Composition;
  /** AUM less deposits and treasury bonds (F7); null where that cannot be told. */
  readonly investOf: FenReader;
  /** Balance of loans, never part of AUM; null = 未提供. */
  readonly loanOf: FenReader;
  /** The parts stated are less than AUM by so much; negative where they are more. */
  readonly remainderOf: FenReader;
}

interface AssetFiles {
  readonly balances: readonly Balance[] | undefined;
  /** Only the latest 数据日期; undefined = not provided. */
  readonly holdings: readonly Holding[] | undefined;
  readonly loans: readonly Loan[] | undefined;
}

function otherStated({ insuranceFen, trustFen, metalFen, bondFen }: Balance): Fen | undefined {
  const held = [insuranceFen, trustFen, metalFen, bondFen].filter((part) => part !== undefined);
  return held.length === 0 ? undefined : held.reduce(addFen, zeroFen);
}

/** Sums of holdings whose category or name has the word; null = no holdings, or one without amount. */
function heldSum(holdings: readonly Holding[] | undefined, word: RegExp, asOf: Day): FenReader {
  if (holdings === undefined) return () => null;
  const held = groupByCustomer(
    holdings.filter((holding) => word.test(holdingText(holding)) && isHeldOn(holding, asOf)),
  );
  return (id) => {
    let sum = 0;
    for (const holding of held.get(id) ?? []) {
      const fen = heldFen(holding);
      if (fen === undefined) return null;
      sum += fen;
    }
    return sum;
  };
}

function loanReader({ balances, loans }: AssetFiles, asOf: Day): FenReader {
  const snapshot = snapshotOn(balances, asOf, ({ loanFen }) => loanFen);
  if (snapshot !== null) return (id) => fenIn(snapshot, id);
  if (loans === undefined) return () => null;
  const running = groupByCustomer(loans.filter((loan) => isRunningLoan(loan, asOf)));
  return (id) => {
    let sum = 0;
    for (const { balanceFen } of running.get(id) ?? []) {
      if (balanceFen === undefined) return null;
      sum += balanceFen;
    }
    return sum;
  };
}

/**
 * What AUM holds beyond the parts stated is 其他; parts that come to more than AUM stay as they are, so that the check of the sheet
 * shows them.
 */
export function assetReader(files: AssetFiles, asOf: Day): AssetReader {
  const { balances, holdings } = files;
  const aum = aumSnapshotOn(balances, asOf);
  const partOf = (figureOf: (balance: Balance) => Fen | undefined, otherwise: FenReader): FenReader => {
    const snapshot = snapshotOn(balances, asOf, figureOf);
    return snapshot === null ? otherwise : (id) => fenIn(snapshot, id);
  };
  const deposit = partOf(depositOf, () => null);
  const wealth = partOf(({ wealthFen }) => wealthFen, heldSum(holdings, /理财/, asOf));
  const fund = partOf(({ fundFen }) => fundFen, heldSum(holdings, /基金/, asOf));
  const others = partOf(otherStated, () => 0);
  const bond = partOf(
    ({ bondFen }) => bondFen,
    () => 0,
  );
  const remainderOf: FenReader = (id) => {
    const parts = [deposit(id), wealth(id), fund(id), others(id)];
    const whole = fenIn(aum, id);
    if (whole === null || parts.includes(null)) return null;
    return parts.reduce<number>((rest, part) => rest - (part ?? 0), whole);
  };
  const otherOf: FenReader = (id) => {
    const remainder = remainderOf(id);
    return remainder === null ? null : (others(id) ?? 0) + Math.max(0, remainder);
  };
  return {
    aumOn: aum?.dataDate ?? null,
    aum,
    compositionOf: (id) => ({
      depositFen: deposit(id),
      wealthFen: wealth(id),
      fundFen: fund(id),
      otherFen: otherOf(id),
    }),
    investOf: (id) => {
      const [whole, saved] = [fenIn(aum, id), deposit(id)];
      return whole === null || saved === null ? null : whole - saved - (bond(id) ?? 0);
    },
    loanOf: loanReader(files, asOf),
    remainderOf,
  };
}
