/** The roll that an address speaks of by `?roll=`; `null` is the community's own. Whether it is the asker's, the query or command says. */
export function rollAsked(url: string): string | null {
  return new URL(url).searchParams.get("roll")?.slice(0, 100) || null;
}
