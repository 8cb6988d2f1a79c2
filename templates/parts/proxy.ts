import type { Source } from "#app/domain/source.ts";
import { printedSource } from "./wording.ts";

/** 委托 as the meeting's rule has it, as far as papers tell it. */
export type PrintedProxyTerms = {
  allowed: boolean;
  /** How many one holder may stand for; null where nobody limits them. */
  most: number | null;
  /** Only somebody of the same household. */
  household: boolean;
  /** A candidate may not. */
  candidatesExcluded: boolean;
  /** Whose words these limits are; what is ours says so itself. */
  sources: Source[];
};

/** The limits in one or two sentences with where they come from; that nobody votes for another, where the rule does not know it. */
export function proxyLimits({ allowed, most, household, candidatesExcluded, sources }: PrintedProxyTerms): string {
  const from = sources.length === 0 ? "" : `（${sources.map(told).join("；")}）`;
  if (!allowed) return `本次会议不能委托他人表决${from}。`;
  const limits = [
    household ? "受托人须与委托人同一户并有完全民事行为能力" : "受托人须在本次会议名单上有表决权",
    ...(most === null ? [] : [`每人最多受托${most}人`]),
    ...(candidatesExcluded ? ["候选人不得受托"] : []),
  ];
  return `本人不能到会的，可以书面委托他人表决：${limits.join("，")}${from}。`;
}

/** What no law says is the meeting's own way, and is told as that. */
function told(source: Source): string {
  return source.kind === "default"
    ? `本会议的做法：${source.ref.replace(/^出厂默认：/u, "")}`
    : `依据：${printedSource(source)}`;
}
