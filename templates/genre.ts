import type { Document } from "docx";
import type { Block } from "./content.ts";
import { atTheDoor } from "./door.ts";
import type { Layout } from "./layout/layout.ts";

/** Every genre's input carries this much. */
export type Common = {
  /** 社区全称, for example 翠湖社区. */
  community: string;
  /** Papers of a demonstration community say so on every page. */
  demonstration?: boolean;
};

/** One kind of document. `write` is pure: cleaned input in, blocks out. */
type Definition<Input extends Common> = {
  id: string;
  /** 文种, as in the file's name. */
  name: string;
  /** Public papers are de-identified by default. */
  public: boolean;
  /** For each part that the paper must have: its name on the page, where it is entered, whether it is there. */
  required(input: Input): Requirement[];
  /** A line over each page, for papers that may not leave the house as they are. */
  mark?(input: Input): string;
  /** The calendar day ("YYYY-MM-DD") and the matter that the file is named after. */
  named(input: Input): { day: string; matter: string };
  write(input: Input): Block[];
};

/** Where staff enter what a paper says: the community's settings, the meeting's plan, its roll, its course in the room, the notice's own choices. */
export type EnteredIn = "settings" | "plan" | "roll" | "room" | "notice";

export type Requirement = [part: string, enteredIn: EnteredIn, present: unknown];

/** A required part that is not there. */
export type Gap = { part: string; enteredIn: EnteredIn };

export type Genre<Input extends Common> = {
  readonly id: string;
  readonly name: string;
  readonly public: boolean;
  /** The required parts that are not there, each once, in the order of the page; empty when the paper can go out. */
  gaps(input: Input): Gap[];
  /** Their Chinese names. */
  missing(input: Input): string[];
  /** `日期-文种-会议或事项.docx`, safe for every file system. */
  fileName(input: Input): string;
  /** A new document each time. Missing parts are left blank, not invented: ask `missing` before handing the file out. */
  build(input: Input, layout: Layout): Document;
};

/** Puts the door in front of a definition, so that no genre sees, and no document holds, text that was not cleaned. */
export function defineGenre<Input extends Common>(definition: Definition<Input>): Genre<Input> {
  const { id, name } = definition;
  const gaps = (input: Input): Gap[] => {
    const lacking = definition.required(atTheDoor(input)).filter(([, , present]) => !isThere(present));
    const byPart = new Map(lacking.map(([part, enteredIn]) => [part, { part, enteredIn }]));
    return [...byPart.values()];
  };
  return {
    id,
    name,
    public: definition.public,
    gaps,
    missing: (input) => gaps(input).map(({ part }) => part),
    fileName: (input) => {
      const { day, matter } = definition.named(atTheDoor(input));
      return `${[day, name, fileSafe(matter)].filter((part) => part !== "").join("-")}.docx`;
    },
    build: (raw, layout) => {
      const input = atTheDoor(raw);
      const mark = definition.mark?.(input) ?? "";
      return layout.set({ name, blocks: definition.write(input), demonstration: input.demonstration === true, mark });
    },
  };
}

function isThere(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "" && value !== false;
}

/** Characters that Windows or a shell would trip over go; 60 characters keep the name below every system's limit. */
function fileSafe(text: string): string {
  const plain = text.replace(/[\\/:*?"<>|\s.]+/gu, " ").trim();
  return Array.from(plain).slice(0, 60).join("").trim();
}
