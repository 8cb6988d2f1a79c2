import { fileSafe } from "#app/domain/document/file-name.ts";
import { type Edits, type Figures, fillIn, strangeNames, type Wording } from "#app/domain/document/wording.ts";
import { maskText } from "#app/domain/person/mask.ts";
import { type Attachment, type Block, type Content, type Dress, type Issuer, NO_ISSUER } from "./content.ts";
import { atTheDoor } from "./door.ts";

/** Every genre's input carries this much. */
export type Common = {
  /** 社区全称, for example 翠湖社区. */
  community: string;
  /** Papers of a demonstration community say so on every page. */
  demonstration?: boolean;
  /** Of public papers: every name that their texts might hold; never printed. */
  knownNames?: string[];
  /** Of public papers: false shows names and rooms as they are. */
  masked?: boolean;
};

/**
 * A generated wording as the paper says it: what staff wrote in its place, or `generated`, with the figures filled in for their {names}.
 * `key` is the wording's own within the paper and stays when other parts come and go; `label` names it on the page where it is edited.
 */
export type Say = (key: string, label: string, generated: string, figures?: Record<string, string | number>) => string;

/** One kind of document. `write` is pure: cleaned input in, blocks out. */
type Definition<Input extends Common> = {
  id: string;
  /** 文种, as in the file's name. */
  name: string;
  /** Public papers are de-identified by default. */
  public: boolean;
  /** How an official layout dresses it. */
  dress: Dress;
  /** A wide table. */
  landscape?: boolean;
  /** For each part that the paper must have beside the community's name: its name on the page, where it is entered, whether it is there. */
  required(input: Input): Requirement[];
  /** Of a public paper: the same input for strangers' eyes. */
  deidentify?(input: Input): Input;
  /** The calendar day ("YYYY-MM-DD") and the matter that the file is named after. */
  named(input: Input): { day: string; matter: string };
  write(input: Input, say: Say): Block[];
  attachments?(input: Input, say: Say): Attachment[];
};

/**
 * Where staff enter what a paper says: the community's settings, the meeting's plan, its roll, its course in the room, the paper's own choices,
 * the issue, what was promised; or nowhere any more, because the time of such a paper is over.
 */
export type EnteredIn = "settings" | "plan" | "roll" | "room" | "notice" | "issue" | "actions" | "past";

export type Requirement = [part: string, enteredIn: EnteredIn, present: unknown];

/** A required part that is not there. */
export type Gap = { part: string; enteredIn: EnteredIn };

type Taken = { edits?: Edits; issuer?: Partial<Issuer> };

export type Genre<Input extends Common> = {
  readonly id: string;
  readonly name: string;
  readonly public: boolean;
  readonly dress: Dress;
  /** The required parts that are not there, each once, in the order of the page; empty when the paper can go out. */
  gaps(input: Input): Gap[];
  /** Their Chinese names. */
  missing(input: Input): string[];
  /** `日期-文种-会议或事项.docx`, safe for every file system. */
  fileName(input: Input): string;
  /** What the paper says. Missing parts are left blank, not invented: ask `gaps` before handing it out. */
  content(input: Input, taken?: Taken): Content;
  /** The wordings that staff may change, in the order of the page. */
  wordings(input: Input, edits?: Edits): Wording[];
};

const INTERNAL_MARK = "内部版，含个人信息，不得公开张贴";

/** Puts the door in front of a definition, so that no genre sees, and no document holds, text that was not cleaned. */
export function defineGenre<Input extends Common>(definition: Definition<Input>): Genre<Input> {
  const { id, name, dress, deidentify } = definition;
  const gaps = (raw: Input): Gap[] => {
    const input = atTheDoor(raw);
    const required: Requirement[] = [["社区名称", "settings", input.community], ...definition.required(input)];
    const lacking = required.filter(([, , present]) => !isThere(present));
    const byPart = new Map(lacking.map(([part, enteredIn]) => [part, { part, enteredIn }]));
    return [...byPart.values()];
  };
  const forWhomItIs = (raw: Input): Input => {
    const input = atTheDoor(raw);
    return deidentify && input.masked !== false ? deidentify(input) : input;
  };
  const written = (raw: Input, edits: Edits) => {
    const input = forWhomItIs(raw);
    const { say, wordings } = pen(
      atTheDoor(edits),
      deidentify && input.masked !== false ? (input.knownNames ?? []) : null,
    );
    const blocks = definition.write(input, say);
    return { input, blocks, attachments: definition.attachments?.(input, say) ?? [], wordings };
  };
  return {
    id,
    name,
    public: definition.public,
    dress,
    gaps,
    missing: (input) => gaps(input).map(({ part }) => part),
    fileName: (raw) => {
      // The file's name travels with the paper.
      const input = forWhomItIs(raw);
      const { day, matter } = definition.named(input);
      const shown = definition.public && input.masked === false ? `${matter}（内部版）` : matter;
      return `${[day, name, fileSafe(shown, "")].filter((part) => part !== "").join("-")}.docx`;
    },
    content: (raw, { edits = {}, issuer = {} } = {}) => {
      const { input, blocks, attachments } = written(raw, edits);
      return {
        name,
        dress,
        landscape: definition.landscape ?? false,
        blocks,
        attachments,
        issuer: { ...NO_ISSUER, ...atTheDoor(issuer) },
        demonstration: input.demonstration === true,
        mark: definition.public && input.masked === false ? INTERNAL_MARK : "",
      };
    },
    wordings: (input, edits = {}) => written(input, edits).wordings,
  };
}

/** `names` of a paper for strangers' eyes: what staff wrote is masked like everything else. */
function pen(edits: Edits, names: readonly string[] | null): { say: Say; wordings: Wording[] } {
  const wordings: Wording[] = [];
  const say: Say = (key, label, generated, given = {}) => {
    const figures: Figures = Object.fromEntries(Object.entries(given).map(([each, value]) => [each, String(value)]));
    const edited = edits[key];
    // A name whose figure is gone would be printed in braces: until staff mend their words, the paper says the generated ones.
    const holds = edited !== undefined && strangeNames(edited, { generated, figures }).length === 0;
    const mine = fillIn(holds ? edited : generated, figures);
    const text = holds && names ? maskText(mine, names) : mine;
    wordings.push({ key, label, generated, figures, ...(edited === undefined ? {} : { edited }), text });
    return text;
  };
  return { say, wordings };
}

function isThere(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "" && value !== false;
}
