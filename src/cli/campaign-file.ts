// The campaign file as it was written: read only if nothing in it was changed.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Arm, arms, type Campaign, type CampaignMember } from '../analysis/campaign/campaign.js';
import { sealOf } from '../analysis/campaign/seal.js';
import { parseDay } from '../model/day.js';
import { dormantPresets } from '../model/dormant-presets.js';
import { exitCodes, UserError } from '../model/errors.js';
import { txnClasses } from '../model/transaction.js';
import { usage } from './option-values.js';
import type { Shell } from './shell.js';

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 1;
}

function isOneOf<T>(list: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => list.some((one) => one === value);
}

function isNullOr(value: unknown, holds: (value: unknown) => boolean): boolean {
  return value === null || holds(value);
}

const isDay = (value: unknown) => typeof value === 'string' && parseDay(value) !== undefined;
const isWhole = (value: unknown) => Number.isSafeInteger(value);
const isArm: (value: unknown) => value is Arm = isOneOf(arms);

function isMember(value: unknown): value is CampaignMember {
  if (!isObject(value)) return false;
  const { customerId, arm, stratum, aumFen, idleDays } = value;
  return (
    typeof customerId === 'string' &&
    isArm(arm) &&
    typeof stratum === 'string' &&
    isNullOr(aumFen, isWhole) &&
    isNullOr(idleDays, isWhole)
  );
}

function areRules(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { preset, resetClasses, unknownAs, windowDays, confidence, includeCorporate } = value;
  const isClass = isOneOf(txnClasses);
  return (
    isOneOf(dormantPresets)(preset) &&
    Array.isArray(resetClasses) &&
    resetClasses.every(isClass) &&
    isClass(unknownAs) &&
    isCount(windowDays) &&
    isShare(confidence) &&
    typeof includeCorporate === 'boolean'
  );
}

function isBaseRate(value: unknown): boolean {
  if (!isObject(value) || !isShare(value.value)) return false;
  return isNullOr(
    value.cohort,
    (of) => isObject(of) && isDay(of.cohortOn) && isCount(of.awakened) && isCount(of.members),
  );
}

function isStratum(value: unknown): boolean {
  if (!isObject(value)) return false;
  const texts = [value.stratum, value.band, value.idleBand];
  return texts.every((text) => typeof text === 'string') && isCount(value.treated) && isCount(value.control);
}

function isCampaign(value: Fields): value is Fields & Campaign {
  const { startsOn, endsOn, aumOn, seed, controlShare, power, sizes, strata, members } = value;
  return (
    isDay(startsOn) &&
    isDay(endsOn) &&
    isNullOr(aumOn, isDay) &&
    isCount(seed) &&
    isShare(controlShare) &&
    isShare(power) &&
    areRules(value.rules) &&
    isBaseRate(value.baseRate) &&
    isNullOr(value.detectable, (of) => typeof of === 'number') &&
    isObject(sizes) &&
    isCount(sizes.treated) &&
    isCount(sizes.control) &&
    Array.isArray(strata) &&
    strata.every(isStratum) &&
    Array.isArray(members) &&
    members.every(isMember)
  );
}

function parsed(file: string, shell: Shell): unknown {
  let content: string;
  try {
    content = readFileSync(resolve(shell.cwd, file), 'utf8');
  } catch {
    throw usage(`活动文件 ${file} 读不出来：请检查路径`);
  }
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    throw damaged(file, '不是完整的 JSON');
  }
}

function damaged(file: string, what: string): UserError {
  return new UserError(`活动文件 ${file} ${what}：名单必须和抽签时一样，请改用原来的文件或备份`, exitCodes.refused);
}

/** Reads what `writeCampaign` wrote. Throws UserError: exit 2 for another kind of file, 3 where something in it was changed. */
export function readCampaign(file: string, shell: Shell): Campaign {
  const content = parsed(file, shell);
  if (!isObject(content) || content.report !== 'campaign')
    throw usage(`${file} 不是活动文件：应是 taizhang dormant campaign new 写出的 JSON`);
  const { hash, ...sealed } = content;
  if (hash !== sealOf(sealed)) throw damaged(file, '写出以后被改动过');
  if (!isCampaign(content)) throw damaged(file, '的内容不认识，可能是别的版本写出的');
  return content;
}
