import type { Outcome } from "#app/domain/meeting/agenda-item.ts";

/** Sentences that several papers build from the same figures, so that they read alike on all of them. */

/** What became of an agenda item. */
export const OUTCOME_NAME: Record<Outcome, string> = {
  "resolved-now": "当场解决",
  timed: "限期解决",
  declined: "不能办",
  "next-time": "转下次",
};

/** The figures of a closed poll. `cast` counts every ballot collected, invalid ones included. */
export type Tally = {
  secret: boolean;
  due: number;
  present: number;
  cast: number;
  for: number;
  against: number;
  abstain: number;
  invalid: number;
  passed: boolean;
};

/** All figures of a count in one sentence, in the order in which they are read out. */
export function tallySentence(tally: Tally): string {
  const mode = tally.secret ? "无记名" : "记名";
  return (
    `采用${mode}方式表决。应到${tally.due}人，到会${tally.present}人，收回表决票${tally.cast}张：` +
    `同意${tally.for}票，反对${tally.against}票，弃权${tally.abstain}票，无效${tally.invalid}票。` +
    `表决结果：${tally.passed ? "通过" : "未通过"}。`
  );
}

/** Ends a text with a full stop unless it ends a sentence already; an empty text stays empty. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "" || /[\u3002.!?\uff01\uff1f\u2026][\u201d\u2019]?$/u.test(trimmed)) return trimmed;
  return `${trimmed.replace(/[;\uff1b,\uff0c\u3001:\uff1a]$/u, "")}。`;
}

/** “标签:内容” for each pair that has a content, as one sentence. */
export function labelled(pairs: readonly (readonly [label: string, content: string | undefined])[]): string {
  const given = pairs.filter(([, content]) => content !== undefined && content.trim() !== "");
  return sentence(
    given.map(([label, content]) => `${label}：${(content ?? "").trim().replace(/[\u3002;\uff1b]$/u, "")}`).join("；"),
  );
}

/** The meeting with the community before its title, unless the title begins with it already. */
export function fullTitle(meeting: { community: string; meetingTitle: string }): string {
  const { community, meetingTitle } = meeting;
  return meetingTitle.startsWith(community) ? meetingTitle : `${community}${meetingTitle}`;
}
