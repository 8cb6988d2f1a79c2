import {
  type FaultReason,
  type FoundPlaceholder,
  type PlaceInFile,
  TemplateRefusal,
  type TemplateReport,
} from "#app/domain/document/own-template.ts";
import { isKnownAt, loopsAt, nearestName, plainName } from "#app/domain/document/placeholders.ts";
import type { Parts } from "./archive.ts";
import { type Beyond, contentParts, type Paragraph, type Story, storyOf } from "./story.ts";
import type { Budget } from "./xml.ts";

/** A pair of braces with what stands in it. */
type Tag = {
  kind: "open" | "close" | "single";
  name: string;
  line: string;
  place: PlaceInFile;
  order: number;
  elements: number;
  awkward: boolean;
  box: number;
  table: number;
};

/** A loop as it stands in the file: how many elements and letters are repeated, and the loops inside it. */
export type LoopSpan = { name: string; elements: number; letters: number; inside: LoopSpan[] };

export type Reading = { report: TemplateReport; spans: LoopSpan[] };

/** Finds the placeholders of a package that was checked. Throws TemplateRefusal for braces and loops that do not match. */
export function readPlaceholders(parts: Parts): Reading {
  const budget: Budget = { elements: 0 };
  const seen = new Finds();
  const spans: LoopSpan[] = [];
  let tracked = false;
  let bound = false;
  for (const { part, place, filled } of contentParts(parts)) {
    const story = storyOf(part, parts, place, budget);
    tracked ||= story.tracked && filled;
    bound ||= story.bound && filled;
    if (filled) spans.push(...matched(tagsOf(story), seen));
    else seen.beyond.push(...story.paragraphs.map(({ text, place }) => ({ text, place })));
    seen.beyond.push(...story.beyond);
  }
  return { report: reportOf(seen, { tracked, bound }), spans };
}

/** Braces as keyboards give them, of either width. */
const BRACE = /[{}｛｝]/gu;
const isOpening = (brace: string) => brace === "{" || brace === "｛";

function tagsOf({ paragraphs }: Story): Tag[] {
  return paragraphs.flatMap(tagsIn).sort((a, b) => a.order - b.order);
}

function tagsIn({ text, marks, ...where }: Paragraph): Tag[] {
  const tags: Tag[] = [];
  let from = -1;
  const line = lineOf(text);
  for (const { 0: brace, index } of text.matchAll(BRACE)) {
    if (isOpening(brace)) {
      if (from >= 0) throw fault("brace-open", { what: text.slice(from, index), line });
      from = index;
    } else {
      const mark = marks[from];
      if (from < 0 || !mark) throw fault("brace-close", { what: text.slice(Math.max(0, index - 12), index + 1), line });
      tags.push({ ...tagNamed(text.slice(from + 1, index), line), ...where, ...mark, line });
      from = -1;
    }
  }
  if (from >= 0) throw fault("brace-open", { what: text.slice(from), line });
  return tags;
}

function tagNamed(typed: string, line: string): Pick<Tag, "kind" | "name"> {
  const plain = plainName(typed);
  const kind = plain.startsWith("#") ? "open" : plain.startsWith("/") ? "close" : "single";
  const name = kind === "single" ? plain : plain.slice(1);
  if (name === "" && kind !== "close") throw fault("empty-name", { what: `{${typed}}`, line });
  return { kind, name };
}

/** What was found, each placeholder of the same loops once. */
class Finds {
  readonly beyond: Beyond[] = [];
  readonly placeholders = new Map<string, FoundPlaceholder>();

  add({ name, kind, place }: Tag, within: readonly string[]): void {
    const isText = kind === "single";
    const key = JSON.stringify([within, name, isText]);
    const opens = loopsAt([...within, name]) || !isKnownAt(within, name) ? "loop" : "condition";
    const found: FoundPlaceholder = this.placeholders.get(key) ?? {
      name,
      kind: isText ? "text" : opens,
      within: [...within],
      count: 0,
      places: [],
    };
    found.count += 1;
    if (!found.places.includes(place)) found.places.push(place);
    this.placeholders.set(key, found);
  }
}

/** Loops and conditions that stand open. `repeats`: a loop, not a condition; `dead`: nothing in it will ever be shown. */
type OpenLoop = { tag: Tag; repeats: boolean; dead: boolean; span: LoopSpan };

/** Matches beginnings with ends, within one part: what is not closed there is not closed. */
function matched(tags: readonly Tag[], seen: Finds): LoopSpan[] {
  const open: OpenLoop[] = [];
  const top: LoopSpan[] = [];
  const path = () => open.filter((each) => each.repeats).map(({ tag }) => tag.name);
  for (const tag of tags) {
    if (tag.kind === "close") close(tag, open);
    const dead = open.some((each) => each.dead);
    if (tag.kind === "close" || (tag.kind === "single" && dead)) continue;
    if (!dead) seen.add(tag, path());
    if (tag.kind === "single") continue;
    if (tag.awkward) throw fault("loop-place", { what: `{#${tag.name}}`, line: tag.line });
    const repeats = loopsAt([...path(), tag.name]) !== undefined;
    const span: LoopSpan = { name: tag.name, elements: 0, letters: 0, inside: [] };
    const parent = open.filter((each) => each.repeats).at(-1);
    if (repeats && !dead) (parent?.span.inside ?? top).push(span);
    open.push({ tag, repeats, dead: dead || (!repeats && !isKnownAt(path(), tag.name)), span });
  }
  const left = open.at(-1)?.tag;
  if (left) throw fault("loop-not-closed", { what: `{#${left.name}}`, line: left.line });
  return top;
}

function close(tag: Tag, open: OpenLoop[]): void {
  const { name, line } = tag;
  const opened = open.pop();
  if (!opened) throw fault("loop-not-opened", { what: `{/${name}}`, line });
  if (name !== "" && name !== opened.tag.name) {
    throw fault("loop-not-closed", { what: `{#${opened.tag.name}}`, line: opened.tag.line });
  }
  const sameTable = tag.table > 0 && tag.table === opened.tag.table;
  if (tag.box !== opened.tag.box && !sameTable) throw fault("loop-crossed", { what: `{#${opened.tag.name}}`, line });
  if (tag.awkward) throw fault("loop-place", { what: `{/${name}}`, line });
  opened.span.elements = tag.elements - opened.tag.elements + 1;
  opened.span.letters = tag.order - opened.tag.order;
}

function reportOf(seen: Finds, { tracked, bound }: { tracked: boolean; bound: boolean }): TemplateReport {
  const report: TemplateReport = { known: [], unknown: [], unfilled: [], notes: [] };
  for (const found of seen.placeholders.values()) {
    const isLoop = found.kind === "loop" && loopsAt([...found.within, found.name]) !== undefined;
    if (isLoop || isKnownAt(found.within, found.name)) {
      report.known.push(found);
      continue;
    }
    const nearest = nearestName(found.name);
    report.unknown.push({
      ...found,
      nearest: nearest === found.name ? null : nearest,
      misplaced: nearest === found.name,
    });
  }
  for (const { text, place } of seen.beyond) {
    for (const [whole] of text.matchAll(/[{｛][^{}｛｝]{1,40}[}｝]/gu)) report.unfilled.push({ text: whole, place });
  }
  report.unfilled.splice(50);
  if (report.known.length === 0) report.notes.push("no-placeholders");
  if (tracked) report.notes.push("tracked-changes");
  if (bound && seen.placeholders.size > 0) report.notes.push("bound-controls");
  return report;
}

const lineOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const fault = (reason: FaultReason, more: { what: string; line: string }) =>
  new TemplateRefusal({ reason, ...more, what: more.what.slice(0, 60) });
