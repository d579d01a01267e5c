// 口径与数据质量 of a ledger workbook: what its reports say, each thing once.
import { describeRules, type RuleRow } from '../model/rule-list.js';
import { type Definitions, definitionsSheet, type Fact } from './definitions.js';
import { dormantDefinitions } from './dormant-definitions.js';
import { referralDefinitions } from './referral-definitions.js';
import { rfmDefinitions } from './rfm-definitions.js';
import type { Sheet, Table } from './sheet.js';
import { ledgerSubtitle } from './subtitle.js';
import type { LedgerScene } from './workbook-scene.js';

function partsOf({ segment, dormant, referral }: LedgerScene, rules: readonly RuleRow[]) {
  return [
    ...(segment === null ? [] : [rfmDefinitions(segment)]),
    ...(dormant === null ? [] : [dormantDefinitions(dormant)]),
    ...(referral === null ? [] : [referralDefinitions(referral, rules)]),
  ];
}

function uniqueFacts(parts: readonly Omit<Definitions, 'rules'>[]): readonly Fact[] {
  return [...new Map(parts.flatMap(({ facts }) => facts.map((fact) => [fact.join('\n'), fact] as const))).values()];
}

/** A table of the same heading and the same rows is one. */
function uniqueTables(parts: readonly Omit<Definitions, 'rules'>[]): readonly Table[] {
  const keyOf = ({ heading, rows }: Table) => JSON.stringify([heading, ...rows]);
  return [...new Map(parts.flatMap(({ tables }) => tables.map((table) => [keyOf(table), table] as const))).values()];
}

function ownFacts({ period, rules, printDate }: LedgerScene): readonly Fact[] {
  return [
    ['台账期间', `${period.label}（${period.from} 至 ${period.through}）`],
    ['制表时间', printDate],
    ['脱敏方式', rules.privacy.profile],
  ];
}

/** The last sheet of the workbook; the notes of the reports stand below. */
export function ledgerDefinitionsSheet(scene: LedgerScene): Sheet {
  const rules = describeRules(scene.rules);
  const parts = partsOf(scene, rules);
  const { asOf, intake, problems } = scene;
  const { portfolio, segment, dormant, referral } = scene;
  const notes = [portfolio, segment, dormant, referral].flatMap((report) => report?.notes ?? []);
  const sheet = definitionsSheet(
    { asOf, intake, problems, notes: [...new Set(notes)] },
    { facts: [...ownFacts(scene), ...uniqueFacts(parts)], tables: uniqueTables(parts), rules },
  );
  return { ...sheet, subtitle: ledgerSubtitle({ ...scene, unit: '见各表' }) };
}
