import { type IRunOptions, Tab, TextRun } from "docx";

/** A text as runs; line feeds become line breaks. The only place where a document's text is made into runs. */
export function runs(text: string, options: Omit<IRunOptions, "text" | "children" | "break"> = {}): TextRun[] {
  return text.split("\n").map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 && { break: 1 }) }));
}

/** To the next tab stop. A tab character inside a text would be a tab to some programs and a space to others. */
export const tab = (): TextRun => new TextRun({ children: [new Tab()] });
