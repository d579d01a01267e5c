// Sheet 活动名单: the treated customers alone, for the staff who contact them.
import type { Campaign } from '../analysis/campaign/campaign.js';
import type { DormantCustomer } from '../analysis/dormant/listed.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import type { RuleRow } from '../model/rule-list.js';
import { campaignFacts, detectableSentence } from './campaign-facts.js';
import { definitionsSheet } from './definitions.js';
import { flagsCell, given, idleCell, managerCell } from './dormant-cells.js';
import { flagNotes } from './dormant-notes.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';

function listColumns(report: DormantReport): readonly Column<DormantCustomer>[] {
  const label = managerCell(report);
  return [
    { key: 'customerId', header: '客户号', format: 'text', width: 11, value: ({ customerId }) => customerId },
    { header: '客户姓名', format: 'text', width: 8, value: ({ customerName }) => customerName },
    { header: '联系电话', format: 'text', width: 13, value: ({ phone }) => given(phone) },
    { header: '管户员工', format: 'text', width: 8, value: ({ managerName }) => label(managerName) },
    { header: '休眠类型', format: 'text', width: 8, value: ({ type }) => type },
    { header: '最近交易日', format: 'day', width: 11, value: ({ lastActiveOn }) => lastActiveOn },
    { header: '休眠天数', format: 'count', width: 8, value: ({ idleDays }) => idleCell(idleDays) },
    { header: 'AUM(元)', format: 'fen', width: 14, value: ({ aumFen }) => given(aumFen) },
    { header: '余额档', format: 'text', width: 8, value: ({ band }) => band },
    { header: '豁免标记', format: 'text', width: 14, value: ({ flags }) => flagsCell(flags) },
    { header: '优先级', format: 'text', width: 6, value: ({ priority }) => priority },
    { key: 'contactedOn', header: '接触日', format: 'day', width: 11, input: true, value: () => null },
    {
      key: 'contactMethod',
      header: '接触方式',
      format: 'text',
      width: 9,
      input: true,
      list: { name: '接触方式' },
      value: () => null,
    },
    {
      key: 'contactResult',
      header: '接触结果',
      format: 'text',
      width: 10,
      input: true,
      list: { name: '接触结果' },
      value: () => null,
    },
    { key: 'remark', header: '备注', format: 'text', width: 14, input: true, value: () => null },
  ];
}

function listTable(campaign: Campaign, report: DormantReport): Table {
  const treated = new Set(campaign.members.flatMap(({ arm, customerId }) => (arm === '活动' ? [customerId] : [])));
  const customers = report.customers.filter(({ customerId }) => treated.has(customerId));
  const table = tableOf(listColumns(report), customers, { isList: true });
  return { ...table, id: 'treated', rowKey: ['customerId'] };
}

function listSheet(campaign: Campaign, report: DormantReport): Sheet {
  const { startsOn, endsOn, sizes } = campaign;
  return {
    name: '活动名单',
    title: '睡眠客户唤醒活动名单',
    subtitle: `名单日：${startsOn}　观察至：${endsOn}　单位：元`,
    tables: [listTable(campaign, report)],
    notes: [
      `名单只有活动组 ${sizes.treated} 户；另有对照组 ${sizes.control} 户不在名单上，观察期内按平常对待，不为活动联系`,
      `接触日应在 ${startsOn} 之后、${endsOn} 及以前；接触也请登记到联系记录，否则统计不到`,
      ...flagNotes(),
    ],
    frozenColumns: 2,
  };
}

/** 活动名单 and 口径与数据质量; `report` is the one that the campaign was drawn from. */
export function campaignListSheets(
  campaign: Campaign,
  report: DormantReport,
  rules: readonly RuleRow[],
): readonly Sheet[] {
  const documented = { ...report, notes: [detectableSentence(campaign), ...report.notes] };
  return [
    listSheet(campaign, report),
    definitionsSheet(documented, { facts: campaignFacts(campaign), tables: [], rules }),
  ];
}
