// 活动: one line per invited customer, or one per online event.
import type { BranchEvent } from '../model/event.js';
import { exportTitles } from '../model/intake.js';
import { readFlag } from './code.js';
import { custNoHeaders } from './customers.js';
import type { Export } from './export.js';
import {
  codeField,
  countField,
  dayField,
  type FieldValues,
  idField,
  missingValue,
  ownField,
  textField,
} from './field.js';
import { readId } from './identifier.js';

/** One cell may list several customers. */
function readInvited(text: string): readonly string[] | undefined {
  const numbers = text
    .split(/[、，,;；\s]+/)
    .filter((part) => part !== '')
    .map(readId);
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

const fields = {
  eventNo: idField('活动编号 活动号'),
  eventName: textField('活动名称', '名称'),
  eventDate: dayField('活动日期 活动时间 举办日期', '日期'),
  invited: ownField(
    'id',
    `邀请名单客户号 邀请客户号 受邀客户号 ${custNoHeaders}`,
    readInvited,
    '客户号，几个之间用顿号隔开',
  ),
  attended: codeField(
    '是否签到 签到标志 签到',
    '',
    (text) => readFlag(text) ?? signedIn[text],
    '是或否，或已签到、未签到',
  ),
  clicks: countField('点击量'),
  viewers: countField('观看人数'),
  questions: countField('提问数'),
};

const signedIn: Readonly<Record<string, boolean>> = { 已签到: true, 未签到: false };

export const eventExport: Export<BranchEvent> = {
  kind: 'events',
  title: exportTitles.events,
  fields,
  required: [['eventNo', 'eventName'], ['eventDate'], ['invited', 'attended', 'clicks', 'viewers', 'questions']],
  decoration: [],
  totalled: [],
  foreign: '产品名称 交易金额 账号'.split(' '),
  assemble(values) {
    const v = values as FieldValues<typeof fields>;
    if (v.eventNo === undefined && v.eventName === undefined) return [missingValue('活动编号', '活动名称')];
    if (v.eventDate === undefined) return [missingValue('活动日期')];
    return {
      eventNo: v.eventNo,
      eventName: v.eventName,
      eventDate: v.eventDate,
      invitedCustNos: v.invited ?? [],
      attended: v.attended,
      clicks: v.clicks,
      viewers: v.viewers,
      questions: v.questions,
    };
  },
};
