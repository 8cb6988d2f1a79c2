const HERE = "http://here.invalid";

/** Where to go after signing in: a path of this site, else `/desk`. Anything that a browser could read as another site is dropped. */
export function safeNext(raw: string | null | undefined): string {
  if (!raw?.startsWith("/") || !URL.canParse(raw, HERE)) return "/desk";
  const url = new URL(raw, HERE);
  // `/\evil`, `//evil` and `/<tab>/evil` parse to another host: compared after parsing, not by their looks.
  if (url.origin !== HERE || url.pathname.startsWith("//")) return "/desk";
  return url.pathname + url.search;
}
