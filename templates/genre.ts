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
  /** [what it is called on the page, whether it is there] for each part that the paper must have. */
  required(input: Input): Requirement[];
  /** The calendar day ("YYYY-MM-DD") and the matter that the file is named after. */
  named(input: Input): { day: string; matter: string };
  write(input: Input): Block[];
};

export type Requirement = [part: string, present: unknown];

export type Genre<Input extends Common> = {
  readonly id: string;
  readonly name: string;
  readonly public: boolean;
  /** Chinese names of the required parts that are not there, in the order of the page; empty when the paper can go out. */
  missing(input: Input): string[];
  /** `日期-文种-会议或事项.docx`, safe for every file system. */
  fileName(input: Input): string;
  /** A new document each time. Missing parts are left blank, not invented: ask `missing` before handing the file out. */
  build(input: Input, layout: Layout): Document;
};

/** Puts the door in front of a definition, so that no genre sees, and no document holds, text that was not cleaned. */
export function defineGenre<Input extends Common>(definition: Definition<Input>): Genre<Input> {
  const { id, name } = definition;
  return {
    id,
    name,
    public: definition.public,
    missing: (input) => {
      const requirements = definition.required(atTheDoor(input));
      return [...new Set(requirements.filter(([, present]) => !isThere(present)).map(([part]) => part))];
    },
    fileName: (input) => {
      const { day, matter } = definition.named(atTheDoor(input));
      return `${[day, name, fileSafe(matter)].filter((part) => part !== "").join("-")}.docx`;
    },
    build: (raw, layout) => {
      const input = atTheDoor(raw);
      return layout.set({ name, blocks: definition.write(input), demonstration: input.demonstration === true });
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
