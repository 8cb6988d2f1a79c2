import type { Decision, Stage } from "#app/domain/method/definition.ts";
import { methodDrawingText as text } from "#app/text/method-drawing.ts";
import { type Face, NAME, SMALL, widthOf, wrap, wrapItems } from "./measure.ts";

export type TextRole = "name" | "place" | "kind" | "plain" | "quiet";
/** A line of text; `x`, `y` are its beginning on the base line (its end where `end` is set), px from the box's corner. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly role: TextRole;
  readonly end?: true;
}
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** What stands in a box, px from its upper left corner. */
export interface BoxContent {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  /** Small boxes in the box: reviews side by side. */
  readonly frames: readonly Frame[];
  /** Heights at which a dashed line runs across. */
  readonly rules: readonly number[];
}

const STAGE_WIDTH = 264;
const PAD = 14;
/** The mark of the stage where an issue stands; it takes the place of the stage's kind. */
export const TAB = { width: 46, height: 24, right: PAD } as const;
const INNER = STAGE_WIDTH - 2 * PAD;

/** Sets lines one under another and says how far down it has come. */
function column(width: number) {
  const texts: PlacedText[] = [];
  const frames: Frame[] = [];
  const rules: number[] = [];
  let y = 10;
  const put = (words: string, face: Face, role: TextRole, x: number = PAD, room: number = width - PAD - x) => {
    for (const line of wrap(words, room, face)) {
      texts.push({ x, y: y + face.line - 6, text: line, role });
      y += face.line;
    }
  };
  return {
    texts,
    put,
    small: (words: string, role: TextRole = "quiet") => put(words, SMALL, role),
    listed(head: string, items: readonly string[]) {
      for (const line of wrapItems(head, items, width - 2 * PAD, SMALL)) {
        texts.push({ x: PAD, y: y + SMALL.line - 6, text: line, role: "quiet" });
        y += SMALL.line;
      }
    },
    framed(words: string) {
      const top = y + 4;
      y = top + 4;
      put(words, SMALL, "plain", PAD + 8, width - 2 * PAD - 16);
      y += 4;
      frames.push({ x: PAD, y: top, width: width - 2 * PAD, height: y - top });
    },
    space() {
      y += 4;
    },
    rule() {
      y += 8;
      rules.push(y);
      y += 4;
    },
    done: (): BoxContent => ({ width, height: y + 10, texts, frames, rules }),
  };
}

/** What the box of a stage says beside its name. */
export interface StageNotes {
  /** Ways that are named here, not drawn: back to the stage itself, or to an end that many lead to. */
  readonly ways: readonly string[];
  readonly exceptions: readonly string[];
}

/** The box of a stage at work: place, name and kind, who acts, until when; in a compact drawing the name alone. */
export function stageContent(stage: Stage, place: number, notes: StageNotes, compact: boolean): BoxContent {
  const box = column(STAGE_WIDTH);
  const kind = text.kinds[stage.kind];
  const number = String(place);
  const indent = widthOf(number, NAME) + 8;
  const kindWidth = Math.max(compact ? 0 : widthOf(kind, SMALL), TAB.width) + 8;
  box.texts.push({ x: PAD, y: 10 + NAME.line - 6, text: number, role: "place" });
  if (!compact) box.texts.push({ x: STAGE_WIDTH - PAD, y: 10 + NAME.line - 6, text: kind, role: "kind", end: true });
  box.put(stage.name, NAME, "name", PAD + indent, INNER - indent - kindWidth);
  if (!compact) {
    box.small(stage.who);
    if (stage.deadline) box.small(text.deadline(stage.deadline.text));
  }
  for (const branch of stage.branches ?? []) box.framed(branch.name);
  if (stage.branches && notes.ways.length > 0) box.space();
  for (const way of notes.ways) box.small(way, "plain");
  if (!compact && notes.exceptions.length > 0) {
    box.rule();
    box.listed(text.exceptions, notes.exceptions);
  }
  return box.done();
}

/** The box beside a stage that may go on into a statutory decision. */
export function decisionContent(decisions: readonly Decision[], notes: readonly string[]): BoxContent {
  const box = column(STAGE_WIDTH - 20);
  box.put(text.decision, SMALL, "quiet");
  for (const { label } of decisions) box.put(label, SMALL, "plain");
  for (const note of notes) box.small(note);
  return box.done();
}

/** A box with nothing but its name: an end, or a place that the method does not have. */
export function nameContent(name: string): BoxContent {
  const lines = wrap(name, 200, SMALL);
  const width = Math.max(88, ...lines.map((line) => widthOf(line, SMALL) + 2 * 18));
  const box = column(width);
  box.put(name, SMALL, "plain", 18);
  const done = box.done();
  return { ...done, texts: done.texts.map((each) => ({ ...each, x: (width - widthOf(each.text, SMALL)) / 2 })) };
}
