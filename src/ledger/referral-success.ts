// The columns of every grouping of referrals, and the groupings that are plain lists (§4.8 blocks 2, 3 and 5).

import type { ReferralReport } from '../analysis/referral/report.js';
import type {
  DirectionFigures,
  ProductFigures,
  ReferrerFigures,
  RoleFigures,
  SuccessFigures,
} from '../analysis/referral/success-figures.js';
import type { Rules } from '../model/rules.js';
import { formatPercent } from './figure-text.js';
import { type Column, tableOf } from './rows.js';
import type { CellValue, Table } from './sheet.js';

export const smallSample = '样本少';
export const notProvided = '未提供';

/** False where no file tells of a single success. */
export function tellsSuccess({ registered, unknown }: SuccessFigures): boolean {
  return registered === 0 || unknown < registered;
}

/** 登记 first; each rate stands behind the number that it is a share of. */
function successColumns({ ref }: Rules): readonly Column<SuccessFigures>[] {
  const interval = `${formatPercent(ref.confidence).replace(/\.?0+%$/, '%')}区间`;
  const told = (read: (of: SuccessFigures) => CellValue) => (of: SuccessFigures) =>
    tellsSuccess(of) ? read(of) : notProvided;
  return [
    { key: 'registered', header: '登记', format: 'count', width: 7, value: ({ registered }) => registered },
    { key: 'won', header: '成交', format: 'count', width: 7, value: told(({ won }) => won) },
    { header: '原始成功率', format: 'ratio', width: 10, value: told(({ rawRate }) => rawRate.value) },
    { header: '成熟样本', format: 'count', width: 8, value: told(({ matured }) => matured.denominator) },
    { header: '成熟成功', format: 'count', width: 8, value: told(({ matured }) => matured.numerator) },
    { header: '成熟成功率', format: 'ratio', width: 10, value: told(({ matured }) => matured.value) },
    { header: '下限', group: interval, format: 'ratio', width: 9, value: (of) => of.interval?.low ?? null },
    { header: '上限', group: interval, format: 'ratio', width: 9, value: (of) => of.interval?.high ?? null },
    { header: '在途', format: 'count', width: 7, value: told(({ inFlight }) => inFlight) },
    { header: '样本', format: 'text', width: 8, value: ({ isSmallSample }) => (isSmallSample ? smallSample : null) },
  ];
}

/** By person, ranked ones first. */
export function referrerTable({ byReferrer, rules }: ReferralReport): Table {
  const who: readonly Column<ReferrerFigures>[] = [
    { header: '名次', format: 'count', width: 6, value: ({ rank }) => rank },
    { header: '转介人', format: 'text', width: 10, value: ({ referrerName }) => referrerName },
    { header: '工号/客户号', format: 'text', width: 12, value: ({ referrerNo }) => referrerNo },
    { header: '岗位', format: 'text', width: 10, value: ({ referrerRole }) => referrerRole },
    { header: '类型', format: 'text', width: 10, value: ({ referrerType }) => referrerType },
  ];
  const points: Column<ReferrerFigures> = {
    header: '员工积分',
    format: 'count',
    width: 9,
    value: ({ staffPoints }) => staffPoints ?? notProvided,
  };
  return tableOf([...who, ...successColumns(rules), points], byReferrer, {
    heading: `按转介人（成熟样本不少于 ${rules.ref.minSample} 笔的按成熟成功率排名，其余不排名）`,
  });
}

/** By post of the referrer on the registration day. */
export function roleTable({ byRole, rules }: ReferralReport): Table {
  const role: Column<RoleFigures> = { header: '岗位', format: 'text', width: 12, value: (figures) => figures.role };
  return tableOf([role, ...successColumns(rules)], byRole, { heading: '按岗位' });
}

/** By what was asked for. */
export function productTable({ byProduct, rules }: ReferralReport): Table {
  const product: Column<ProductFigures> = { header: '意向产品', format: 'text', width: 12, value: (of) => of.product };
  return tableOf([product, ...successColumns(rules)], byProduct, { heading: '按意向产品' });
}

/** Every direction that occurs, with how many are 方向合规 (C5). */
export function directionTable({ byDirection, rules }: ReferralReport): Table {
  const which: readonly Column<DirectionFigures>[] = [
    { header: '转出岗位', format: 'text', width: 10, value: ({ from }) => from },
    { header: '接收岗位', format: 'text', width: 10, value: ({ to }) => to },
    { header: '方向合规', format: 'count', width: 8, value: ({ compliant }) => compliant },
  ];
  return tableOf([...which, ...successColumns(rules)], byDirection, { heading: '各方向明细' });
}
