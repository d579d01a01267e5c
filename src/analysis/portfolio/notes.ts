// Sentences that a reader of 总体情况 and of the customer table must know; in a fixed order.
import { maskerFor } from '../../model/masker.js';
import { averageNotes } from './average-notes.js';
import type { PortfolioReport } from './report.js';
import type { Scene } from './scene.js';

type Noted = Pick<PortfolioReport, 'employees' | 'total' | 'average'>;

function wan(yuan: number): string {
  return `${yuan / 10_000} 万元`;
}

function scopeNotes(scene: Scene, { average }: Noted): readonly string[] {
  const { input, rules, members } = scene;
  const averages = averageNotes(average, rules);
  if (input.includesAll) return ['范围：全部在管个人客户', ...averages];
  const limit = `不少于 ${wan(rules.vip.minAum)}`;
  if (members.basis === null)
    return ['贵宾客户无法判定：AUM 和年日均都未提供；请提供余额快照，或用 --all 列出全部客户'];
  if (members.basis === '时点') return [...averages, `贵宾客户改按数据日期的时点 AUM ${limit}认定`];
  const { openingMembers, openingAum } = scene;
  const opening =
    openingMembers.basis === '时点' && openingAum !== null ? `；期初按 ${openingAum.dataDate} 的时点 AUM 认定` : '';
  return [`贵宾客户：年日均 AUM ${limit}${opening}`, ...averages];
}

function assetNotes({ assets, openingAum, roster, members, input }: Scene): readonly string[] {
  const notes: string[] = [];
  if (assets.aumOn === null) notes.push('AUM 未提供');
  else notes.push(`AUM 取自数据日期 ${assets.aumOn} 的余额快照，快照中没有的客户按 0 计；贷款不计入 AUM`);
  if (openingAum === null) notes.push('期初金融资产未提供：没有期初或以前的余额快照');
  else notes.push(`期初金融资产取自 ${openingAum.dataDate} 的余额快照，为期末名单客户的期初资产`);
  const remainders = members.ids.map((id) => assets.remainderOf(id) ?? 0);
  const less = remainders.filter((remainder) => remainder > 0).length;
  const more = remainders.filter((remainder) => remainder < 0).length;
  if (less > 0) notes.push(`${less} 户的分项之和小于 AUM，差额计入“保险及其他”`);
  if (more > 0) notes.push(`${more} 户的分项之和大于 AUM，未作调整，构成校验不通过；请核对余额快照`);
  if (roster.strangers > 0) notes.push(`${roster.strangers} 户不在客户导出中，没有列入`);
  if (input.loans === undefined) notes.push('贷款未提供：没有信贷客户标志的客户视为非信贷客户');
  return notes;
}

function turnoverNotes({ input }: Scene, { employees, total }: Noted): readonly string[] {
  if (input.assignments === undefined) return ['管户关系未提供：期初、本期新增、本期调出无法得知，管户员工取客户导出'];
  const notes: string[] = [];
  if (total.opening === null) {
    const several = employees.filter(({ opening }) => opening === null).length;
    notes.push(`${several} 行的期初和调出未提供：管户关系没有起止日期，或期初的贵宾客户无法判定`);
  } else notes.push('本期新增、本期调出含客户升降级、销户和更换管户员工');
  return notes;
}

function staffNotes({ input }: Scene, { employees }: Noted): readonly string[] {
  if (input.employees === undefined) return ['员工名单未提供：岗位和团队未知'];
  const left = new Set(input.employees.flatMap(({ empNo, isPresent }) => (isPresent === false ? [empNo] : [])));
  const held = employees.flatMap(({ employeeNo, closing }) =>
    employeeNo !== null && left.has(employeeNo) && closing > 0 ? [closing] : [],
  );
  if (held.length === 0) return [];
  return [`${held.reduce((sum, count) => sum + count, 0)} 户仍由 ${held.length} 名已离岗员工管户`];
}

function otherNotes({ input, engine, contacts, services, rules }: Scene): readonly string[] {
  const notes: string[] = [];
  if (engine === undefined) {
    notes.push(
      input.engine === undefined ? '交易明细未提供：客户活跃未计算' : '没有账户导出，交易不能归到客户：客户活跃未计算',
    );
  }
  if (contacts === null) notes.push('联系记录未提供：联系客户数未计算');
  else if (contacts.unmatched > 0)
    notes.push(`${contacts.unmatched} 条联系记录没有客户号，姓名又对不上唯一的客户，未计入`);
  if (services.known.length === 0) notes.push('没有导出说明客户已开通的产品');
  if (!maskerFor(rules.privacy.profile).showsCustomers) notes.push('public 方式不列客户明细');
  return notes;
}

export function portfolioNotes(scene: Scene, report: Noted): readonly string[] {
  return [
    ...scopeNotes(scene, report),
    ...assetNotes(scene),
    '资产分层按时点 AUM：50万、20万、5万 含本数在上一档',
    ...turnoverNotes(scene, report),
    ...staffNotes(scene, report),
    '产品数按八类计：定期存款、理财、基金、保险、贵金属、贷款、信用卡、电子渠道签约；活期账户和借记卡不计',
    ...otherNotes(scene),
  ];
}
