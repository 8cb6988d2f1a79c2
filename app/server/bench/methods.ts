import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { runChild } from "./child.ts";
import type { Place } from "./measures.ts";
import { getPage, median, repeat, signIn } from "./pages.ts";
import { round } from "./phones.ts";

const MOST_MS = 300;
const PAGES = {
  gallery: "/desk/methods",
  search: "/desk/methods?q=公示",
  method: "/desk/methods/four-discussions",
};

/**
 * The gallery of every method, a search in it, and the page of one of the longest with its drawing: from the request to the last byte, the
 * worst of several. `ratio`: the worst of all to the 300 ms allowed.
 */
export async function measureMethods({ server, program, env }: Place) {
  const demonstration: Demonstration = JSON.parse(await runChild([program("demo"), "--voters", "1", "--json"], env));
  const cookie = await signIn(server.url, demonstration.staff);
  const worst: Record<string, number> = {};
  for (const [name, path] of Object.entries(PAGES)) {
    const [, ...counted] = await repeat(() => getPage(`${server.url}${encodeURI(path)}`, cookie));
    worst[`${name}_ms`] = round(Math.max(...counted));
  }
  const [, ...empty] = await repeat(() => getPage(`${server.url}/desk/actions`, cookie));
  const ratio = round(Math.max(...Object.values(worst)) / MOST_MS);
  return { bench: "methods", ...worst, empty_page_ms: round(median(empty)), ratio };
}
