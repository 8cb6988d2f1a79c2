import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { all, children, type Element, parseXml } from "./xml.ts";

const run = promisify(execFile);
const MM_PER_POINT = 25.4 / 72;

/** A piece of set text with its box, millimetres from the top left corner of the paper. */
export type Piece = { text: string; left: number; right: number; top: number; bottom: number };
/** `lines` from top to bottom: pieces on one height joined, as the eye reads them. Sides of the paper in millimetres. */
export type Page = { lines: Piece[]; words: Piece[]; width: number; height: number };
export type Printed = { pages: Page[]; picture(page: number): Promise<Picture> };

/**
 * Prints Word files with LibreOffice, all in one call with a profile of its own, and reads the pages back. Pages and pictures
 * are of the PDF, so of what lies in the tray. Call `done` when no more pictures are needed.
 */
export async function print(files: Record<string, Buffer>) {
  const folder = await mkdtemp(join(tmpdir(), "yuanzhuo-print-"));
  const done = () => rm(folder, { recursive: true, force: true });
  try {
    const paths = await Promise.all(
      Object.entries(files).map(async ([name, file]) => {
        await writeFile(join(folder, `${name}.docx`), file);
        return join(folder, `${name}.docx`);
      }),
    );
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...paths], {
      timeout: 30_000 + paths.length * 2_000,
    });
    const printed = new Map<string, Printed>();
    const read = async (name: string) => {
      const pdf = join(folder, `${name}.pdf`);
      printed.set(name, { pages: await pagesOf(pdf), picture: (page) => pictureOf(pdf, page) });
    };
    const names = Object.keys(files);
    // Two at a time: as many as the machine has cores, and no more processes than it bears.
    const half = Math.ceil(names.length / 2);
    await Promise.all(
      [names.slice(0, half), names.slice(half)].map(async (some) => {
        for (const name of some) await read(name);
      }),
    );
    const get = (name: string): Printed => {
      const found = printed.get(name);
      if (found === undefined) throw new Error(`${name} was not printed`);
      return found;
    };
    return { get, done };
  } catch (error) {
    await done();
    throw error;
  }
}

async function pagesOf(pdf: string): Promise<Page[]> {
  const { stdout } = await run("pdftotext", ["-bbox-layout", pdf, "-"], { maxBuffer: 256 * 1024 * 1024 });
  const html = parseXml(stdout.replace(/<!DOCTYPE[^>]*>/, "").replace(/<meta [^>]*?\/?>/g, ""));
  return all(html, "page").map((page) => {
    const words = all(page, "word").map(piece);
    const side = (name: string) => Number(page.attributes[name]) * MM_PER_POINT;
    const lines = joined(all(page, "line").map((line) => ({ ...piece(line), text: wordsOf(line) })));
    return { words, lines, width: side("width"), height: side("height") };
  });
}

function wordsOf(line: Element): string {
  return children(line, "word")
    .map((word) => word.children.join(""))
    .join(" ");
}

function piece(element: Element): Piece {
  const at = (name: string) => Number(element.attributes[name]) * MM_PER_POINT;
  return { text: element.children.join(""), left: at("xMin"), right: at("xMax"), top: at("yMin"), bottom: at("yMax") };
}

/** pdftotext cuts a line where it sees a column; pieces whose middles are within 2 mm are one line. */
function joined(pieces: Piece[]): Piece[] {
  const middle = (each: Piece) => (each.top + each.bottom) / 2;
  const lines: Piece[] = [];
  for (const each of [...pieces].sort((a, b) => middle(a) - middle(b) || a.left - b.left)) {
    const line = lines.find((other) => Math.abs(middle(other) - middle(each)) < 2);
    if (line === undefined) lines.push({ ...each });
    else {
      line.text = each.left < line.left ? `${each.text} ${line.text}` : `${line.text} ${each.text}`;
      line.left = Math.min(line.left, each.left);
      line.right = Math.max(line.right, each.right);
    }
  }
  return lines;
}

/** Ink on paper: whether a point, in millimetres, is dark. */
export type Picture = { dark(x: number, y: number): boolean; millimetresPerPixel: number };

async function pictureOf(pdf: string, page: number): Promise<Picture> {
  const resolution = 200;
  const options = ["-gray", "-r", String(resolution), "-f", String(page), "-l", String(page), pdf];
  const { stdout } = await run("pdftoppm", options, { encoding: "buffer", maxBuffer: 64 * 1024 * 1024 });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString("latin1"));
  if (head === null) throw new Error("pdftoppm gave no grey picture");
  const width = Number(head[1]);
  const pixels = stdout.subarray(head[0].length);
  const perPixel = 25.4 / resolution;
  const dark = (x: number, y: number) =>
    (pixels[Math.floor(y / perPixel) * width + Math.floor(x / perPixel)] ?? 255) < 128;
  return { dark, millimetresPerPixel: perPixel };
}
