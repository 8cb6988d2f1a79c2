import { httpText } from "#app/text/http.ts";

/** A loader or action that refuses: the address answers other methods only, named in `Allow`. */
export const wrongMethod = (allowed: "GET" | "POST") => (): Response =>
  Response.json(
    { error: "method-not-allowed", message: httpText.wrongMethod(allowed) },
    { status: 405, headers: { Allow: allowed } },
  );

/** An address for POST alone: other ways of changing it are refused too. */
export function postOnly<A extends { request: Request }>(work: (asked: A) => Promise<Response>) {
  const refuse = wrongMethod("POST");
  return async (asked: A): Promise<Response> => (asked.request.method === "POST" ? work(asked) : refuse());
}
