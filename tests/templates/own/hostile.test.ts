import { describe, expect, it } from "vitest";
import { ownTemplateText } from "#app/text/own-templates.ts";
import { inspectTemplate } from "#templates/own/index.ts";
import { field, paragraph, wordFile } from "./files.ts";
import { hostile } from "./hostile.ts";

/** What one file may take at most: the phones of a vote wait for no template, but their server must not run out of memory either. */
const MOST_MILLISECONDS = 3000;
const MOST_MEGABYTES = 150;

describe("a file that is no template", () => {
  it.each(hostile)("%s is refused: %s", async (_, reason, make) => {
    const file = make();
    const before = process.memoryUsage().rss;
    const began = performance.now();
    const answer = await inspectTemplate(file);
    const took = performance.now() - began;
    const grew = (process.memoryUsage().rss - before) / 1024 / 1024;
    expect(answer).toMatchObject({ ok: false, fault: { reason } });
    expect(took).toBeLessThan(MOST_MILLISECONDS);
    expect(grew).toBeLessThan(MOST_MEGABYTES);
    if (answer.ok) return;
    const sentence = ownTemplateText.fault(answer.fault);
    expect(sentence).toMatch(/^[^a-z].{6,}。$/u);
    expect(sentence).not.toMatch(/undefined|\[object/);
  });
});

it("a refusal names the line of the text", async () => {
  const answer = await inspectTemplate(wordFile({ body: paragraph("二、本次议题：{#议题}{题目}") }));
  expect(answer).toMatchObject({ ok: false, fault: { what: "{#议题}", line: "二、本次议题：{#议题}{题目}" } });
});

it.each([
  ["a plain link", wordFile({ rels: [{ type: "hyperlink", target: "https://www.example.cn/", external: true }] })],
  [
    "an address to write to",
    wordFile({ rels: [{ type: "hyperlink", target: "mailto:a@example.cn", external: true }] }),
  ],
  ["page numbers", wordFile({ body: field(" PAGE ", "\\* MERGEFORMAT") + paragraph("{会议名称}") })],
  ["a link as a field", wordFile({ body: field('HYPERLINK "https://www.example.cn/"') + paragraph("{会议名称}") })],
  ["a link within the paper", wordFile({ body: field('HYPERLINK \\l "目录"') + paragraph("{会议名称}") })],
])("%s does no harm", async (_, file) => {
  expect(await inspectTemplate(file)).toMatchObject({ ok: true });
});

it("any file with some bytes changed is read or refused, never an error", async () => {
  const whole = wordFile({ body: paragraph("{#议题}{题目}{/议题}") + field("PAGE") });
  for (let n = 0; n < 400; n += 1) {
    const copy = Uint8Array.from(whole);
    copy[(n * 7919) % copy.length] = (n * 31) % 256;
    expect(await inspectTemplate(copy)).toHaveProperty("ok");
    expect(await inspectTemplate(whole.subarray(0, (n * 7919) % whole.length))).toMatchObject({ ok: false });
  }
});
