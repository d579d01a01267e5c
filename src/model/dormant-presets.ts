export const dormantPresets = ['seed180', 'seed6m', 'bank6m', 'crm365', 'bank3y', 'nfra5y'] as const;

/** A standard by which customers are dormant (B1). */
export type DormantPresetId = (typeof dormantPresets)[number];
