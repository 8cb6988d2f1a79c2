import { expect, test } from "vitest";
import { boundedForm } from "#app/routes/shared/upload.ts";
import { refusalOf } from "#tests/refusal.ts";

const LIMIT = 1024 * 1024;
const requestOf = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://here/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

test("a form within the limit arrives whole", async () => {
  const sent = new FormData();
  sent.set("intent", "read");
  sent.set("file", new File([new Uint8Array(LIMIT - 10_000).fill(7)], "名册.xlsx"));
  const form = await boundedForm(requestOf(sent), LIMIT);
  expect(form.get("intent")).toBe("read");
  const file = form.get("file") as File;
  expect([file.name, file.size]).toEqual(["名册.xlsx", LIMIT - 10_000]);
});

/** `pieces` megabytes that are made only when asked for; tells how many were. */
function endless(pieces: number) {
  const asked = { pieces: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (asked.pieces++ >= pieces) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024));
    },
    cancel() {
      asked.cancelled = true;
    },
  });
  return { asked, body };
}

test("20 MB are read to the end and thrown away, so that the browser hears the refusal, without being kept", async () => {
  const { asked, body } = endless(20);
  const before = process.memoryUsage().arrayBuffers;
  const details = [{ field: "file", message: "太大" }];
  expect(await refusalOf(boundedForm(requestOf(body), LIMIT, details))).toEqual({ word: "too-large", details });
  expect(asked.pieces).toBe(21);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
});

test("what never ends is cut off", async () => {
  const { asked, body } = endless(Number.POSITIVE_INFINITY);
  expect(await refusalOf(boundedForm(requestOf(body), LIMIT))).toMatchObject({ word: "too-large" });
  expect(asked.cancelled).toBe(true);
  expect(asked.pieces).toBeLessThan(80);
});

test.each([
  ["something that is no form", "hello", { "Content-Type": "text/plain" }],
  ["half a form", "--x\r\nContent-Disposition: form-data; na", { "Content-Type": "multipart/form-data; boundary=x" }],
])("%s is malformed", async (_name, body, headers) => {
  expect(await refusalOf(boundedForm(requestOf(body, headers), LIMIT))).toMatchObject({ word: "malformed" });
});
