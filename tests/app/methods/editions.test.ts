import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { methodHash } from "#app/domain/method/hash.ts";
import { builtIn, METHODS } from "#app/methods/index.ts";

/** Every version of a built-in method that was ever delivered, as “id@version” → hash of its content. */
const delivered = JSON.parse(readFileSync(new URL("./editions.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;

it("delivers no other content under a version that was delivered: issues are running by it", () => {
  const present = Object.fromEntries(METHODS.map((method) => [`${method.id}@${method.version}`, methodHash(method)]));
  // A method was changed? Raise its `version`, keep the old definition in app/methods/earlier, and add a line to editions.json.
  expect({ ...delivered, ...present }).toEqual(delivered);
});

it("still runs every version that was delivered, word for word", () => {
  for (const [edition, hash] of Object.entries(delivered)) {
    const [id = "", version] = edition.split("@");
    const method = builtIn(id, Number(version));
    expect(method && methodHash(method), edition).toBe(hash);
  }
});
