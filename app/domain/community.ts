import { digest } from "./digest.ts";

/** What a community says of itself on papers and notices; empty text for what is not known. */
export type CommunityWords = Record<"name" | "street" | "contact" | "contactPhone" | "supervisionPhone", string>;

type Kept = { name: string; street: string; settings: Partial<Omit<CommunityWords, "name" | "street">> };

/** What a community says of itself, empty where nothing was entered. */
export function communityWords({ name, street, settings }: Kept): CommunityWords {
  const { contact = "", contactPhone = "", supervisionPhone = "" } = settings;
  return { name, street, contact, contactPhone, supervisionPhone };
}

/** Stands for a row's edition: communities have none, and change a few times in their life. */
export function editionOfWords({ name, street, contact, contactPhone, supervisionPhone }: CommunityWords): string {
  return digest(JSON.stringify([name, street, contact, contactPhone, supervisionPhone]));
}
