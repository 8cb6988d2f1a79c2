import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { type Source, sourceLine } from "#app/domain/source.ts";
import type { Block } from "#templates/content.ts";
import { chineseDay } from "./dates.ts";

/** Sentences that several papers build from the same figures, so that they read alike on all of them. */

/** A paragraph of the body. */
export const body = (text: string): Block => ({ kind: "paragraph", text });

/** What the reason is called that was given for an outcome. */
export const REASON_NAME: Record<Outcome, string> = {
  "resolved-now": "理由",
  timed: "理由",
  declined: "不能办的理由",
  "next-time": "转下次的理由",
  onward: "理由",
};

/** How pages begin what is ours; papers say it in an office's words. */
const OURS = /^出厂默认：/u;

/** Where a rule comes from, with its date as papers write dates. What is ours says that it is no regulation. */
export function printedSource(source: Source): string {
  const day = source.inForce ?? "";
  const line = sourceLine(source).replace(day, chineseDay(day));
  return source.kind === "default" ? line.replace(OURS, "默认做法（不是法规）：").replace(/，可改$/u, "") : line;
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

/** Whether nobody wrote a conclusion of its own: the tasks' titles stand for it then; they follow anyway and need not be said twice. */
export function onlyTasks(conclusion: string, tasks: readonly { title: string }[]): boolean {
  const titles = new Set(tasks.map((task) => task.title));
  return titles.size > 0 && conclusion === [...titles].join("；");
}

/** “翠湖社区召开相约星期三”, with the names of its figures; a title that begins with the place says it already. */
export const convened = (meeting: { community: string; meetingTitle: string }): string =>
  meeting.meetingTitle.startsWith(meeting.community) ? "召开{会议}" : "{社区}召开{会议}";

/** The meeting with the community before its title, unless the title begins with it already. */
export function fullTitle(meeting: { community: string; meetingTitle: string }): string {
  const { community, meetingTitle } = meeting;
  return meetingTitle.startsWith(community) ? meetingTitle : `${community}${meetingTitle}`;
}
