import { createHash } from "node:crypto";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sdkErrors } from "./word-file.ts";

const DOCUMENT = "word/document.xml";

type Opened = { name: string; file: Buffer; frame: string; head: string; blocks: string; foot: string };

/**
 * What the Open XML SDK says of many files, each complaint with the name of its file. The validator takes a third of a second to start, so files that
 * differ in their text alone are shown to it as one: the blocks of all of them in the first one's frame. Where it objects, each is asked about by itself.
 */
export async function sdkErrorsOf(files: Record<string, Buffer>): Promise<string[]> {
  const groups = new Map<string, Opened[]>();
  for (const [name, file] of Object.entries(files)) {
    const opened = open(name, file);
    groups.set(opened.frame, [...(groups.get(opened.frame) ?? []), opened]);
  }
  const found: string[] = [];
  for (const group of groups.values()) {
    const together = await sdkErrors(merged(group));
    if (together.length > 0) found.push(...(await oneByOne(group, together)));
  }
  return found;
}

async function oneByOne(group: readonly Opened[], together: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, file } of group) found.push(...(await sdkErrors(file)).map((error) => `${name}: ${error}`));
  // Nobody may look innocent by being asked alone.
  return found.length > 0 ? found : together.map((error) => `${group.map(({ name }) => name).join()}: ${error}`);
}

/** Everything but the text is the frame: the other parts, and the section's page, headers and footers. */
function open(name: string, file: Buffer): Opened {
  const parts = unzipSync(file);
  const xml = strFromU8(parts[DOCUMENT] ?? new Uint8Array());
  const start = xml.indexOf("<w:body>") + "<w:body>".length;
  const end = xml.lastIndexOf("<w:sectPr");
  if (start < "<w:body>".length || end < start) throw new Error(`${name} has no body`);
  const [head, blocks, foot] = [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
  const frame = createHash("sha256").update(head).update(foot);
  for (const part of Object.keys(parts).sort()) {
    // When it was made, to the second.
    if (part !== DOCUMENT && part !== "docProps/core.xml") frame.update(part).update(parts[part] ?? "");
  }
  return { name, file, frame: frame.digest("hex"), head, blocks, foot };
}

function merged(group: readonly Opened[]): Buffer {
  const [first] = group;
  if (first === undefined) throw new Error("an empty group");
  const xml = first.head + group.map(({ blocks }) => blocks).join("") + first.foot;
  return Buffer.from(zipSync({ ...unzipSync(first.file), [DOCUMENT]: strToU8(xml) }, { level: 0 }));
}
