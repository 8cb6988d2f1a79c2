/** What the figures of a wording are called, and what they are now: {应到: "30"}. */
export type Figures = Readonly<Record<string, string>>;

/**
 * One generated text of a paper that staff may put in other words. `generated` and `edited` hold the figures by name, “应到{应到}人”, so that they
 * follow the data; `text` is what the paper says.
 */
export type Wording = {
  key: string;
  /** What it is, for the page: 会议概况. */
  label: string;
  generated: string;
  figures: Figures;
  edited?: string;
  text: string;
};

/** A version of a wording; `text` null where somebody went back to what is generated. */
export type WordingVersion = {
  place: number;
  text: string | null;
  generated: string;
  editedBy: string;
  editedAt: Date;
};

/** One wording where staff edit it: what is generated, what was written instead (last version last), and what is printed with the choices made. */
export type WordingOnPage = Omit<Wording, "edited" | "text"> & {
  /** The figures as printed: in a public paper names and rooms are hidden. */
  printedFigures: Figures;
  printed: string;
  versions: WordingVersion[];
};

/** What staff wrote for a part that the paper no longer has. Kept, and back with the part. */
export type UnusedWording = { key: string; versions: WordingVersion[] };

/** What staff wrote instead of generated wordings, by key. */
export type Edits = Readonly<Record<string, string>>;

const NAME = /\{([^{}\n]{1,20})\}/gu;

/** The text with its figures in place; names that are none of `figures` stay as they are. */
export function fillIn(text: string, figures: Figures): string {
  return text.replace(NAME, (whole, name: string) => (Object.hasOwn(figures, name) ? (figures[name] ?? "") : whole));
}

/** Names in braces that are none of `figures`, each once. */
function unknownNames(text: string, figures: Figures): string[] {
  return [...new Set([...text.matchAll(NAME)].map(([, name = ""]) => name))].filter(
    (name) => !Object.hasOwn(figures, name),
  );
}

/** Figures of the generated wording that `text` no longer tells, each once. */
export function untold(text: string, { generated, figures }: Pick<Wording, "generated" | "figures">): string[] {
  return Object.keys(figures).filter((name) => generated.includes(`{${name}}`) && !text.includes(`{${name}}`));
}

/** 我方默认: a paragraph that is longer is none. */
export const LONGEST_WORDING = 2000;

/** The text as one paragraph, with braces typed on a Chinese keyboard as the plain ones. `raw` is cleaned already, with its line breaks. */
export function asOneParagraph(raw: string): string {
  // Line by line: an expression for the space around a break tries every space of a long gap with every other.
  return raw
    .split("\n")
    .map((line) => line.trim())
    .join("")
    .replaceAll("\uff5b", "{")
    .replaceAll("\uff5d", "}")
    .trim();
}

/** Names in braces that the text may not hold: neither figures of the wording, nor words in braces that came with the data. */
export function strangeNames(text: string, { generated, figures }: Pick<Wording, "generated" | "figures">): string[] {
  const given = new Set(unknownNames(generated, figures));
  return unknownNames(text, figures).filter((name) => !given.has(name));
}

const NUMBER = /\d+(?:[.:\uff1a]\d+)*/gu;

/** Numbers typed by hand, each once: they stand for no figure, and the generated wording does not hold them either. */
export function handWritten(text: string, generated: string): string[] {
  const numbersIn = (whole: string) => whole.replace(NAME, " ").normalize("NFKC").match(NUMBER) ?? [];
  const given = new Set(numbersIn(generated));
  return [...new Set(numbersIn(text))].filter((number) => !given.has(number));
}
