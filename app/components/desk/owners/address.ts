/** What the page of an owners' roll is asked to show. */
export type OwnersAsked = {
  roll: string;
  search: string;
  building: string | null;
  several: boolean;
  /** Whose units are open for correction. */
  owner: string | null;
};

/** The page's address with these conditions; what is left out is not asked. */
export function addressOf(asked: Partial<OwnersAsked> & { roll: string }, page = 1): string {
  const params = new URLSearchParams();
  if (asked.search) params.set("q", asked.search);
  if (asked.building != null) params.set("building", asked.building);
  if (asked.several) params.set("several", "1");
  if (asked.owner) params.set("owner", asked.owner);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return `/desk/people/owners/${asked.roll}${query ? `?${query}` : ""}`;
}
