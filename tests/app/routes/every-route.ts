import type { RouteConfigEntry } from "@remix-run/route-config";
import { unzipSync } from "fflate";
import { cookies } from "#app/cookies.ts";
import type { House } from "#app/house.ts";
import table from "#app/routes.ts";
import type { TestHouse } from "#tests/house.ts";

export type Handler = (asked: {
  request: Request;
  params: Record<string, string>;
  context: { house: House; nonce: string };
}) => unknown;
export type RouteModule = { loader?: Handler; action?: Handler };
/** What a caller brings along. */
export type Holder = { staff?: string; voter?: string; helper?: string; bearer?: string };
export type Answer = { status: number; to: string | null; type: string | null; body: unknown };

/** Each file named in `app/routes.ts` that reads or changes something, by its path below `app/`. */
export async function everyRoute(): Promise<Map<string, RouteModule>> {
  const found = new Map<string, RouteModule>();
  for (const file of filesOf(await table)) {
    const { loader, action } = (await import(/* @vite-ignore */ `../../../app/${file}`)) as RouteModule;
    if (loader || action) found.set(file, { ...(loader ? { loader } : {}), ...(action ? { action } : {}) });
  }
  return found;
}

function filesOf(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap(({ file, children }) => [file, ...filesOf(children ?? [])]);
}

/** An address of the route's kind: pages lead strangers to the sign-in, programs are told. */
export const pathOf = (file: string) => (file.startsWith("routes/api/") ? "/api/v1/x" : "/desk/x");

export async function cookieHeader(house: House, { staff, voter, helper }: Holder): Promise<string> {
  const jar = cookies(house.config);
  const all = [
    staff && (await jar.staff.serialize(staff)),
    voter && (await jar.voter.serialize(voter)),
    helper && (await jar.helper.serialize(helper)),
  ];
  return all.flatMap((each) => (each ? [each.split(";")[0]] : [])).join("; ");
}

type Asked = { params: Record<string, string>; path?: string; method?: string; body?: BodyInit; type?: string };

/** Runs one loader or action as the server would, with what a browser or program of this holder sends along. */
export async function ask(house: House, route: Handler, holder: Holder, asked: Asked): Promise<Answer> {
  const { params, path = "/x", method = "GET", body, type } = asked;
  const headers: Record<string, string> = { Cookie: await cookieHeader(house, holder) };
  if (holder.bearer) headers.Authorization = `Bearer ${holder.bearer}`;
  if (type) headers["Content-Type"] = type;
  const request = new Request(`http://localhost:3000${path}`, { method, headers, ...(body ? { body } : {}) });
  const context = { house, nonce: "" };
  const answer = await Promise.resolve()
    .then(() => route({ request, params, context }))
    .catch(expected);
  if (answer instanceof Response) return ofResponse(answer);
  const { data, init, type: kind } = answer as { data?: unknown; init?: ResponseInit | null; type?: string };
  const wrapped = kind === "DataWithResponseInit";
  return { status: (wrapped && init?.status) || 200, to: null, type: null, body: wrapped ? data : answer };
}

/** What Remix takes for an answer when it is thrown; anything else is a fault of the house. */
function expected(thrown: unknown): unknown {
  const { type } = (thrown ?? {}) as { type?: string };
  if (thrown instanceof Response || type === "DataWithResponseInit") return thrown;
  throw thrown;
}

async function ofResponse(response: Response): Promise<Answer> {
  const type = response.headers.get("Content-Type");
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = type?.includes("json") ? JSON.parse(new TextDecoder().decode(bytes)) : bytes;
  return { status: response.status, to: response.headers.get("Location"), type, body };
}

/** Papers and sheets as the words they would say, without the type they are set in, which carries the time: quicker, and as telling. */
export function inPlainWords(house: TestHouse): void {
  const words = async (said: unknown) => Buffer.from(JSON.stringify(said));
  house.typeset = words;
  house.workbook = words;
}

/** An archive as its files, since its bytes carry the time at which it was made. */
export function readable(answer: Answer): Answer {
  if (!(answer.body instanceof Uint8Array) || answer.type !== "application/zip") return answer;
  const files = Object.entries(unzipSync(answer.body));
  return { ...answer, body: Object.fromEntries(files.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])) };
}

/** All that the database holds, table by table, but for the mark that monitoring leaves. */
export async function everything(house: House): Promise<Record<string, unknown[]>> {
  return house.db.read(async (db) => {
    const tables = db.all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('installation', '__drizzle_migrations')",
    );
    return Object.fromEntries(
      (await tables).map(({ name }) => [name, db.all<Record<string, unknown>>(`SELECT * FROM "${name}"`)] as const),
    );
  });
}
