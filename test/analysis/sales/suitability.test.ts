import { describe, expect, test } from 'vitest';
import type { SalesInput } from '../../../src/analysis/sales/input.js';
import { suitabilityReader } from '../../../src/analysis/sales/suitability.js';
import { asOf, on, rulesWith } from '../branch.js';
import { riskTest, salesInput } from './sales-input.js';

const day = on('2025-08-15');

function verdict(
  input: Partial<SalesInput>,
  more: { readonly productRisk?: string; readonly productType?: string } = {},
) {
  const { productRisk = 'R3', productType } = more;
  return suitabilityReader(salesInput(input), rulesWith(), asOf)({ custNo: 'C1', on: day, productRisk, productType });
}

const tested = (level: string, expiresOn?: string) => ({ riskTests: [riskTest('C1', '2025-01-10', level, expiresOn)] });

describe('risk suitability', () => {
  test.each([
    ['C3', 'R2', '适配'],
    ['C3', 'R3', '适配'],
    ['C3', 'R4', '不适配'],
    ['C2', 'R2', '适配'],
    ['C2', 'R3', '不适配'],
    ['C1', 'R2', '不适配'],
    ['C5', 'R5', '适配'],
    ['稳健型', 'R3', '适配'],
    ['保守型', 'R2', '不适配'],
    ['进取型', 'R5', '不适配'],
    ['平衡型', 'R3', '无法判定'],
    ['C3', '中等偏上', '无法判定'],
  ])('%s and %s: %s', (level, productRisk, expected) => {
    expect(verdict(tested(level), { productRisk }).suitability).toBe(expected);
  });

  test.each([
    ['2025-08-16', '适配'],
    ['2025-08-15', '适配'],
    ['2025-08-14', '测评过期'],
  ])('a test that expires on %s makes a purchase of 2025-08-15 %s', (expiresOn, expected) => {
    expect(verdict(tested('C3', expiresOn)).suitability).toBe(expected);
  });

  test('a test that expired since the purchase does not matter', () => {
    expect(verdict(tested('C3', '2025-09-01'))).toEqual({ riskLevel: 'C3', suitability: '适配', isByAsOf: false });
  });

  test.each([
    ['2025-08-15', 'C4', '适配', false],
    ['2025-08-16', 'C1', '不适配', false],
  ])('with a history, a second test of %s leaves %s in force', (secondOn, level, suitability, isByAsOf) => {
    const riskTests = [riskTest('C1', secondOn, 'C4'), riskTest('C1', '2025-01-10', 'C1')];
    expect(verdict({ riskTests })).toEqual({ riskLevel: level, suitability, isByAsOf });
  });

  test('nobody tested before the purchase is 未测评 where the file holds a history', () => {
    const riskTests = [
      riskTest('C1', '2025-09-01', 'C4'),
      riskTest('C2', '2024-01-01', 'C4'),
      riskTest('C2', '2025-01-01', 'C4'),
    ];
    expect(verdict({ riskTests })).toEqual({ riskLevel: null, suitability: '未测评', isByAsOf: false });
  });

  test('a file with the latest test only is judged as of asOf, and says so', () => {
    const riskTests = [riskTest('C1', '2025-09-01', 'C4', '2025-09-29')];
    expect(verdict({ riskTests })).toEqual({ riskLevel: 'C4', suitability: '测评过期', isByAsOf: true });
  });

  test('a test after asOf is not known yet', () => {
    expect(verdict({ riskTests: [riskTest('C1', '2025-10-01', 'C5')] }).suitability).toBe('未测评');
  });

  test('the customer export stands in for tests, as of asOf', () => {
    const customers = [{ custNo: 'C1', riskLevel: 'C2', riskExpiry: on('2026-01-01') }];
    expect(verdict({ customers })).toEqual({ riskLevel: 'C2', suitability: '不适配', isByAsOf: true });
  });

  test.each([
    ['no export with levels', {}, '未提供'],
    ['customers without any level', { customers: [{ custNo: 'C1' }] }, '未提供'],
    ['others that have one', { customers: [{ custNo: 'C1' }, { custNo: 'C2', riskLevel: 'C2' }] }, '未测评'],
    ['customers that lack this one', { customers: [{ custNo: 'C2', riskLevel: 'C2' }] }, '未提供'],
    ['tests of others', { riskTests: [riskTest('C2', '2025-01-01', 'C2')] }, '未测评'],
  ])('with %s it is %s', (_name, input, expected) => {
    expect(verdict(input).suitability).toBe(expected);
  });

  test('a product without level cannot be judged, an expired test can', () => {
    const read = suitabilityReader(salesInput(tested('C3', '2025-08-01')), rulesWith(), asOf);
    const purchase = { custNo: 'C1', productRisk: undefined, productType: undefined };
    expect(read({ ...purchase, on: on('2025-08-01') }).suitability).toBe('未提供');
    expect(read({ ...purchase, on: on('2025-08-02') }).suitability).toBe('测评过期');
  });

  test.each([
    ['固定收益类', 'R1', '适配'],
    ['固收', 'R1', '适配'],
    ['债券型', 'R1', '适配'],
    ['现金管理类', 'R1', '适配'],
    ['货币型', 'R1', '适配'],
    ['大额存单', 'R1', '适配'],
    ['现金管理类', 'R2', '不适配'],
    ['混合型', 'R1', '不适配'],
    ['偏债混合型', 'R1', '不适配'],
    ['贵金属', 'R1', '不适配'],
    ['黄金积存', 'R1', '不适配'],
    ['家族信托', 'R1', '不适配'],
    ['分红型保险', 'R1', '不适配'],
    ['封闭式净值型', 'R1', '无法判定'],
    ['理财', 'R1', '无法判定'],
    ['理财', 'R2', '不适配'],
    [undefined, 'R1', '未提供'],
    [undefined, 'R2', '不适配'],
  ])('a conservative customer and a product of type %s and level %s: %s', (productType, productRisk, expected) => {
    const more = productType === undefined ? {} : { productType };
    expect(verdict(tested('C1'), { productRisk, ...more }).suitability).toBe(expected);
  });

  test('the kind of product matters to a conservative customer alone', () => {
    expect(verdict(tested('C2'), { productRisk: 'R2', productType: '贵金属' }).suitability).toBe('适配');
  });
});
