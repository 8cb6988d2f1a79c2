import type { Source } from "#app/domain/source.ts";

/** The statutes that lay thresholds down, each with the day its wording came into force; called with the article as printed. */
const law =
  (ref: string, inForce: string) =>
  (article: string): Source => ({ kind: "law", ref, article, inForce });

export const residentsLaw = law("《中华人民共和国城市居民委员会组织法》（2025年修订）", "2026-01-01");
export const villagersLaw = law("《中华人民共和国村民委员会组织法》（2025年修正）", "2026-01-01");
export const collectiveLaw = law("《中华人民共和国农村集体经济组织法》", "2025-05-01");
export const civilCode = law("《中华人民共和国民法典》", "2021-01-01");
export const partyBranchRules = law("《中国共产党支部工作条例（试行）》", "2018-10-28");
export const propertyRegulation = law("《物业管理条例》（2018年修订）", "2018-03-19");
