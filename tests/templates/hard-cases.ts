import type { AttendanceSheetInput } from "#templates/genres/attendance-sheet.ts";
import type { MinutesInput } from "#templates/genres/minutes.ts";
import type { ResultNoticeInput } from "#templates/genres/result-notice.ts";
import {
  attendanceSheetInput,
  attendees,
  minutesInput,
  minutesItems,
  noticeItems,
  resultNoticeInput,
} from "./samples.ts";

/** Text that has broken documents before, and what of it may be printed. */
export const HARD_TEXTS = [
  { raw: "王\u0000\u0001\u0008\u000b\u001f芳", clean: "王芳" },
  { raw: "李\ufffe\uffff\ufeff明", clean: "李明" },
  { raw: "半个\ud842字", clean: "半个字" },
  { raw: "\udfb7先生", clean: "先生" },
  { raw: "\u202e三张\u202c", clean: "三张" },
  { raw: "\u200f阿里\u2067吧\u2069", clean: "阿里吧" },
  { raw: "𠮷野太郎", clean: "𠮷野太郎" },
  { raw: "笑脸😀👨‍👩‍👧🇨🇳", clean: "笑脸😀👨‍👩‍👧🇨🇳" },
  { raw: `<w:p>&amp;"'</w:p>]]>`, clean: `<w:p>&amp;"'</w:p>]]>` },
  { raw: "<b>张三</b> & 'O\"Neil'", clean: "<b>张三</b> & 'O\"Neil'" },
  { raw: "{{name}} $& $1 %s", clean: "{{name}} $& $1 %s" },
  { raw: "José\u0301 e\u0301", clean: "José\u0301 \u00e9" },
  { raw: "مرحبا بالعالم", clean: "مرحبا بالعالم" },
  { raw: "龘".repeat(500), clean: "龘".repeat(500) },
  { raw: "W".repeat(500), clean: "W".repeat(500) },
  { raw: "一\r\n二\t三", clean: "一\n二 三" },
] as const;

export function hardSheet(): AttendanceSheetInput {
  const rows = attendees(HARD_TEXTS.length).map((row, index) => ({ ...row, name: HARD_TEXTS[index]?.raw ?? "" }));
  return { ...attendanceSheetInput(rows), meetingTitle: "会<议>&\u0007“怪名”", place: "\u202e议事厅", chair: "😀𠮷" };
}

export function hardMinutes(): MinutesInput {
  const items = minutesItems();
  const rare = HARD_TEXTS.map(({ raw }, index) => {
    const item = items[index % items.length] ?? items[0];
    if (item === undefined) throw new Error("the sample has items");
    const actions = [{ title: raw, responsible: raw, deadline: "2025-12-03", plan: raw }];
    return {
      ...item,
      number: index + 1,
      title: raw,
      place: raw,
      conclusion: raw,
      reason: raw,
      differences: raw,
      actions,
    };
  });
  return { ...minutesInput(rare), present: HARD_TEXTS.map(({ raw }) => raw), chair: `"'<&>` };
}

export function hardNotice(): ResultNoticeInput {
  const first = noticeItems()[0];
  if (first === undefined) throw new Error("the sample has items");
  const items = HARD_TEXTS.map(({ raw }) => ({ ...first, title: raw, place: raw, conclusion: raw }));
  return { ...resultNoticeInput(items), signedBy: "翠湖社区".repeat(30), knownNames: HARD_TEXTS.map(({ raw }) => raw) };
}
