/** §1.16: the eight labels, the documents' four first, then ours for the holes; the order of every table. */
export const tiers = [
  '核心客户',
  '潜力客户',
  '基础客户',
  '睡眠客户',
  '沉寂预警',
  '一般活跃',
  '新开未动户',
  '无法判定',
] as const;
export type Tier = (typeof tiers)[number];

/** §5.4: the eight value segments of the score method, by high/low R, F, M. */
export const scoreSegments = [
  '重要价值客户',
  '重要发展客户',
  '重要保持客户',
  '重要挽留客户',
  '一般价值客户',
  '一般发展客户',
  '一般保持客户',
  '一般挽留客户',
] as const;
export type ScoreSegment = (typeof scoreSegments)[number];
