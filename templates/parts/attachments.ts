import type { Attachment } from "#templates/content.ts";
import { type Area, CHARACTER } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { type Piece, paragraph } from "./piece.ts";
import { runs } from "./text.ts";
import { title } from "./title.ts";

/** GB/T 9704-2012 7.3.4: one line below the text, two characters in; names stand under each other, without a stop. */
export function attachmentNote(attachments: readonly Attachment[]): Piece[] {
  if (attachments.length === 0) return [];
  const numbered = attachments.length > 1;
  const lead = "附件：";
  const lines = attachments.map(({ title: name }, index) => {
    const number = numbered ? `${index + 1}.` : "";
    const before = index === 0 ? `${lead}${number}` : number;
    // 回行与上一行附件名称的首字对齐: later lines stand under the name, behind its number.
    const left = 2 + widthOf(lead) + widthOf(number);
    const hanging = index === 0 ? left - 2 : widthOf(number);
    return paragraph({
      style: "Field",
      keepNext: true,
      indent: { left: Math.round(left * CHARACTER), hanging: Math.round(hanging * CHARACTER) },
      children: runs(`${before}${unstopped(name)}`),
    });
  });
  return [paragraph({ style: "Plain", keepNext: true }), ...lines];
}

/** 7.3.7: 附件 with its number in 黑体 on the first line, the title centred on the third. */
export function attachmentHead(text: string, number: number | undefined, area: Area): Piece[] {
  return [
    paragraph({ style: "AttachmentMark", children: runs(`附件${number ?? ""}`) }),
    paragraph({ style: "Plain", keepNext: true }),
    ...title(unstopped(text), undefined, area),
  ];
}

/** 附件名称后不加标点符号 (7.3.4). */
function unstopped(name: string): string {
  return name.replace(/[。；;.]$/u, "");
}
