// Bands of AUM at every amount where the documents cut (§4.2): 50万, 20万, 5万; each includes its lower end (§1.6).
import { fenFromYuan } from '../../model/fen.js';

export const assetBands = ['50万以上', '20-50万', '5-20万', '5万以下'] as const;
export type AssetBand = (typeof assetBands)[number];

const floors = [500_000, 200_000, 50_000].map(fenFromYuan);

/** @example assetBandOf(20_000_000) // => '20-50万' */
export function assetBandOf(aumFen: number): AssetBand {
  const place = floors.findIndex((floor) => aumFen >= floor);
  return assetBands[place] ?? '5万以下';
}
