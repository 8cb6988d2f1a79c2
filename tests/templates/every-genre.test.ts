import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Content, Issuer } from "#templates/content.ts";
import type { Genre } from "#templates/genre.ts";
import { type GenreId, type GenreInput, genres } from "#templates/index.ts";
import { typeset } from "#templates/typeset.ts";
import { sdkErrorsOf } from "#tests/proof/many.ts";
import { type Page, print } from "#tests/proof/office.ts";
import { areaOf, bodyLines, SHEET, strays } from "#tests/proof/paper.ts";
import { complaints, leftovers, openWord, paragraphTexts, type WordFile } from "#tests/proof/word-file.ts";
import { all as elements } from "#tests/proof/xml.ts";
import { inFull } from "../e2e/scale.ts";
import { samples } from "./samples/index.ts";

/** Every genre in every layout, with nothing, the usual, much and hostile text: what holds for all papers alike. */

type Size = "usual" | "none" | "many" | "hard";
const SIZES: readonly Size[] = ["usual", "none", "many", "hard"];
const IDS = Object.keys(genres).filter((id): id is GenreId => id in samples);
const byId: { [Id in GenreId]: Genre<GenreInput<Id>> } = genres;

const STREET: Issuer = {
  mark: "翠湖街道办事处",
  number: "翠街办〔2025〕12号",
  copyTo: "区委社会工作部，区民政局，各社区党委、居民委员会",
  printedBy: "翠湖街道党政办公室",
  printedOn: "2025-11-20",
  sealed: false,
};

type Paper = {
  name: string;
  size: Size;
  layout: "community" | "official";
  content: Content;
  file: Buffer;
  word: WordFile;
};

function contentOf<Id extends GenreId>(id: Id, size: Size, issuer: Partial<Issuer>): Content {
  return byId[id].content(samples[id][size](), { issuer });
}

/** A form looks the same in every layout; so it says below, and need not be set twice. */
function papers(): Omit<Paper, "file" | "word">[] {
  return IDS.flatMap((id) =>
    SIZES.flatMap((size) => {
      const community = { name: `${id}-${size}`, size, layout: "community" as const, content: contentOf(id, size, {}) };
      if (community.content.dress === "form") return [community];
      const content = contentOf(id, size, STREET);
      return [community, { name: `${id}-${size}-official`, size, layout: "official" as const, content }];
    }),
  );
}

/**
 * Usual papers are printed in both layouts, and of the long ones those with tables. `npm run proof` prints the rest too: long ones in one layout,
 * hostile and empty ones in the other, as the two share what they set below the head.
 */
function isPrinted({ size, layout, content }: Paper): boolean {
  if (size === "usual") return true;
  if (!inFull) return size === "many" && layout === "community" && columnsOf(content).length > 0;
  return content.dress === "form" || layout === (size === "many" ? "community" : "official");
}

const all: Paper[] = [];
let shown: Paper[] = [];
let printed: Awaited<ReturnType<typeof print>>;

beforeAll(async () => {
  for (const paper of papers()) {
    const file = await typeset(paper.content, paper.layout);
    all.push({ ...paper, file, word: openWord(file) });
  }
  shown = all.filter(isPrinted);
  printed = await print(Object.fromEntries(shown.map(({ name, file }) => [name, file])));
}, 300_000);
afterAll(() => printed?.done());

/** Everything wrong, by paper, so that one run tells of all of them. */
function wrong(among: readonly Paper[], judge: (paper: Paper) => string[]): Record<string, string[]> {
  const found = among.map((paper): [string, string[]] => [paper.name, [...new Set(judge(paper))].slice(0, 8)]);
  return Object.fromEntries(found.filter(([, complaints]) => complaints.length > 0));
}

const pagesOf = ({ name }: Paper): Page[] => printed.get(name).pages;

describe("every genre in every layout", () => {
  it("is one of those with samples, in both layouts unless it is a form", () => {
    expect(IDS).toEqual(Object.keys(genres));
    const sets = new Set(all.map(({ content, layout }) => `${content.dress} ${layout}`));
    expect([...sets].sort()).toEqual([
      "form community",
      "letter community",
      "letter official",
      "minutes community",
      "minutes official",
    ]);
  });

  it("gives the Open XML SDK nothing to object to", async () => {
    expect(await sdkErrorsOf(Object.fromEntries(all.map(({ name, file }) => [name, file])))).toEqual([]);
  }, 120_000);

  it("has rows as wide as their grid, a paragraph in each cell, and styles that exist", () => {
    expect(wrong(all, ({ word }) => complaints(word))).toEqual({});
  });

  it("leaves no placeholder behind", () => {
    const judge = ({ word, content }: Paper) => {
      const said = [...paragraphTexts(word.body), content.name].join("\n");
      return [...leftovers(word), ...(said.match(/\{[^{}\n]{0,40}\}/g) ?? [])];
    };
    expect(
      wrong(
        all.filter(({ size }) => size !== "hard"),
        judge,
      ),
    ).toEqual({});
  });

  it("is printed on A4, turned where the genre says so", () => {
    const judge = (paper: Paper) => {
      const { landscape } = paper.content;
      const [width, height] = landscape ? [SHEET.height, SHEET.width] : [SHEET.width, SHEET.height];
      const fits = (page: Page) => Math.abs(page.width - width) < 1 && Math.abs(page.height - height) < 1;
      return pagesOf(paper).every(fits) ? [] : [`not ${width} × ${height}`];
    };
    expect(wrong(shown, judge)).toEqual({});
  });

  it("prints nothing outside the type area but its page numbers, from 1 without a gap", () => {
    const judge = (paper: Paper) => {
      const area = areaOf(paper.content.landscape);
      return pagesOf(paper).flatMap((page, index) => strays(page, index + 1, area));
    };
    expect(wrong(shown, judge)).toEqual({});
  });

  it("repeats the head of a table on each page that it goes on to", () => {
    expect(wrong(shown, headsMissing)).toEqual({});
    // A check that looked at no page would find nothing either.
    expect(shown.filter((paper) => continued(paper).length > 0).length).toBeGreaterThan(3);
  });

  it("has tables no wider than the type area", () => {
    const judge = ({ word, content }: Paper) => {
      const { left, right } = areaOf(content.landscape);
      const widths = elements(word.body, "w:tblGrid").map((grid) =>
        elements(grid, "w:gridCol").reduce((sum, column) => sum + Number(column.attributes["w:w"]), 0),
      );
      return widths
        .map((width) => (width * 25.4) / 1440)
        .filter((width) => width > right - left + 0.5)
        .map(String);
    };
    expect(wrong(all, judge)).toEqual({});
  });

  it("has no page without text, unless it says nothing at all", () => {
    const judge = (paper: Paper) => {
      if (paper.content.blocks.length === 0) return [];
      const area = areaOf(paper.content.landscape);
      return pagesOf(paper).flatMap((page, index) => (bodyLines(page, area).length === 0 ? [`page ${index + 1}`] : []));
    };
    expect(wrong(shown, judge)).toEqual({});
  });
});

/** Heights of boxes, millimetres: text of tables (12 pt) lies between fine print (10.5 pt) and the body (16 pt). */
const HEAD_MILLIMETRES = 18;
const TABLE_TEXT = { least: 5.1, most: 6.5 };

/** Pages but the first that begin with table text, of papers with tables. Forms have no head. */
function continued({ content, name }: Paper): { begins: string; page: number }[] {
  if (columnsOf(content).length === 0 || blocksOf(content).some(({ kind }) => kind === "form")) return [];
  return printed.get(name).pages.flatMap((page, index) => {
    const lines = bodyLines(page, areaOf(content.landscape));
    const [first] = lines;
    const height = first === undefined ? 0 : first.bottom - first.top;
    if (index === 0 || first === undefined || height < TABLE_TEXT.least || height > TABLE_TEXT.most) return [];
    // A head may have three lines, with those of short columns in their middle.
    const head = lines.filter(({ top }) => top < first.top + HEAD_MILLIMETRES);
    return [{ begins: head.map(({ text }) => text.replace(/\s/g, "")).join(""), page: index + 1 }];
  });
}

/** Of these, the ones that do not begin with the head of one of the paper's tables. */
function headsMissing(paper: Paper): string[] {
  const heads = columnsOf(paper.content);
  const isHead = (begins: string) =>
    heads.some((columns) => columns.every((column) => [...column].every((each) => begins.includes(each))));
  return continued(paper).flatMap(({ begins, page }) =>
    isHead(begins) ? [] : [`page ${page} begins with ${begins.slice(0, 30)}`],
  );
}

const blocksOf = ({ blocks, attachments }: Content) => [...blocks, ...attachments.flatMap((each) => each.blocks)];
const columnsOf = (content: Content): string[][] =>
  blocksOf(content).flatMap((block) => (block.kind === "table" ? [block.columns.map(({ head }) => head)] : []));
