import { PassThrough, type Transform } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { unpadded } from "#app/server/unpadded.ts";

/** Long enough for many of React's chunks, with values of every length, so that some character falls across an end. */
const values = Array.from({ length: 400 }, (_, i) => `${"居民代表会议".repeat((i % 7) + 1)}${"a".repeat(i % 3)}`);
const inputs = values.map((value, i) => createElement("input", { key: i, readOnly: true, value }));

function render(through: Transform): Promise<Buffer> {
  const { pipe } = renderToPipeableStream(createElement("form", null, inputs));
  return buffer(pipe(through));
}

it("gives a Chinese page without the bytes that React pads it with", async () => {
  const padded = await render(new PassThrough());
  expect(padded.includes(0), "the premise: React still pads").toBe(true);
  const clean = await render(unpadded());
  expect(clean.includes(0)).toBe(false);
  const shown = [...clean.toString("utf8").matchAll(/value="([^"]*)"/g)].map((match) => match[1]);
  expect(shown).toEqual(values);
});
