import { digest } from "./digest.ts";

const WORDS = [
  "name",
  "street",
  "contact",
  "contactPhone",
  "supervisionPhone",
  "postingPlaces",
  "organ",
  "mark",
  "code",
] as const;

/**
 * What a community says of itself on papers and notices; empty text for what is not known. `postingPlaces` one a line; `organ`, `mark` and `code` are
 * 发文机关署名, 发文机关标志 and 机关代字 of a street.
 */
export type CommunityWords = Record<(typeof WORDS)[number], string>;

type Kept = {
  name: string;
  street: string;
  settings: {
    contact?: string;
    contactPhone?: string;
    supervisionPhone?: string;
    postingPlaces?: readonly string[];
    official?: { organ: string; mark: string; code: string };
  };
};

/** What a community says of itself, empty where nothing was entered. */
export function communityWords({ name, street, settings }: Kept): CommunityWords {
  const { contact = "", contactPhone = "", supervisionPhone = "", postingPlaces = [], official } = settings;
  const { organ = "", mark = "", code = "" } = official ?? {};
  const places = postingPlaces.join("\n");
  return { name, street, contact, contactPhone, supervisionPhone, postingPlaces: places, organ, mark, code };
}

/** Stands for a row's edition: communities have none, and change a few times in their life. */
export function editionOfWords(words: CommunityWords): string {
  return digest(JSON.stringify(WORDS.map((word) => words[word])));
}

/** The places that were entered one a line, each once. */
export function placesIn(lines: string): string[] {
  const places = lines.split("\n").map((line) => line.trim());
  return [...new Set(places.filter((place) => place !== ""))];
}
