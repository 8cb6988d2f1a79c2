/** 社区通用版 · 街道公文版. Only street offices (Party and state organs) issue by the second: GB/T 9704 is not for committees. */
export const LAYOUT_IDS = ["community", "official"] as const;
export type LayoutId = (typeof LAYOUT_IDS)[number];
