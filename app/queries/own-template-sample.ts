import type { House } from "#app/house.ts";
import { sampleTemplateText as text } from "#app/text/own-templates.ts";
import { type Content, NO_ISSUER } from "#templates/content.ts";
import { heading } from "#templates/parts/numbering.ts";

/** A Word file with placeholders to begin from: set as our own papers are, to be changed in Word and uploaded. */
export function sampleTemplate(house: House): Promise<Buffer> {
  const paragraph = (words: string) => ({ kind: "paragraph" as const, text: words });
  const [number = "", task = "", responsible = "", deadline = ""] = text.taskHead;
  const content: Content = {
    name: text.title,
    dress: "minutes",
    landscape: false,
    blocks: [
      { kind: "title", text: text.title },
      { kind: "fields", items: text.fields.map(([label, value]) => ({ label, value })) },
      paragraph(text.attendance),
      heading(1, 1, text.items),
      paragraph(text.itemOpen),
      paragraph(text.item),
      paragraph(text.settled),
      paragraph(text.poll),
      paragraph(text.differences),
      paragraph(text.itemClose),
      heading(1, 2, text.tasks),
      {
        kind: "table",
        columns: [
          { head: number, millimetres: 16, align: "centre" },
          { head: task, millimetres: 76 },
          { head: responsible, millimetres: 28 },
          { head: deadline, millimetres: 36 },
        ],
        rows: [[...text.taskRow]],
        rowMillimetres: 9,
      },
      { kind: "fields", items: text.signed.map(([label, value]) => ({ label, value })) },
    ],
    attachments: [],
    issuer: NO_ISSUER,
    demonstration: false,
    mark: "",
  };
  return house.typeset(content, "community");
}
